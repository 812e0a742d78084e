import { useDeferredValue, useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import {
  DataTable, EmptyState, ErrorState, IconButton, IconChevronDown, IconChevronUp, IconCircleCheck, IconCircleX, IconClock, Person, SearchField, Segmented, Sheet, SidePanel,
  StackedBar, StatusText, type Column,
} from '@halong/design/web';
import { ClassHeader } from '@halong/classes/web';
import { classCompletionTopic, completionRoutes, verdictNames, verdicts, whoNames, whyTexts, type CompletionItem, type Verdict } from '@halong/completion/contract';
import { useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { byReason } from './by-reason.ts';
import { say } from './completion.texts.ts';
import { EnrolmentConditions } from './conditions-of.tsx';
import { verdictLooks } from './verdict-looks.ts';

const size = 100;
type Show = Verdict | 'ALL';
type Counts = Record<Verdict, number>;

function useAddress() {
  const [params, setParams] = useSearchParams();
  return {
    met: verdicts.find((one) => one === params.get('met')),
    openId: Number(params.get('enrolment')) || undefined,
    set: (key: string, value: string) => setParams((now) => {
      const next = new URLSearchParams(now);
      if (value) next.set(key, value);
      else next.delete(key);
      return next;
    }, { replace: true }),
  };
}

/** Who of the class is complete, and what the others miss. The filter and the open person are in the address. */
export default function ClassCompletion() {
  const classId = Number(useParams().id);
  const t = useTexts(say);
  const { met, openId, set } = useAddress();
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const text = useDeferredValue(search);
  useWatch(classCompletionTopic, classId, [completionRoutes.listOfClass]);
  const { data, error, refetch } = useQueryOf(completionRoutes.listOfClass, { params: { id: classId }, query: { page, size, search: text, ...(met ? { met } : {}) } });
  const open = (id: number | undefined) => set('enrolment', id === undefined ? '' : String(id));
  const show = (next: Show) => {
    setPage(1);
    set('met', next === 'ALL' ? '' : next);
  };
  const counts = data?.counts;
  const total = counts ? counts.MET + counts.PENDING + counts.NOT_MET : 0;
  return (
    <>
      <ClassHeader classId={classId} active="completion" fill title={counts && (total > 0 ? t('headline', { met: counts.MET, total }) : t('headlineNone'))} />
      {counts && <Share counts={counts} />}
      <Filters show={met ?? 'ALL'} onShow={show} counts={counts} total={total} search={search} onSearch={(next) => { setSearch(next); setPage(1); }} />
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <People
            rows={data?.items} openId={openId} onOpen={open} page={page} total={data?.total ?? 0} onPage={setPage}
            empty={<EmptyState title={t('empty')}>{t(text || met ? 'emptySearch' : 'emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {openId !== undefined && <OnePerson enrolmentId={openId} rows={data?.items ?? []} onOpen={open} />}
    </>
  );
}

function Share({ counts }: { counts: Counts }) {
  const t = useTexts(say);
  const look = { MET: 'done', PENDING: 'expected', NOT_MET: 'gap' } as const;
  const icons = { MET: IconCircleCheck, PENDING: IconClock, NOT_MET: IconCircleX };
  const words = { MET: t('met'), PENDING: t('pending'), NOT_MET: t('failed') };
  const order = ['MET', 'PENDING', 'NOT_MET'] as const;
  if (order.every((one) => counts[one] === 0)) return null;
  return (
    <Sheet>
      <StackedBar
        label={t('barLabel', { met: counts.MET, pending: counts.PENDING, failed: counts.NOT_MET })}
        parts={order.map((one) => ({ id: one, value: counts[one], label: `${counts[one]} ${words[one]}`, note: words[one], look: look[one], icon: icons[one], to: `?met=${one}` }))}
      />
    </Sheet>
  );
}

interface FilterProps {
  show: Show;
  onShow: (show: Show) => void;
  counts: Counts | undefined;
  total: number;
  search: string;
  onSearch: (text: string) => void;
}

function Filters({ show, onShow, counts, total, search, onSearch }: FilterProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const order: readonly Show[] = ['ALL', 'PENDING', 'NOT_MET', 'MET'];
  return (
    <div className="row wrap g3 filters">
      <Segmented
        label={t('show')} value={show} onChange={onShow}
        options={order.map((one) => ({ value: one, label: one === 'ALL' ? t('all') : verdictNames[one][language], count: counts && (one === 'ALL' ? total : counts[one]) }))}
      />
      <SearchField label={t('search')} value={search} onChange={onSearch} />
    </div>
  );
}

interface PeopleProps {
  rows: CompletionItem[] | undefined;
  openId: number | undefined;
  onOpen: (id: number) => void;
  page: number;
  total: number;
  onPage: (page: number) => void;
  empty: ReactNode;
}

function People({ rows, openId, onOpen, page, total, onPage, empty }: PeopleProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const nameOf = ({ label }: CompletionItem['missing'][number]) => {
    const name = language === 'vi' ? label.nameVi : label.nameEn;
    return label.code === 'ATTENDANCE' ? t('attendance', { name }) : name;
  };
  const columns: Column<CompletionItem>[] = [
    { key: 'name', head: t('person'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} /> },
    { key: 'verdict', head: t('verdict'), cell: (row) => <StatusText {...verdictLooks[row.met]}>{verdictNames[row.met][language]}</StatusText> },
    {
      key: 'missing', head: t('missing'),
      cell: (row) => (row.missing.length === 0 ? <span className="muted">{t('nothingMissing')}</span> : (
        <ul>
          {byReason(row.missing).map(({ why, leaves }) => (
            <li key={leaves[0]?.key}><span className="m">{leaves.map(nameOf).join(', ')}</span>{why && <span className="soft">: {whyTexts[why][language]}</span>}</li>
          ))}
        </ul>
      )),
    },
    { key: 'who', head: t('who'), phone: 'hide', cell: (row) => [...new Set(row.missing.map((leaf) => leaf.actor))].map((actor) => actor && whoNames[actor][language]).filter(Boolean).join(', ') },
  ];
  return (
    <DataTable
      caption={t('title')} columns={columns} rows={rows} rowId={(row) => String(row.enrolmentId)} onOpen={(row) => onOpen(row.enrolmentId)}
      openId={openId === undefined ? undefined : String(openId)} pages={{ page, pageSize: size, total, onPage }} empty={empty}
    />
  );
}

function OnePerson({ enrolmentId, rows, onOpen }: { enrolmentId: number; rows: readonly CompletionItem[]; onOpen: (id: number | undefined) => void }) {
  const t = useTexts(say);
  const at = rows.findIndex((row) => row.enrolmentId === enrolmentId);
  const row = rows[at];
  const previous = rows[at - 1];
  const next = at < 0 ? undefined : rows[at + 1];
  return (
    <SidePanel
      open onClose={() => onOpen(undefined)} label={t('panel', { name: row?.fullName ?? '' })} head={row && <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} />}
      headActions={<>
        <IconButton icon={IconChevronUp} label={t('previous')} hint="none" disabled={!previous} onClick={() => onOpen(previous?.enrolmentId)} />
        <IconButton icon={IconChevronDown} label={t('next')} hint="none" disabled={!next} onClick={() => onOpen(next?.enrolmentId)} />
      </>}
    >
      <EnrolmentConditions key={enrolmentId} enrolmentId={enrolmentId} />
    </SidePanel>
  );
}
