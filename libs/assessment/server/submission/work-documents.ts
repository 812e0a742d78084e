import { Injectable, type OnModuleInit } from '@nestjs/common';
import { leftStates } from '@halong/enrolment/contract';
import { DocumentUses } from '@halong/materials/server';
import type { Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { readers } from '../assignment/assignment.policy.ts';
import { ClassAccess } from '../class-access/class-access.service.ts';

/** Whose drafts and submissions files belong to, and who may open what is handed out with an assignment. */
@Injectable()
export class WorkDocuments implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly uses: DocumentUses,
    private readonly access: ClassAccess,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.uses.register({ name: 'submission', mayOpen: (actor, id) => this.isAuthor(actor, id) });
    this.uses.register({ name: 'reference', mayOpen: (actor, id) => this.mayOpenReference(actor, id) });
  }

  /** The authors of what was submitted and the people who are writing a draft. Who of the staff may is marking's to say. */
  private async isAuthor({ personId }: Actor, documentId: number): Promise<boolean> {
    if (personId === null) return false;
    const found = await this.db.row(
      `SELECT 1 FROM assessment_submission_file f JOIN assessment_submission_member m ON m.submission_id = f.submission_id JOIN enrolment_enrolment e ON e.id = m.enrolment_id AND e.person_id = ?
         WHERE f.document_id = ?
       UNION ALL SELECT 1 FROM assessment_draft_file f JOIN assessment_draft d ON d.id = f.draft_id JOIN enrolment_enrolment e ON e.person_id = ? AND e.state NOT IN (?)
         LEFT JOIN assessment_group_member g ON g.enrolment_id = e.id WHERE f.document_id = ? AND d.owner IN (CONCAT('E', e.id), CONCAT('G', g.group_id)) LIMIT 1`,
      [personId, documentId, personId, [...leftStates], documentId],
    );
    return found !== undefined;
  }

  /** The trainees of the class once the assignment is open, and its staff. */
  private async mayOpenReference(actor: Actor, documentId: number): Promise<boolean> {
    const given = await this.db.rows<{ classId: number; open: number; mine: number | null }>(
      `SELECT a.class_id AS classId, a.state = 'PUBLISHED' AND (a.opens_at IS NULL OR a.opens_at <= ?) AS open,
         (SELECT 1 FROM enrolment_enrolment e WHERE e.class_id = a.class_id AND e.person_id = ? AND e.state NOT IN (?)) AS mine
       FROM assessment_assignment_reference r JOIN assessment_assignment a ON a.id = r.assignment_id WHERE r.document_id = ? LIMIT 50`,
      [this.clock.now(), actor.personId, [...leftStates], documentId],
    );
    if (given.some(({ open, mine }) => Number(open) === 1 && mine !== null)) return true;
    const held = await this.access.rolesInMany(actor, given.map(({ classId }) => classId));
    return [...held.values()].some((roles) => roles.some((role) => readers.includes(role)));
  }
}
