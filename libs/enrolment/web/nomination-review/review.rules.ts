import { screeningReasonText, type AdmissionAnswer, type NominationCounts, type NominationState } from '@halong/enrolment/contract';
import { fillText, type Language, type TextPair } from '@halong/platform/contract';

/** Every submitted nomination stands in exactly one of them, that of its state; besides there is the view of all. */
export const reviewStates = ['SUBMITTED', 'WAITLISTED', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const satisfies readonly NominationState[];
export type ReviewView = (typeof reviewStates)[number] | 'ALL';

/** The views in order with how many people stand in each; all is the sum of the others. */
export function reviewViews(counts: NominationCounts): { view: ReviewView; count: number }[] {
  const views = reviewStates.map((view) => ({ view, count: counts[view] }));
  return [...views, { view: 'ALL', count: views.reduce((sum, { count }) => sum + count, 0) }];
}

/** Where the coordinator still decides. */
export const isUndecided = (view: ReviewView): boolean => view === 'SUBMITTED' || view === 'WAITLISTED';

const words = {
  admitted: { vi: 'Đã duyệt {count} người', en: '{count} admitted' },
  nobody: { vi: 'Chưa duyệt được ai', en: 'Nobody admitted' },
  waiting: { vi: '{count} người trong danh sách chờ', en: '{count} on the waiting list' },
  refused: { vi: '{count} người không duyệt được', en: '{count} refused' },
} satisfies Record<string, TextPair>;

/**
 * What became of those whom the coordinator wanted to admit, for the notice after it.
 * @returns `counts`: one sentence; `reasons`: every reason once, the most frequent first, with its number of people
 */
export function admissionWords({ admitted, waitlisted, refused }: Pick<AdmissionAnswer, 'admitted' | 'waitlisted' | 'refused'>, language: Language): { counts: string; reasons: string[] } {
  const part = (text: TextPair, list: readonly unknown[]) => (list.length > 0 ? [fillText(text[language], { count: list.length })] : []);
  const first = admitted.length > 0 ? part(words.admitted, admitted) : [words.nobody[language]];
  const people = new Map<string, number>();
  for (const reason of [...waitlisted, ...refused].flatMap(({ reasons }) => reasons.map((one) => screeningReasonText(language, one)))) people.set(reason, (people.get(reason) ?? 0) + 1);
  return {
    counts: `${[...first, ...part(words.waiting, waitlisted), ...part(words.refused, refused)].join(', ')}.`,
    reasons: [...people].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${reason.replace(/\.$/, '')} (${count})`),
  };
}
