import { Link, useSearchParams } from 'react-router';
import { Button, EmptyState, ErrorState, IconButton, IconChevronLeft, IconChevronRight, PageHead, Segmented, Sheet, Skeletons, usePage } from '@halong/design/web';
import { sessionRoutes, sessionStateNames, type ClassSession } from '@halong/classes/contract';
import { addDays, formatLongDay, useLanguage, useQueryOf, useTexts, useToday } from '@halong/platform/web';
import { dayRange } from '../naming.ts';
import { lecturersOf, ModeText, placeOf, sessionModeLooks, timesOf } from './session-looks.tsx';
import { TimetableFilters } from './timetable-filters.tsx';
import { say } from './timetable.texts.ts';
import { daysOfWeek, isWeekend, mondayOf } from './week.rules.ts';

type View = 'mine' | 'all';

/** A week of sessions: mine, or of every class one may see. */
export default function Timetable() {
  const t = useTexts(say);
  const [params, setParams] = useSearchParams();
  const today = useToday();
  const monday = mondayOf(params.get('week') ?? today);
  const view: View = params.get('view') === 'all' ? 'all' : 'mine';
  const set = (changes: Record<string, string>) => setParams((before) => {
    const next = new URLSearchParams(before);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    return next;
  }, { replace: true });
  const span = { from: monday, to: addDays(monday, 6) };
  const number = (name: string) => (params.get(name) ? { [name]: Number(params.get(name)) } : {});
  const mine = useQueryOf(sessionRoutes.mySessions, { query: span }, { enabled: view === 'mine' });
  const all = useQueryOf(sessionRoutes.timetable, { query: { ...span, ...number('institutionId'), ...number('roomId'), ...number('lecturerId') } }, { enabled: view === 'all' });
  const { data, error, refetch } = view === 'mine' ? mine : all;
  const sessions = data?.filter((one) => one.day >= span.from && one.day <= span.to);
  const range = dayRange(span.from, span.to) ?? '';
  usePage({ crumbs: [{ label: t('title') }] });
  return (
    <>
      <PageHead
        title={t('week', { range })} sub={<Sum sessions={sessions} />}
        actions={(
          <span className="row">
            <IconButton outlined icon={IconChevronLeft} label={t('previous')} onClick={() => set({ week: addDays(monday, -7) })} />
            <Button onClick={() => set({ week: '' })}>{t('thisWeek')}</Button>
            <IconButton outlined icon={IconChevronRight} label={t('next')} onClick={() => set({ week: addDays(monday, 7) })} />
          </span>
        )}
      />
      <div className="row wrap g3 filters">
        <Segmented label={t('whose')} value={view} onChange={(next: View) => set({ view: next === 'all' ? 'all' : '' })} options={[{ value: 'mine', label: t('mine') }, { value: 'all', label: t('all') }]} />
        {view === 'all' && <TimetableFilters value={Object.fromEntries(params)} onChange={set} />}
      </div>
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!sessions && !error && <Skeletons rows={5} />}
      {sessions && <WeekGrid monday={monday} today={today} sessions={sessions} view={view} />}
    </>
  );
}

function Sum({ sessions }: { sessions: readonly ClassSession[] | undefined }) {
  const t = useTexts(say);
  const held = sessions?.filter((one) => one.state !== 'CANCELLED') ?? [];
  if (held.length === 0) return sessions ? t('nothing') : ' ';
  return t('sum', { sessions: held.length, classes: new Set(held.map((one) => one.classId)).size });
}

interface WeekGridProps {
  monday: string;
  today: string;
  sessions: readonly ClassSession[];
  view: View;
}

/** Seven columns on a desk; on a phone a list of the days that have sessions. */
function WeekGrid({ monday, today, sessions, view }: WeekGridProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  if (sessions.length === 0) return <Sheet padded={false}><EmptyState title={t(view === 'mine' ? 'emptyMine' : 'emptyAll')}>{t(view === 'mine' ? 'emptyMineWhy' : 'emptyAllWhy')}</EmptyState></Sheet>;
  return (
    <div className="sheet week">
      {daysOfWeek(monday).map((day) => {
        const held = sessions.filter((one) => one.day === day);
        const [weekday, date] = formatLongDay(day, language).split(', ');
        const classes = [isWeekend(day) && 'we', day === today && 'today', held.length === 0 && 'none'].filter(Boolean).join(' ');
        return (
          <section key={day} className={classes} aria-label={formatLongDay(day, language)}>
            <h2><b>{date?.slice(0, 5)}</b>{weekday}{day === today && `, ${t('today')}`}</h2>
            {held.map((session) => <Event key={session.id} session={session} />)}
          </section>
        );
      })}
    </div>
  );
}

function Event({ session }: { session: ClassSession }) {
  const { language } = useLanguage();
  const place = placeOf(session, language);
  const off = session.state === 'CANCELLED';
  return (
    <Link to={`/sessions/${session.id}`} className={`ev ${off ? 'k5 off' : sessionModeLooks[session.mode].mark}`}>
      <b>{session.classCode}</b>
      <span className="tn">{timesOf(session)}</span>
      <span lang="vi">{session.topic}</span>
      {session.lecturers.length > 0 && <span>{lecturersOf(session)}</span>}
      <ModeText mode={session.mode} />
      {place && <span>{place}</span>}
      {off && <span>{sessionStateNames.CANCELLED[language]}</span>}
    </Link>
  );
}
