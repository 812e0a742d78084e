import { useDeferredValue, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { ClassHeader } from '@halong/classes/web';
import { DataTable, EmptyState, ErrorState, Icon, IconFlag, Menu, Person, SearchField, Segmented, Sheet, StatusText, type Column, type MenuEntry, type Tone } from '@halong/design/web';
import { enrolmentRoutes, enrolmentStateNames, type EnrolmentItem, type EnrolmentState } from '@halong/enrolment/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { actsOf, stepWords, type Act } from './trainee-acts.ts';
import { TraineeDialog } from './trainee-dialog.tsx';
import { say } from './trainees.texts.ts';

const size = 50;
const tones: Partial<Record<EnrolmentState, Tone>> = { PASSED: 'ok', COMPLETED: 'ok', EXAM_BARRED: 'act', FAILED: 'act', ACTIVE: 'info', ADMITTED: 'info' };
type Show = 'seated' | 'left';
interface Asking { trainee: EnrolmentItem; act: Act }

/** Who is in the class, by given name, and what its coordinator decides about each. The page may add what other domains know of them. */
export default function Trainees({ children }: { children?: ReactNode }) {
  const t = useTexts(say);
  const classId = Number(useParams()['id']);
  const [show, setShow] = useState<Show>('seated');
  const [page, setPage] = useState(1);
  const [search, setSearch] = useState('');
  const [asking, setAsking] = useState<Asking>();
  const text = useDeferredValue(search);
  const counts = { seated: useCount(classId, true), left: useCount(classId, false) };
  const { data, error, refetch } = useQueryOf(enrolmentRoutes.listOfClass, { params: { classId }, query: { page, size, search: text, seated: String(show === 'seated') } });
  const columns = useColumns(data?.items ?? [], setAsking);
  const firstPage = <Next,>(set: (next: Next) => void) => (next: Next) => {
    set(next);
    setPage(1);
  };
  return (
    <>
      <ClassHeader
        classId={classId} active="trainees" fill title={counts.seated === undefined ? undefined : t('title', { total: counts.seated })} sub={t('sub')}
        actions={<SearchField label={t('search')} value={search} onChange={firstPage(setSearch)} />}
      />
      {(counts.left ?? 0) > 0 && (
        <Segmented label={t('show')} value={show} onChange={firstPage(setShow)} options={(['seated', 'left'] as const).map((value) => ({ value, label: t(value), count: counts[value] }))} />
      )}
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('trainees')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} empty={<Nobody show={show} searched={text !== ''} />}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      {children}
      {asking && <TraineeDialog key={`${asking.trainee.id}-${asking.trainee.version}`} {...asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

/** How many there are, whatever is searched for. */
function useCount(classId: number, seated: boolean): number | undefined {
  return useQueryOf(enrolmentRoutes.listOfClass, { params: { classId }, query: { page: 1, size: 1, seated: String(seated) } }).data?.total;
}

function Nobody({ show, searched }: { show: Show; searched: boolean }) {
  const t = useTexts(say);
  if (searched) return <EmptyState title={t('noneFound')}>{t('noneFoundWhy')}</EmptyState>;
  return show === 'left' ? <EmptyState title={t('noneLeft')}>{t('noneLeftWhy')}</EmptyState> : <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>;
}

function useColumns(rows: readonly EnrolmentItem[], onAsk: (asking: Asking) => void): Column<EnrolmentItem>[] {
  const t = useTexts(say);
  const { language } = useLanguage();
  const columns: Column<EnrolmentItem>[] = [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} /> },
    { key: 'position', head: t('position'), cell: (row) => (row.position ? <span lang="vi">{row.position}</span> : '–') },
    {
      key: 'state', head: t('state'),
      cell: (row) => (
        <span>
          <StatusText tone={tones[row.state] ?? 'mute'}>{enrolmentStateNames[row.state][language]}</StatusText>
          {row.disciplineNote !== null && <small className="warn-t block"><Icon of={IconFlag} className="i-s" /> {t('noted', { note: row.disciplineNote })}</small>}
        </span>
      ),
    },
  ];
  if (!rows.some((row) => actsOf(row).length > 0)) return columns;
  return [...columns, { key: 'acts', head: t('more'), headHidden: true, actions: true, cell: (trainee) => <Acts trainee={trainee} onAsk={(act) => onAsk({ trainee, act })} /> }];
}

function Acts({ trainee, onAsk }: { trainee: EnrolmentItem; onAsk: (act: Act) => void }) {
  const t = useTexts(say);
  const wordOf = (act: Act) => {
    if (act.what === 'step') return t(stepWords[act.to].verb);
    if (act.what === 'clear') return t('clear');
    return t(trainee.disciplineNote === null ? 'note' : 'change');
  };
  const entries = actsOf(trainee).map((act): MenuEntry => ({
    id: act.what === 'step' ? act.to : act.what, label: wordOf(act), danger: act.what === 'step' && act.to === 'EXPELLED', onSelect: () => onAsk(act),
  }));
  if (entries.length === 0) return null;
  return <Menu label={t('actsOf', { name: trainee.fullName })} trigger={t('more')} triggerClass="btn s" entries={entries} />;
}
