import { periodsTaught, type ProgrammeUnit, type ProgrammeUnitKind, type TopicInput } from '@halong/catalogue/contract';

/** A topic while it is typed; `parent` is the key of another draft that stands before it. */
export interface TopicDraft {
  key: number;
  id: number | undefined;
  parent: number | null;
  kind: ProgrammeUnitKind;
  titleVi: string;
  titleEn: string;
  periods: string;
}

/** The tree as a list in reading order: every parent before its children. */
export function draftsOf(units: readonly ProgrammeUnit[]): TopicDraft[] {
  const below = (parentId: number | null): TopicDraft[] =>
    units
      .filter((unit) => unit.parentId === parentId)
      .toSorted((a, b) => a.position - b.position)
      .flatMap((unit) => [
        { key: unit.id, id: unit.id, parent: unit.parentId, kind: unit.kind, titleVi: unit.titleVi, titleEn: unit.titleEn, periods: String(unit.periods) },
        ...below(unit.id),
      ]);
  return below(null);
}

/** What the tree adds up to, counted as the server does. */
export const periodSum = (drafts: readonly TopicDraft[]): number =>
  periodsTaught(drafts.map(({ key, parent, periods }) => ({ key, parent, periods: Number(periods || 0) })), ({ key }) => key, ({ parent }) => parent);

/** Without the draft and everything below it. */
export function without(drafts: readonly TopicDraft[], key: number): TopicDraft[] {
  const gone = new Set([key]);
  for (const draft of drafts) if (draft.parent !== null && gone.has(draft.parent)) gone.add(draft.key);
  return drafts.filter((draft) => !gone.has(draft.key));
}

/** A new draft, after its parent's last descendant or at the end. */
export function withNew(drafts: readonly TopicDraft[], parent: number | null): TopicDraft[] {
  const made: TopicDraft = { key: Math.min(0, ...drafts.map((draft) => draft.key)) - 1, id: undefined, parent, kind: 'TOPIC', titleVi: '', titleEn: '', periods: '' };
  if (parent === null) return [...drafts, made];
  const kept = new Set(without(drafts, parent).map((draft) => draft.key));
  const last = drafts.findLastIndex((draft) => !kept.has(draft.key));
  return [...drafts.slice(0, last + 1), made, ...drafts.slice(last + 1)];
}

/** How deep a draft stands: 0 at the top. */
export function depthOf(drafts: readonly TopicDraft[], draft: TopicDraft): number {
  const parent = drafts.find((one) => one.key === draft.parent);
  return parent ? 1 + depthOf(drafts, parent) : 0;
}

export const isComplete = (drafts: readonly TopicDraft[]): boolean => drafts.every((draft) => draft.titleVi.trim() !== '' && draft.titleEn.trim() !== '');

/** As the contract has it: the parent by its place in the list. */
export function topicsOf(drafts: readonly TopicDraft[]): TopicInput[] {
  return drafts.map((draft) => ({
    ...(draft.id === undefined ? {} : { id: draft.id }), parent: draft.parent === null ? null : drafts.findIndex((one) => one.key === draft.parent),
    kind: draft.kind, titleVi: draft.titleVi.trim(), titleEn: draft.titleEn.trim(), periods: Number(draft.periods || 0),
  }));
}
