import { Injectable } from '@nestjs/common';
import { takesFiles, takesText, type Receipt, type SubmittedWork, type Work, type WorkItem } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { AssignmentRepository } from '../assignment/assignment.repository.ts';
import { termsFor, type Terms } from '../assignment/assignment.rules.ts';
import type { OverrideRow } from '../assignment/assignment.rows.ts';
import { OverrideRepository } from '../assignment/override.repository.ts';
import { DraftRepository } from './draft.repository.ts';
import { MyWorkRepository } from './my-work.repository.ts';
import type { GivenWork, Standings } from './my-work.rows.ts';
import { presentDraft, presentReceipt, presentWorkItem } from './submission.presenter.ts';
import { SubmissionRepository } from './submission.repository.ts';
import type { SubmissionRow } from './submission.rows.ts';
import { byUrgency, closedReasonOf, isDue, workStateOf, type ClosedReason } from './work.rules.ts';

/** Everything that decides what one trainee may do with one assignment. */
export interface Standing {
  given: GivenWork;
  /** Null: group work, and no group. */
  owner: string | null;
  terms: Terms;
  members: { enrolmentId: number; personId: number; fullName: string }[];
}

export const ownerOf = ({ groupWork, groupId, enrolmentId }: Pick<GivenWork, 'groupWork' | 'groupId' | 'enrolmentId'>): string | null => {
  if (!groupWork) return `E${enrolmentId}`;
  return groupId === null ? null : `G${groupId}`;
};

/** A person's own exceptions do not count for the work of a group. */
function termsOf(given: GivenWork, overrides: readonly OverrideRow[]): Terms {
  const own = overrides.filter(({ assignmentId }) => assignmentId === given.id);
  const personal = given.groupWork ? undefined : own.find(({ enrolmentId }) => enrolmentId === given.enrolmentId);
  return termsFor(given, personal, own.find(({ groupId }) => groupId !== null && groupId === given.groupId));
}

/** What a trainee has to submit, has written and has submitted. Nobody else's, in no spelling. */
@Injectable()
export class MyWork {
  constructor(
    private readonly work: MyWorkRepository,
    private readonly overrides: OverrideRepository,
    private readonly drafts: DraftRepository,
    private readonly submissions: SubmissionRepository,
    private readonly assignments: AssignmentRepository,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /** The most urgent first, then what is done; empty for an account without a person. */
  async list({ personId }: Pick<Actor, 'personId'>, classId?: number): Promise<{ items: WorkItem[]; due: number }> {
    const given = personId === null ? [] : await this.work.list(personId, classId ?? null);
    const ids = given.map(({ id }) => id);
    const owners = [...new Set(given.flatMap((one) => ownerOf(one) ?? []))];
    const [overrides, standings] = await Promise.all([
      this.overrides.forOwners(ids, given.map(({ enrolmentId }) => enrolmentId), given.flatMap(({ groupId }) => groupId ?? [])), this.work.standings(ids, owners),
    ]);
    const items = byUrgency(given.map((one) => this.item(one, termsOf(one, overrides), standings)));
    return { items, due: items.filter(({ state }) => isDue(state)).length };
  }

  /** @throws AppError platform.not_found, also for what was given to others */
  async get(actor: Actor, assignmentId: number): Promise<Work> {
    const { given, owner, terms, members } = await this.standing(actor, assignmentId);
    const draft = owner === null ? undefined : await this.drafts.find(given.id, owner);
    const [standings, attempts, draftFiles, references, confirmed] = await Promise.all([
      this.work.standings([given.id], owner === null ? [] : [owner]), this.submissions.ofEnrolment(given.id, given.enrolmentId),
      draft ? this.drafts.files(draft.id) : [], this.assignments.references(given.id), draft ? this.drafts.confirmed(draft.id, draft.version) : [],
    ]);
    const item = this.item(given, terms, standings);
    const closed = this.closed({ given, owner, terms, members }, this.clock.now(), item.attempts.used);
    const hidden = item.state === 'NOT_OPEN';
    const documents = await this.documents.view([...draftFiles, ...(hidden ? [] : references)]);
    const views = (ids: readonly number[]) => ids.flatMap((id) => documents.get(id) ?? []);
    const receipts = await this.receipts(attempts);
    return {
      ...item,
      brief: hidden ? '' : given.brief, references: hidden ? [] : views(references), late: given.late, declaration: given.declaration,
      takes: { text: takesText(given.kind), files: takesFiles(given.kind) }, confirmAll: given.confirmAll,
      group: given.groupWork && given.groupId !== null ? { id: given.groupId, name: given.groupName ?? '', members: members.map(({ enrolmentId, fullName }) => ({ enrolmentId, fullName })) } : null,
      confirmedBy: given.confirmAll ? confirmed.map(({ fullName }) => fullName) : [],
      draft: presentDraft(draft, views(draftFiles)),
      receipts, closed,
      can: { edit: closed === null, submit: closed === null && (draft?.version ?? 0) > (draft?.submittedVersion ?? 0) },
    };
  }

  /** @throws AppError platform.not_found, also for the work of others */
  async submission(actor: Actor, id: number): Promise<SubmittedWork> {
    const row = await this.submissions.find(id);
    const members = row ? await this.submissions.members([id]) : [];
    if (!row || !members.some(({ personId }) => personId === actor.personId)) throw new AppError(platformErrors.not_found);
    const [receipt] = await this.receipts([row]);
    if (!receipt) throw new AppError(platformErrors.not_found);
    return { ...receipt, text: row.text };
  }

  /** @throws AppError platform.not_found when it was not given to this person */
  async standing({ personId }: Actor, assignmentId: number): Promise<Standing> {
    const given = personId === null ? undefined : await this.work.find(personId, assignmentId);
    if (!given || personId === null) throw new AppError(platformErrors.not_found);
    const { enrolmentId, fullName, groupId, groupWork } = given;
    const [overrides, members] = await Promise.all([
      this.overrides.forOwners([given.id], [enrolmentId], groupId === null ? [] : [groupId]),
      groupWork && groupId !== null ? this.work.members(groupId) : [{ enrolmentId, personId, fullName }],
    ]);
    return { given, owner: ownerOf(given), terms: termsOf(given, overrides), members };
  }

  closed({ given, owner, terms }: Standing, at: Date, used: number): ClosedReason | null {
    return closedReasonOf({ at, classState: given.classState, owner, terms, used });
  }

  private item(given: GivenWork, terms: Terms, { current, drafts }: Standings): WorkItem {
    const owner = ownerOf(given);
    const mine = current.find((one) => one.assignmentId === given.id && one.owner === owner);
    const draft = drafts.find((one) => one.assignmentId === given.id && one.owner === owner);
    const state = workStateOf({ now: this.clock.now(), terms, current: mine, hasDraft: draft !== undefined, confirmed: given.confirmAll && draft?.confirmed === true });
    return presentWorkItem(given, terms, state, mine);
  }

  private async receipts(rows: readonly SubmissionRow[]): Promise<Receipt[]> {
    const ids = rows.map(({ id }) => id);
    const [files, members, names] = await Promise.all([this.submissions.files(ids), this.submissions.members(ids), this.work.names(rows.map(({ submittedBy }) => submittedBy))]);
    const documents = await this.documents.view(files.map(({ documentId }) => documentId));
    return rows.map((row) => presentReceipt(row, {
      documents: files.filter(({ submissionId }) => submissionId === row.id).flatMap(({ documentId }) => documents.get(documentId) ?? []),
      members: members.filter(({ submissionId }) => submissionId === row.id).map(({ fullName }) => fullName),
      submittedBy: names.get(row.submittedBy) ?? '',
    }));
  }
}
