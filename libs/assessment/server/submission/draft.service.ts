import { Injectable } from '@nestjs/common';
import { assignmentErrors as errors, takesFiles, takesText, type DraftView } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { canonicalText } from './content.rules.ts';
import { refusalOf } from './door.ts';
import { DraftRepository } from './draft.repository.ts';
import type { DraftRow } from './draft.rows.ts';
import { MyWork } from './my-work.service.ts';
import { presentDraft } from './submission.presenter.ts';
import { SubmissionRepository } from './submission.repository.ts';

export interface DraftInput {
  version: number;
  text: string;
  documentIds: readonly number[];
}

/** Keeps what is being written. Two devices, or two people of a group, never overwrite each other unseen. */
@Injectable()
export class Drafts {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftRepository,
    private readonly work: MyWork,
    private readonly submissions: SubmissionRepository,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns `stored: false` with the present draft when it has changed since `version`
   * @throws AppError platform.not_found, assessment.not_open_yet, after_cutoff, no_attempts_left, no_group, class_over, not_taken_here, materials.document_not_found
   */
  async put(actor: Actor, assignmentId: number, { version, text, documentIds }: DraftInput): Promise<{ stored: boolean; draft: DraftView }> {
    return this.db.transaction(async () => {
      const standing = await this.work.standing(actor, assignmentId);
      const { given, owner, terms } = standing;
      const draft = owner === null ? undefined : await this.locked(given.id, owner, actor.accountId);
      const used = owner === null ? 0 : await this.submissions.attempts(given.id, owner);
      const closed = this.work.closed(standing, this.clock.now(), used);
      if (closed) throw refusalOf(closed, terms);
      if (!draft) throw new AppError(platformErrors.not_found);
      if ((text !== '' && !takesText(given.kind)) || (documentIds.length > 0 && !takesFiles(given.kind))) throw new AppError(errors.not_taken_here);
      const files = await this.drafts.files(draft.id);
      const wanted = [...new Set(documentIds)];
      for (const document of wanted) if (!files.includes(document)) await this.documents.requireReady(document, { ownedBy: actor.accountId });
      const same = canonicalText(text) === canonicalText(draft.text) && wanted.join() === files.join();
      const stored = same || draft.version === version;
      if (!same && stored) {
        await this.drafts.write(draft.id, text, actor.accountId, this.clock.now());
        await this.drafts.putFiles(draft.id, wanted);
      }
      return { stored, draft: await this.view(given.id, draft.owner) };
    });
  }

  private async locked(assignmentId: number, owner: string, accountId: number): Promise<DraftRow | undefined> {
    await this.drafts.begin(assignmentId, owner, accountId, this.clock.now());
    return this.drafts.lock(assignmentId, owner);
  }

  private async view(assignmentId: number, owner: string): Promise<DraftView> {
    const draft = await this.drafts.find(assignmentId, owner);
    const ids = draft ? await this.drafts.files(draft.id) : [];
    const documents = await this.documents.view(ids);
    return presentDraft(draft, ids.flatMap((id) => documents.get(id) ?? []));
  }
}
