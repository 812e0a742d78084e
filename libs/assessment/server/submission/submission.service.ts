import { Injectable } from '@nestjs/common';
import { assignmentErrors as errors, type Work } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, currentRequest, Database } from '@halong/platform/server';
import { judge } from '../assignment/assignment.rules.ts';
import { canonicalText, contentHash, randomCode } from './content.rules.ts';
import { refusalOf } from './door.ts';
import { DraftRepository } from './draft.repository.ts';
import type { DraftRow } from './draft.rows.ts';
import { MyWork, type Standing } from './my-work.service.ts';
import { SubmissionEffects } from './submission.effects.ts';
import { SubmissionRepository } from './submission.repository.ts';
import type { NewSubmission } from './submission.rows.ts';
import { stillToConfirm } from './work.rules.ts';

export interface SubmitInput {
  draftVersion: number;
  declared: boolean;
}

/** Turns a draft into a submission, once for each version of it. */
@Injectable()
export class Submissions {
  constructor(
    private readonly db: Database,
    private readonly work: MyWork,
    private readonly drafts: DraftRepository,
    private readonly submissions: SubmissionRepository,
    private readonly documents: Documents,
    private readonly effects: SubmissionEffects,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError platform.not_found, platform.stale_version, assessment.not_open_yet, after_cutoff, no_attempts_left, no_group, class_over, declaration_missing, nothing_to_submit
   */
  async submit(actor: Actor, assignmentId: number, { draftVersion, declared }: SubmitInput): Promise<Work> {
    const arrivedAt = new Date(currentRequest()?.arrivedAt ?? this.clock.millis());
    return this.db.transaction(async () => {
      const standing = await this.work.standing(actor, assignmentId);
      const { given, owner, terms } = standing;
      const draft = owner === null ? undefined : await this.drafts.lock(given.id, owner);
      // The same version again is the same submission: a double click, or an answer that was lost on the way.
      if (draft && draftVersion > 0 && draft.submittedVersion === draftVersion) return this.work.get(actor, assignmentId);
      const used = owner === null ? 0 : await this.submissions.attempts(given.id, owner);
      const closed = this.work.closed(standing, arrivedAt, used);
      if (closed) throw refusalOf(closed, terms);
      if (!draft) throw new AppError(errors.nothing_to_submit);
      if (draft.version !== draftVersion) throw new AppError(platformErrors.stale_version);
      if (given.declaration !== null && !declared) throw new AppError(errors.declaration_missing);
      const content = await this.content(draft);
      if (await this.isConfirmed(standing, draft, arrivedAt)) await this.keep(actor, standing, draft, { ...content, attempt: used + 1, arrivedAt });
      return this.work.get(actor, assignmentId);
    });
  }

  private async content({ id, text }: DraftRow): Promise<Pick<NewSubmission, 'text' | 'documentIds' | 'contentHash'>> {
    const documentIds = await this.drafts.files(id);
    const words = canonicalText(text);
    if (words.trim() === '' && documentIds.length === 0) throw new AppError(errors.nothing_to_submit);
    const hashes: string[] = [];
    for (const document of documentIds) hashes.push((await this.documents.requireReady(document)).sha256);
    return { text: words, documentIds, contentHash: contentHash(words, hashes) };
  }

  /** Keeps the confirmation of this member; true when nobody's is missing. */
  private async isConfirmed(standing: Standing, draft: DraftRow, arrivedAt: Date): Promise<boolean> {
    const { given, members } = standing;
    if (!given.confirmAll) return true;
    await this.drafts.confirm(draft.id, given.enrolmentId, draft.version, arrivedAt);
    const confirmed = await this.drafts.confirmed(draft.id, draft.version);
    const missing = stillToConfirm(members, confirmed.map(({ enrolmentId }) => enrolmentId));
    if (missing.length > 0) await this.effects.confirmed(standing, draft.version, missing);
    return missing.length === 0;
  }

  private async keep(actor: Actor, standing: Standing, draft: DraftRow, content: Pick<NewSubmission, 'text' | 'documentIds' | 'contentHash' | 'attempt' | 'arrivedAt'>): Promise<void> {
    const { given, terms, members } = standing;
    const { late, days, deduction } = judge(content.arrivedAt, terms, given.late);
    const one: NewSubmission = {
      ...content, assignmentId: given.id, owner: draft.owner, state: late ? 'LATE' : 'SUBMITTED', dueAt: terms.dueAt, late, lateDays: days, deduction, declaration: given.declaration,
      anonymousCode: await this.freeCode(given.id), submittedBy: actor.accountId, enrolmentIds: members.map(({ enrolmentId }) => enrolmentId),
    };
    const id = await this.submissions.insert(one);
    await this.drafts.submitted(draft.id, draft.version);
    await this.effects.submitted(id, one, standing);
  }

  private async freeCode(assignmentId: number): Promise<string> {
    for (;;) {
      const code = randomCode();
      if (!(await this.submissions.codeTaken(assignmentId, code))) return code;
    }
  }
}
