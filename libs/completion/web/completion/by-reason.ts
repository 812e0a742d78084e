import type { CompletionItem } from '@halong/completion/contract';

type Missing = CompletionItem['missing'][number];

/** What is missing, with everything of the same reason said once; the order of the first of each stays. */
export function byReason(missing: readonly Missing[]): { why: Missing['why']; leaves: Missing[] }[] {
  const groups = new Map<Missing['why'] | string, Missing[]>();
  for (const leaf of missing) {
    const group = leaf.why ?? leaf.key;
    groups.set(group, [...(groups.get(group) ?? []), leaf]);
  }
  return [...groups.values()].map((leaves) => ({ why: leaves[0]?.why ?? null, leaves }));
}
