import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SubmissionState } from '@halong/assessment/contract';
import type { LinkPurpose } from '@halong/materials/contract';
import { DocumentUses } from '@halong/materials/server';
import type { Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { isReleased } from '../submission/submission.lifecycle.ts';
import { blindName } from './blind-documents.ts';
import { markerNoOf } from './marking.policy.ts';
import { MarkingRepository } from './marking.repository.ts';

interface FeedbackUse {
  classId: number;
  state: SubmissionState;
  personId: number | null;
  writes: number | null;
}

interface ScriptUse {
  submissionId: number;
  classId: number;
  blind: number;
  markers: number;
  code: string;
  position: number;
  name: string;
}

/** Who may open feedback files, and the files of scripts where marking asks for more than the class does. */
@Injectable()
export class MarkingDocuments implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly uses: DocumentUses,
    private readonly access: ClassAccess,
    private readonly repository: MarkingRepository,
  ) {}

  onModuleInit(): void {
    this.uses.register({ name: 'feedback', mayOpen: (actor, id) => this.mayOpenFeedback(actor, id) });
    this.uses.register({
      name: 'script',
      mayOpen: async (actor, id, purpose) => (await this.scriptOf(actor, id, purpose)) !== undefined,
      shownAs: async (actor, id) => {
        const script = await this.scriptOf(actor, id, 'preview');
        return script?.blind === 1 ? blindName(script.code, script.position, script.name) : null;
      },
    });
  }

  /** Its marker, any lecturer where nobody in particular marks, and the writers of the work after the release. */
  private async mayOpenFeedback(actor: Actor, documentId: number): Promise<boolean> {
    const uses = await this.db.rows<FeedbackUse>(
      `SELECT a.class_id AS classId, s.state, m.person_id AS personId,
         (SELECT 1 FROM assessment_submission_member w JOIN enrolment_enrolment e ON e.id = w.enrolment_id WHERE w.submission_id = s.id AND e.person_id = ? LIMIT 1) AS writes
       FROM assessment_marking_file f JOIN assessment_marking m ON m.id = f.marking_id JOIN assessment_submission s ON s.id = m.submission_id JOIN assessment_assignment a ON a.id = s.assignment_id
       WHERE f.document_id = ? LIMIT 20`,
      [actor.personId ?? 0, documentId],
    );
    for (const { state, personId, writes, classId } of uses) {
      if (writes !== null && isReleased(state)) return true;
      if (writes === null && personId !== null && personId === actor.personId) return true;
      if (writes === null && personId === null && (await this.access.roles(actor, classId)).includes('LECTURER')) return true;
    }
    return false;
  }

  /** The script of this file that the actor marks. A blind one is looked at and not taken: files carry their author's name inside. */
  private async scriptOf(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<ScriptUse | undefined> {
    const scripts = await this.db.rows<ScriptUse>(
      `SELECT s.id AS submissionId, a.class_id AS classId, a.blind, a.markers, s.anonymous_code AS code, f.position, d.name FROM assessment_submission_file f
       JOIN assessment_submission s ON s.id = f.submission_id AND s.is_current = 1 JOIN assessment_assignment a ON a.id = s.assignment_id JOIN materials_document d ON d.id = f.document_id
       WHERE f.document_id = ? LIMIT 20`,
      [documentId],
    );
    for (const script of scripts) {
      if (purpose === 'download' && script.blind === 1) continue;
      if (!(await this.access.roles(actor, script.classId)).includes('LECTURER')) continue;
      if (markerNoOf(await this.repository.ofScript(script.submissionId), actor.personId, script) !== null) return script;
    }
    return undefined;
  }
}
