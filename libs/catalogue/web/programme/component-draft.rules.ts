import type { Component } from '@halong/catalogue/contract';

/** A component while it is typed: the weight is a percentage in words. */
export interface ComponentDraft {
  key: string;
  nameVi: string;
  nameEn: string;
  percent: string;
  required: boolean;
}

export const draftOf = (component: Component): ComponentDraft => ({ ...component, percent: String(Math.round(component.weight * 1e4) / 100) });

/** "33,33" or "33.33" → 33.33; NaN when it is no number. */
const percentOf = (draft: ComponentDraft): number => Number(draft.percent.replace(',', '.'));

/** What the weights add up to, in percent with two digits; NaN when one is no number. */
export function percentSum(drafts: readonly ComponentDraft[]): number {
  return Math.round(drafts.reduce((sum, draft) => sum + percentOf(draft), 0) * 100) / 100;
}

/** A key that no other component has. */
export function freeKey(drafts: readonly ComponentDraft[]): string {
  const taken = new Set(drafts.map((draft) => draft.key));
  let n = drafts.length + 1;
  while (taken.has(`part-${n}`)) n += 1;
  return `part-${n}`;
}

/** All names are there and the weights are positive and whole; an empty list means that nothing is graded. */
export function isComplete(drafts: readonly ComponentDraft[]): boolean {
  if (drafts.length === 0) return true;
  return percentSum(drafts) === 100 && drafts.every((draft) => draft.nameVi.trim() && draft.nameEn.trim() && percentOf(draft) > 0);
}

/** As the contract has it; weights in steps of 0.0001. */
export function componentsOf(drafts: readonly ComponentDraft[]): Component[] {
  return drafts.map(({ key, nameVi, nameEn, required, ...draft }) => ({
    key, nameVi: nameVi.trim(), nameEn: nameEn.trim(), required, weight: Math.round(percentOf({ key, nameVi, nameEn, required, ...draft }) * 100) / 1e4,
  }));
}
