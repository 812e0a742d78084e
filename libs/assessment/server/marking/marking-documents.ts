import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DocumentUses } from '@halong/materials/server';
import type { Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { isReleased } from '../submission/submission.lifecycle.ts';
import type { SubmissionState } from '@halong/assessment/contract';

interface Use {
  submissionId: number;
  classId: number;
  state: SubmissionState;
  personId: number | null;
  writes: number | null;
}

/** Who may open feedback files: their marker, those who coordinate, and the writers of the work after the release. */
@Injectable()
export class MarkingDocuments implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly uses: DocumentUses,
    private readonly access: ClassAccess,
  ) {}

  onModuleInit(): void {
    this.uses.register({ name: 'feedback', mayOpen: (actor, id) => this.mayOpen(actor, id) });
  }

  private async mayOpen(actor: Actor, documentId: number): Promise<boolean> {
    const uses = await this.db.rows<Use>(
      `SELECT s.id AS submissionId, a.class_id AS classId, s.state, m.person_id AS personId,
         (SELECT 1 FROM assessment_submission_member w JOIN enrolment_enrolment e ON e.id = w.enrolment_id WHERE w.submission_id = s.id AND e.person_id = ? LIMIT 1) AS writes
       FROM assessment_marking_file f JOIN assessment_marking m ON m.id = f.marking_id JOIN assessment_submission s ON s.id = m.submission_id JOIN assessment_assignment a ON a.id = s.assignment_id
       WHERE f.document_id = ? LIMIT 20`,
      [actor.personId ?? 0, documentId],
    );
    for (const { state, personId, writes, classId } of uses) {
      if (writes !== null) {
        if (isReleased(state)) return true;
        continue;
      }
      if (personId !== null && personId === actor.personId) return true;
      const held = await this.access.roles(actor, classId);
      if (personId === null && held.includes('LECTURER')) return true;
    }
    return false;
  }
}
