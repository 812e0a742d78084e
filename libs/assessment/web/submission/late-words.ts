import { latenessOf, type LatePolicy } from '@halong/assessment/contract';
import { defineTexts, type Language } from '@halong/platform/contract';
import { formatNumber } from '@halong/platform/web';

const say = defineTexts({
  costs: { vi: 'Nộp trễ {days} ngày: trừ {points} điểm, không dưới {floor}.', en: '{days} {days|day|days} late: {points} points off, not below {floor}.' },
  free: { vi: 'Nộp trễ không bị trừ điểm.', en: 'Late work costs nothing.' },
});

const dayMs = 86_400_000;

/** Points as they are said: always with a digit behind the comma. */
export const points = (value: number, language: Language): string => {
  const text = formatNumber(value, language);
  return /[.,]/.test(text) ? text : `${text}${language === 'vi' ? ',' : '.'}0`;
};

/** What a policy means, by an example of so many days. */
export function lateWords(policy: LatePolicy, language: Language, days = 2): string {
  const { deduction } = latenessOf(days * dayMs, 0, policy);
  if (policy.deductionPerDay === 0) return say(language, 'free');
  return say(language, 'costs', { days, points: points(deduction, language), floor: points(policy.floor, language) });
}
