import { IconCircleCheck, IconClockPlay, IconHourglassLow, IconUserExclamation, IconUserOff, StackedBar } from '@halong/design/web';
import type { UnitCompliance } from '@halong/insights/contract';
import { formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { useSearchParams } from 'react-router';
import { say } from './unit.texts.ts';

/** Everybody of the unit in one bar, each part a door to its people. */
export function UnitShare({ found }: { found: UnitCompliance }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [params] = useSearchParams();
  const { ENOUGH, WILL_BE_ENOUGH, SHORT, NO_CLASS, EXEMPT } = found.outlooks;
  const to = (show: string) => {
    const next = new URLSearchParams(params);
    next.set('show', show);
    next.delete('light');
    return `?${next.toString()}`;
  };
  const share = found.enoughShare === null ? null : formatPercent(found.enoughShare, language);
  const parts = [
    { id: 'ENOUGH', value: ENOUGH, label: t('enough', { count: ENOUGH }), note: share ? t('enoughNote', { share }) : t('enoughPlain'), look: 'done', icon: IconCircleCheck },
    { id: 'WILL_BE_ENOUGH', value: WILL_BE_ENOUGH, label: t('will', { count: WILL_BE_ENOUGH }), note: t('willNote'), look: 'expected', icon: IconClockPlay },
    { id: 'SHORT', value: SHORT, label: t('short', { count: SHORT }), note: t('shortNote'), look: 'gap', icon: IconHourglassLow },
    { id: 'NO_CLASS', value: NO_CLASS, label: t('none', { count: NO_CLASS }), note: t('noneNote'), look: 'gap', icon: IconUserExclamation },
    { id: 'EXEMPT', value: EXEMPT, label: t('exempt', { count: EXEMPT }), note: t('exemptNote'), look: 'rest', icon: IconUserOff },
  ] as const;
  return (
    <StackedBar
      label={t('barLabel', { enough: ENOUGH, will: WILL_BE_ENOUGH, short: SHORT, none: NO_CLASS, exempt: EXEMPT })}
      parts={parts.filter((part) => part.value > 0 || part.id === 'ENOUGH').map((part) => ({ ...part, to: to(part.id) }))}
      aside={found.previousShare === null ? t('previousNone') : t('previous', { share: formatPercent(found.previousShare, language) })}
    />
  );
}
