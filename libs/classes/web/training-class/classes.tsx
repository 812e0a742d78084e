import { useQueries } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, DataTable, EmptyState, ErrorState, IconPlus, PageHead, SearchField, Segmented, SelectField, Sheet, StatusText, usePage, type Column } from '@halong/design/web';
import { placeRoutes, trainingClassRoutes, trainingClassStateNames, trainingClassStates, type ClassItem, type TrainingClassState } from '@halong/classes/contract';
import { call, formatDay, formatNumber, keyOf, useLanguage, useQueryOf, useTexts, useToday } from '@halong/platform/web';
import { dayRange, named } from '../naming.ts';
import { classStateLooks } from './class-state.ts';
import { say } from './class.texts.ts';

const size = 50;
/** The states that coordinators look for; the others are in the list of all. */
const stages = ['PLANNED', 'NOMINATING', 'LIST_FINALISED', 'DECIDED', 'RUNNING', 'GRADING'] as const satisfies readonly TrainingClassState[];
type Stage = TrainingClassState | 'ALL';

const views: readonly Stage[] = ['ALL', ...stages];

/** How many classes each stage holds, of those the filters let through. */
function useCounts(filter: { search: string; year?: number }): Partial<Record<Stage, number>> {
  const { listClasses } = trainingClassRoutes;
  const answers = useQueries({
    queries: views.map((stage) => {
      const input = { query: { ...filter, page: 1, size: 1, ...(stage === 'ALL' ? {} : { state: stage }) } };
      return { queryKey: keyOf(listClasses, input), queryFn: ({ signal }: { signal: AbortSignal }) => call(listClasses, input, { signal }) };
    }),
  });
  return Object.fromEntries(views.map((stage, at) => [stage, answers[at]?.data?.total]));
}

/** Who edits classes, or sees none yet, is asked for whether they may plan one; who only attends is not. */
function useMayPlan(classes: readonly ClassItem[] | undefined): boolean {
  const mayRun = classes !== undefined && (classes.length === 0 || classes.some((one) => one.can.edit));
  const institutions = useQueryOf(placeRoutes.listInstitutions, {}, { enabled: mayRun });
  return institutions.data?.some((one) => one.can.work) ?? false;
}

/** "12 lớp: Đang học". */
function useHeadline(total: number | undefined, stage: Stage): string {
  const t = useTexts(say);
  const { language } = useLanguage();
  if (total === undefined) return t('classes');
  const words = formatNumber(total, language);
  if (total === 0 && stage === 'ALL') return t('empty');
  return stage === 'ALL' ? t('headline', { total: words }) : t('headlineIn', { total: words, state: trainingClassStateNames[stage][language] });
}

/** The classes one may see, by where they stand. */
export default function Classes() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [asked] = useSearchParams();
  const [stage, setStage] = useState<Stage>(trainingClassStates.find((one) => one === asked.get('state')) ?? 'ALL');
  const [year, setYear] = useState(asked.get('year') ?? '');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  usePage({ crumbs: [{ label: t('classes') }], fill: true });
  const filter = { search: text, ...(year ? { year: Number(year) } : {}) };
  const { data, error, refetch } = useQueryOf(trainingClassRoutes.listClasses, { query: { ...filter, page, size, ...(stage === 'ALL' ? {} : { state: stage }) } });
  const counts = useCounts(filter);
  const mayPlan = useMayPlan(data?.items);
  const filtered = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setPage(1);
  };
  const thisYear = Number(useToday().slice(0, 4));
  const years = [thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map(String);
  const rest = trainingClassStates.filter((state) => !stages.some((one) => one === state));
  const columns: Column<ClassItem>[] = [
    { key: 'class', head: t('class'), cell: (row) => <span>{named(row, language)} <span className="muted nw">{row.code}</span></span> },
    { key: 'state', head: t('state'), cell: (row) => <StatusText {...classStateLooks[row.state]}>{trainingClassStateNames[row.state][language]}</StatusText> },
    { key: 'dates', head: t('dates'), cell: (row) => <span className="nw">{dayRange(row.openingDate, row.closingDate) ?? <span className="muted">{t('noDates')}</span>}</span> },
    { key: 'deadline', head: t('deadline'), cell: (row) => row.nominationDeadline && <span className="nw">{formatDay(row.nominationDeadline)}</span> },
    { key: 'institution', head: t('institution'), cell: (row) => named(row.institution, language), phone: 'hide' },
    { key: 'capacity', head: t('capacity'), align: 'right', cell: (row) => row.capacity },
  ];
  const searched = text !== '' || stage !== 'ALL' || year !== '';
  const headline = useHeadline(data?.total, stage);
  return (
    <>
      <PageHead
        title={headline}
        sub={t('lead')} actions={mayPlan && <Button variant="primary" icon={IconPlus} to="/classes/new">{t('plan')}</Button>}
      />
      <Segmented
        label={t('stage')} value={stage} onChange={filtered(setStage)}
        options={views.map((one) => ({ value: one, label: one === 'ALL' ? t('all') : trainingClassStateNames[one][language], count: counts[one] }))}
      />
      <div className="row wrap g3 filters">
        <SearchField label={t('search')} value={search} onChange={filtered(setSearch)} />
        <SelectField compact label={t('year')} labelHidden placeholder={t('anyYear')} value={year} onChange={filtered(setYear)} options={years.map((one) => ({ value: one, label: one }))} />
        <SelectField
          compact label={t('state')} labelHidden value={stage} onChange={(next) => filtered(setStage)(next as Stage)}
          options={[{ value: 'ALL', label: t('anyState') }, ...[...stages, ...rest].map((one) => ({ value: one, label: trainingClassStateNames[one][language] }))]}
        />
      </div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('classes')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} onOpen={(row) => void navigate(`/classes/${row.id}`)}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
            empty={<EmptyState title={t(searched ? 'noMatch' : 'empty')}>{t(searched ? 'noMatchWhy' : 'emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
    </>
  );
}
