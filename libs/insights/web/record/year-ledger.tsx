import { IconCalendarEvent, IconCircleCheck, IconClock, IconUserExclamation, Sheet, StackedBar, StatusChip, type Tone } from '@halong/design/web';
import { lightNames, type Light, type YearFigures } from '@halong/completion/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './record.texts.ts';

export const lightTones: Record<Light, Tone> = { GREEN: 'ok', AMBER: 'info', RED: 'act', EXEMPT: 'mute' };

/** The periods of one year: counted, on the way, expected, and what no class covers. */
export function YearLedger({ figures }: { figures: YearFigures }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { counted, onTheWay, expected, needed, light } = figures;
  const missing = Math.max(0, needed - counted - onTheWay - expected);
  const parts = [
    { id: 'counted', value: counted, label: String(counted), note: t('counted'), look: 'done', icon: IconCircleCheck },
    { id: 'onTheWay', value: onTheWay, label: String(onTheWay), note: t('onTheWay'), look: 'expected', icon: IconClock },
    { id: 'expected', value: expected, label: String(expected), note: t('expected'), look: 'rest', icon: IconCalendarEvent },
    ...(missing > 0 ? [{ id: 'missing', value: missing, label: String(missing), note: t('missing'), look: 'gap', icon: IconUserExclamation } as const] : []),
  ] as const;
  return (
    <Sheet
      title={needed > 0 ? t('periods', { counted, needed }) : t('periodsOnly', { counted })}
      aside={<StatusChip tone={lightTones[light]}>{lightNames[light][language]}</StatusChip>}
    >
      <StackedBar label={t('bar', { counted, onTheWay, expected, needed })} parts={parts} />
    </Sheet>
  );
}

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

/** The year in one sentence. */
export function yearHeadline({ year, needed, counted, outlook }: YearFigures, t: Say): string {
  if (needed === 0 || outlook === 'EXEMPT') return t('headlineExempt', { year });
  if (outlook === 'ENOUGH') return t('headlineEnough', { needed, year });
  if (outlook === 'WILL_BE_ENOUGH') return t('headlineWill', { needed, year });
  return t('headline', { missing: Math.max(0, needed - counted), needed, year });
}
