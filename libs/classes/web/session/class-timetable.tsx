import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { Button, EmptyState, ErrorState, IconFileImport, IconPlus, Sheet, Skeletons } from '@halong/design/web';
import { classTopic, sessionRoutes, trainingClassRoutes, type ClassDetail, type ClassSession } from '@halong/classes/contract';
import { addDays, formatLongDay, formatNumber, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { dayRange, runOf } from '../naming.ts';
import { ClassHeader } from '../training-class/class-header.tsx';
import { say } from './class-timetable.texts.ts';
import { NewSession } from './new-session.tsx';
import { SessionPanel } from './session-panel.tsx';
import { lecturersOf, ModeText, placeOf, SessionStateText, timesOf } from './session-looks.tsx';
import { say as saySession } from './session.texts.ts';
import { byWeek, type Week } from './week.rules.ts';

const periodsOf = (sessions: readonly ClassSession[]) => sessions.filter((one) => one.state !== 'CANCELLED').reduce((sum, one) => sum + one.periods.length, 0);

/** The sessions of a class, week by week; one opens beside the list. */
export default function ClassTimetable() {
  const t = useTexts(say);
  const classId = Number(useParams().id);
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const { data: found } = useQueryOf(trainingClassRoutes.getClass, { params: { id: classId } });
  const { data: sessions, error, refetch } = useQueryOf(sessionRoutes.listClassSessions, { params: { id: classId } });
  useWatch(classTopic, classId, [sessionRoutes.listClassSessions, trainingClassRoutes.getClass]);
  const openId = Number(params.get('session')) || undefined;
  const open = (id: number | undefined) => setParams(id === undefined ? {} : { session: String(id) }, { replace: true });
  const headline = useHeadline(sessions, found);
  return (
    <>
      <ClassHeader
        classId={classId} active="timetable" title={headline}
        actions={found?.can.timetable && sessions && <TimetableActions found={found} empty={sessions.length === 0} onAdd={() => setAdding(true)} />}
      />
      {!sessions && (error ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : <Skeletons rows={6} />)}
      {sessions && <Weeks sessions={sessions} openId={openId} onOpen={open} empty={t(found?.can.timetable ? 'noneWhy' : 'noneYet')} />}
      {sessions && found && openId !== undefined && <SessionPanel sessions={sessions} openId={openId} institutionId={found.institution.id} onOpen={open} />}
      {adding && found && <NewSession found={found} onClose={() => setAdding(false)} />}
    </>
  );
}

/** "40 buổi, 160/160 tiết của chương trình"; nothing before there are sessions. */
function useHeadline(sessions: readonly ClassSession[] | undefined, found: ClassDetail | undefined): string | undefined {
  const t = useTexts(say);
  const { language } = useLanguage();
  const held = sessions?.filter((one) => one.state !== 'CANCELLED') ?? [];
  if (held.length === 0) return undefined;
  const counts = { sessions: held.length, periods: formatNumber(periodsOf(held), language) };
  return found ? t('headlineOf', { ...counts, all: formatNumber(found.programme.periods, language) }) : t('headline', counts);
}

interface WeeksProps {
  sessions: readonly ClassSession[];
  openId: number | undefined;
  onOpen: (id: number) => void;
  empty: string;
}

function Weeks({ sessions, openId, onOpen, empty }: WeeksProps) {
  const t = useTexts(say);
  if (sessions.length === 0) return <Sheet padded={false}><EmptyState title={t('none')}>{empty}</EmptyState></Sheet>;
  return byWeek(sessions).map((week) => <WeekSheet key={week.monday} week={week} openId={openId} onOpen={onOpen} />);
}

function TimetableActions({ found, empty, onAdd }: { found: ClassDetail; empty: boolean; onAdd: () => void }) {
  const t = useTexts(say);
  return (
    <>
      <Button icon={IconPlus} onClick={onAdd}>{t('add')}</Button>
      <Button variant={empty ? 'primary' : 'default'} icon={IconFileImport} to={`/classes/${found.id}/timetable/import`}>{t('import')}</Button>
    </>
  );
}

interface WeekSheetProps {
  week: Week<ClassSession>;
  openId: number | undefined;
  onOpen: (id: number) => void;
}

function WeekSheet({ week, openId, onOpen }: WeekSheetProps) {
  const t = useTexts(say);
  const held = week.sessions.filter((one) => one.state !== 'CANCELLED');
  return (
    <Sheet
      padded={false} title={t('week', { range: dayRange(week.monday, addDays(week.monday, 6)) ?? '' })}
      aside={<span className="soft sm nw">{t('weekSum', { sessions: held.length, periods: periodsOf(held) })}</span>}
    >
      <div className="weeklist">{week.sessions.map((session) => <SessionRow key={session.id} session={session} open={session.id === openId} onOpen={() => onOpen(session.id)} />)}</div>
    </Sheet>
  );
}

function SessionRow({ session, open, onOpen }: { session: ClassSession; open: boolean; onOpen: () => void }) {
  const t = useTexts(saySession);
  const { language } = useLanguage();
  const [weekday, date] = formatLongDay(session.day, language).split(', ');
  const place = placeOf(session, language);
  const classes = ['weekrow', open && 'on', session.state === 'CANCELLED' && 'off'].filter(Boolean).join(' ');
  return (
    <button type="button" className={classes} aria-expanded={open} onClick={onOpen}>
      <span className="d"><b>{weekday}</b> <small>{date}</small></span>
      <span>{timesOf(session)}<small>{t('period', { run: runOf(session.periods.map((one) => one.periodNo)) })}</small></span>
      <span><span className="w" lang="vi">{session.topic}</span><small>{lecturersOf(session) || t('noLecturer')}</small></span>
      <span className="at"><ModeText mode={session.mode} />{place && <small>{place}</small>}</span>
      <SessionStateText state={session.state} />
    </button>
  );
}
