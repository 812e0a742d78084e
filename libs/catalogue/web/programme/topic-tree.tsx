import { EmptyState, Sheet } from '@halong/design/web';
import { programmeUnitKindNames, type ProgrammeUnit, type ProgrammeVersion } from '@halong/catalogue/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './programme.texts.ts';

/** Parts, subjects and topics in their order, children below their parent. */
export function TopicTree({ version }: { version: ProgrammeVersion }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { units } = version;
  const parents = new Set(units.map((unit) => unit.parentId));
  const periods = units.filter((unit) => !parents.has(unit.id)).reduce((sum, unit) => sum + unit.periods, 0);
  if (units.length === 0) return <Sheet title={t('topics')} padded={false}><EmptyState title={t('topicsEmpty')}>{t('topicsEmptyWhy')}</EmptyState></Sheet>;
  return (
    <Sheet title={t('topicsHead', { count: units.length, periods: formatNumber(periods, language) })}>
      <Branch units={units} parentId={null} />
    </Sheet>
  );
}

function Branch({ units, parentId }: { units: readonly ProgrammeUnit[]; parentId: number | null }) {
  const { language } = useLanguage();
  const t = useTexts(say);
  const here = units.filter((unit) => unit.parentId === parentId).toSorted((a, b) => a.position - b.position);
  if (here.length === 0) return null;
  return (
    <ol className="tree">
      {here.map((unit) => (
        <li key={unit.id}>
          <span className="row top">
            <span className="sp">
              {language === 'vi' ? unit.titleVi : unit.titleEn}
              {unit.kind !== 'TOPIC' && <small className="muted"> {programmeUnitKindNames[unit.kind][language]}</small>}
            </span>
            {unit.periods > 0 && <span className="muted nw">{t('periodCount', { n: unit.periods })}</span>}
          </span>
          <Branch units={units} parentId={unit.id} />
        </li>
      ))}
    </ol>
  );
}
