import { Link, useNavigate, useSearchParams } from 'react-router';
import { BarRows, DataTable, EmptyState, ErrorState, Kpis, PageHead, SelectField, Sheet, Skeletons, StackedBar, usePage } from '@halong/design/web';
import { trainingClassStateNames } from '@halong/classes/contract';
import { lights, overviewTopic } from '@halong/completion/contract';
import { overviewRoutes, type Overview } from '@halong/insights/contract';
import { unitRoutes } from '@halong/organisation/contract';
import { formatNumber, formatTime, serverTimeOf, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './overview.texts.ts';
import { useUnitColumns } from './unit-columns.tsx';

const busy = ['RUNNING', 'EXAM', 'GRADING'];
const lightLooks = { GREEN: 'done', AMBER: 'expected', RED: 'gap', EXEMPT: 'rest' } as const;

/** The year of the province: classes by state, completion by unit, the 40 periods. Each number leads to its rows. */
export default function OverviewScreen() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [params, setParams] = useSearchParams();
  usePage({ crumbs: [{ label: t('title') }] });
  useWatch(overviewTopic, 0, [overviewRoutes.getOverview]);
  const { data, error, refetch, dataUpdatedAt } = useQueryOf(overviewRoutes.getOverview, { query: { year: Number(params.get('year')) || undefined } });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={6} />;
  const { year } = data;
  const number = (value: number) => formatNumber(value, language);
  const classes = data.classes.reduce((sum, one) => sum + one.classes, 0);
  const years = [...new Set([...data.years, year])].sort((one, other) => other - one);
  return (
    <>
      <PageHead
        title={data.personTimes === 0 ? t('headlineNone', { year }) : t('headline', { year, done: number(data.completedPersonTimes), total: number(data.personTimes) })}
        sub={t('lead', { classes: number(classes), headcount: number(data.headcount), time: formatTime(new Date(serverTimeOf(dataUpdatedAt)).toISOString()) })}
        actions={(
          <SelectField
            compact label={t('year')} labelHidden value={String(year)} onChange={(next) => setParams({ year: next }, { replace: true })}
            options={years.map((one) => ({ value: String(one), label: `${t('year')} ${one}` }))}
          />
        )}
      />
      <Numbers found={data} classes={classes} />
      <div className="cols">
        <Sheet title={t('byState')}><ByState found={data} /></Sheet>
        {data.lights.people > 0 && <Sheet title={t('periods')}><Periods found={data} /></Sheet>}
      </div>
      <ByUnit found={data} />
    </>
  );
}

function Numbers({ found, classes }: { found: Overview; classes: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { year } = found;
  const running = found.classes.filter((one) => busy.includes(one.state)).reduce((sum, one) => sum + one.classes, 0);
  return (
    <Kpis
      kpis={[
        { label: t('kpiClasses'), value: number(classes), note: t('kpiRunning', { count: running }), to: `/classes?year=${year}` },
        { label: t('kpiPeople'), value: number(found.personTimes), of: t('personTimes'), note: t('nominated', { nominated: number(found.nominated), count: number(found.headcount) }), to: `/overview/units?year=${year}` },
        { label: t('kpiSessions'), value: number(found.sessions.held), of: t('ofSessions', { total: number(found.sessions.total) }), note: t('kpiSessionsNote', { count: number(found.sessions.locked) }), to: `/classes?year=${year}` },
        { label: t('kpiSheets'), value: number(found.sheetsPublished), of: t('ofClasses', { total: number(classes) }), note: t('kpiSheetsNote'), to: `/classes?year=${year}` },
        { label: t('kpiDone'), value: number(found.completedPersonTimes), of: t('ofPersonTimes', { total: number(found.personTimes) }), note: t('headcount', { count: number(found.completedHeadcount) }), to: `/overview/units?year=${year}` },
        { label: t('kpiCertificates'), value: number(found.certificates), note: t('kpiCertificatesNote', { count: number(found.revoked) }), to: `/certificates?year=${year}` },
      ]}
    />
  );
}

function ByState({ found }: { found: Overview }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const rows = found.classes.filter((one) => one.classes > 0);
  if (rows.length === 0) return <EmptyState title={t('noClasses', { year: found.year })}>{t('noClassesWhy')}</EmptyState>;
  return (
    <BarRows
      title={t('byState')}
      rows={rows.map((one) => ({
        id: one.state, label: trainingClassStateNames[one.state][language], parts: [{ value: one.classes }], value: formatNumber(one.classes, language),
        of: t('trainees', { count: formatNumber(one.trainees, language) }), to: `/classes?state=${one.state}&year=${found.year}`,
      }))}
    />
  );
}

/** Of everybody employed; the doors lead to the people of the province's own unit. */
function Periods({ found }: { found: Overview }) {
  const t = useTexts(say);
  const province = useQueryOf(unitRoutes.listUnits, { query: { type: 'PROVINCE', size: 1 } });
  const root = province.data?.items[0]?.id;
  const { GREEN, AMBER, RED, EXEMPT } = found.lights;
  return (
    <StackedBar
      label={t('periodsBar', { green: GREEN, amber: AMBER, red: RED, exempt: EXEMPT })}
      parts={lights.map((one) => ({
        id: one, value: found.lights[one], label: String(found.lights[one]), note: t(one), look: lightLooks[one],
        ...(root ? { to: `/unit?unit=${root}&light=${one}&year=${found.year}` } : {}),
      }))}
    />
  );
}

function ByUnit({ found }: { found: Overview }) {
  const t = useTexts(say);
  const navigate = useNavigate();
  const columns = useUnitColumns();
  return (
    <Sheet title={t('byUnit')} padded={false} aside={found.unitsTotal > 0 && <Link to={`/overview/units?year=${found.year}`}>{t('allUnits', { count: found.unitsTotal })}</Link>}>
      <DataTable
        caption={t('byUnit')} columns={columns} rows={found.units} rowId={(row) => String(row.unit.id)} onOpen={(row) => void navigate(`/unit?unit=${row.unit.id}&year=${found.year}&show=ALL`)}
        empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
      />
    </Sheet>
  );
}
