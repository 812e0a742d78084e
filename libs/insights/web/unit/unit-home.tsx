import { useDeferredValue, useState } from 'react';
import { Button, EmptyState, ErrorState, IconUserPlus, PageHead, SearchField, Segmented, SelectField, Sheet, Skeletons, usePage } from '@halong/design/web';
import { lightNames, lights, outlookNames, outlooks, unitLedgerTopic, type Light, type Outlook } from '@halong/completion/contract';
import { complianceRoutes, type UnitCompliance } from '@halong/insights/contract';
import { formatDay, formatNumber, useLanguage, useQueryOf, useTexts, useToday, useWatch } from '@halong/platform/web';
import { ComplianceTable } from './compliance-table.tsx';
import { LedgerPanel } from './ledger-panel.tsx';
import { say } from './unit.texts.ts';
import { UnitChoice } from './unit-choice.tsx';
import { UnitClasses } from './unit-classes.tsx';
import { UnitShare } from './unit-share.tsx';
import { useUnitAddress, type LedUnit } from './your-unit.ts';

const size = 50;
const order: readonly Outlook[] = ['NO_CLASS', 'SHORT', 'WILL_BE_ENOUGH', 'ENOUGH', 'EXEMPT'];

/** Who of my unit reaches the yearly periods, who will, and who has no class: down to each session. */
export default function UnitHome({ units }: { units: readonly LedUnit[] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const at = useUnitAddress(units);
  const { unitId = 0, year } = at;
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  const known = unitId > 0;
  useWatch(unitLedgerTopic, known ? unitId : undefined, [complianceRoutes.getCompliance, complianceRoutes.getPersonLedger]);
  const whole = useQueryOf(complianceRoutes.getCompliance, { params: { id: unitId }, query: { year, size: 1 } }, { enabled: known });
  const { light, outlook } = groupOf(at, whole.data);
  const list = useQueryOf(complianceRoutes.getCompliance, { params: { id: unitId }, query: { year, page, size, search: text, light, outlook } }, { enabled: whole.data !== undefined });
  const { data } = whole;
  usePage({ crumbs: [{ label: t('title') }, ...(data ? [{ label: nameOf(data, language) }] : [])] });
  if (!known) return <EmptyState centered title={t('noUnit')}>{t('noUnitWhy')}</EmptyState>;
  if (whole.error && !data) return <ErrorState centered problem={whole.error.problem} onRetry={() => void whole.refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  const choose = (changes: Record<string, string | undefined>) => {
    setPage(1);
    at.set(changes);
  };
  return (
    <>
      <Head found={data} units={units} onChoose={choose} />
      {data.lights.people > 0 && <Sheet><UnitShare found={data} /></Sheet>}
      <div className="row wrap g3 filters">
        <Groups found={data} light={light} outlook={outlook} onChoose={choose} />
        <SearchField label={t('search')} value={search} onChange={(next) => { setSearch(next); setPage(1); }} />
      </div>
      <Sheet padded={false}>
        {list.error && !list.data ? <ErrorState problem={list.error.problem} onRetry={() => void list.refetch()} /> : (
          <ComplianceTable
            rows={list.data?.items} openId={at.personId} onOpen={(id) => at.set({ person: String(id) })} pages={{ page, pageSize: size, total: list.data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      <UnitClasses key={`${unitId}-${data.year}`} unitId={unitId} year={data.year} />
      {at.personId !== undefined && (
        <LedgerPanel key={at.personId} unitId={unitId} personId={at.personId} year={year} neighbours={(list.data?.items ?? []).map((one) => one.personId)} onOpen={(id) => at.set({ person: id === undefined ? undefined : String(id) })} />
      )}
    </>
  );
}

/** The group that the address names; without one the most urgent that has people. */
function groupOf({ show, light: asked }: { show: string | undefined; light: string | undefined }, found: UnitCompliance | undefined): { light?: Light; outlook?: Outlook } {
  const light = lights.find((one) => one === asked);
  if (light) return { light };
  if (show === 'ALL') return {};
  return { outlook: outlooks.find((one) => one === show) ?? order.find((one) => (found?.outlooks[one] ?? 0) > 0) };
}

const nameOf = (found: UnitCompliance, language: string) => (language === 'vi' ? found.unit.nameVi : found.unit.nameEn);

interface PartProps {
  found: UnitCompliance;
  onChoose: (changes: Record<string, string | undefined>) => void;
}

function Head({ found, units, onChoose }: PartProps & { units: readonly LedUnit[] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { needed, year } = found;
  const gap = found.outlooks.NO_CLASS + found.outlooks.SHORT;
  const thisYear = Number(useToday().slice(0, 4));
  const title = found.lights.people === 0 ? t('headlineNobody') : gap === 0 ? t('headlineFine', { needed, year }) : t(year < thisYear ? 'headlinePast' : 'headline', { count: gap, needed, year });
  const years = [...new Set([thisYear, thisYear - 1, thisYear - 2, year])].sort((one, other) => other - one);
  return (
    <PageHead
      title={title} sub={t('sub', { unit: nameOf(found, language), count: formatNumber(found.lights.people, language), day: formatDay(found.on) })}
      actions={<>
        <UnitChoice units={units} unitId={found.unit.id} onChoose={(unit) => onChoose({ unit, person: undefined, show: undefined, light: undefined })} />
        <SelectField
          compact label={t('year')} labelHidden value={String(year)} onChange={(next) => onChoose({ year: next, show: undefined })}
          options={years.map((one) => ({ value: String(one), label: `${t('year')} ${one}` }))}
        />
        {gap > 0 && units.length > 0 && <Button variant="primary" icon={IconUserPlus} to="/unit/nominations">{t('nominate')}</Button>}
      </>}
    />
  );
}

/** The groups of the year's end; or those of today's light when somebody comes from the overview. */
function Groups({ found, light, outlook, onChoose }: PartProps & { light: Light | undefined; outlook: Outlook | undefined }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const all = { value: 'ALL', label: t('all'), count: found.lights.people };
  if (light) {
    return (
      <Segmented
        label={t('show')} value={light} onChange={(next) => onChoose(next === 'ALL' ? { light: undefined, show: 'ALL' } : { light: next })}
        options={[...lights.map((one) => ({ value: one as string, label: lightNames[one][language], count: found.lights[one] })), all]}
      />
    );
  }
  return (
    <Segmented
      label={t('show')} value={outlook ?? 'ALL'} onChange={(next) => onChoose({ show: next })}
      options={[...order.map((one) => ({ value: one as string, label: outlookNames[one][language], count: found.outlooks[one] })), all]}
    />
  );
}
