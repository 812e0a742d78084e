import type { ReactNode } from 'react';
import { Note } from '@halong/design/web';
import type { Fate, Formula } from '@halong/assessment/contract';
import type { Language } from '@halong/platform/contract';
import { formatNumber, formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './formula.texts.ts';

const digits = 10_000;

/** "0,4 × 7,5 + 0,6 × 8 = 7,8": only what counts; a share that is no short decimal is said to be rounded. */
export function formulaText({ terms, computed }: Formula, language: Language): string | undefined {
  if (computed === null) return undefined;
  const parts = terms.flatMap(({ component: { score }, fate, share }) => {
    if (fate !== 'COUNTS' || score.kind !== 'score') return [];
    const short = Math.round(share * digits) / digits;
    return [`${Math.abs(short - share) > 1e-9 ? '≈ ' : ''}${formatNumber(short, language)} × ${formatNumber(score.value, language)}`];
  });
  return `${parts.join(' + ')} = ${formatNumber(computed, language)}`;
}

/** The formula with one person's own numbers: what counts, what was dropped or excused, and why. `field` replaces a mark by something else. */
export function FormulaList({ formula, categories, overrideReason, field }: {
  formula: Formula;
  categories: readonly { key: string; nameVi: string; nameEn: string; dropLowest: number }[];
  overrideReason?: string | undefined;
  field?: (key: string, name: string) => ReactNode;
}) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const named = (thing: { nameVi: string; nameEn: string }) => (language === 'vi' ? thing.nameVi : thing.nameEn);
  const text = formulaText(formula, language);
  const why = (fate: Fate, category: string | null): string | undefined => {
    const group = categories.find((one) => one.key === category);
    if (fate === 'DROPPED' && group) return t('dropped', { count: group.dropLowest, name: named(group) });
    return fate === 'COUNTS' || fate === 'DROPPED' ? undefined : t(fate);
  };
  return (
    <div className="col g2">
      <ul className="rulelist">
        {formula.terms.map(({ component: { item, score }, fate, share }) => (
          <li key={item.key}>
            <span>
              {named(item)}
              <small>{[t('weight', { percent: formatPercent(item.weight, language) }), fate === 'COUNTS' && Math.abs(share - item.weight) > 1e-6 ? t('share', { percent: formatPercent(share, language) }) : undefined, why(fate, item.category)].filter(Boolean).join(' · ')}</small>
            </span>
            <span className="v">{field ? field(item.key, named(item)) : <b>{score.kind === 'score' ? formatNumber(score.value, language) : score.kind === 'excused' ? t('excused') : t('blank')}</b>}</span>
          </li>
        ))}
      </ul>
      <p className="tn"><b>{text ?? t('open')}</b></p>
      {formula.average !== formula.computed && formula.average !== null && <Note tone="warn">{t('override', { average: formatNumber(formula.average, language), reason: overrideReason ?? '' })}</Note>}
    </div>
  );
}
