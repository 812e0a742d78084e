import { useParams } from 'react-router';
import { Button, ErrorState, IconDeviceLaptop, IconPresentation, IconQrcode, IconUserCheck, PageHead, Sheet, Skeletons, usePage } from '@halong/design/web';
import { sessionRoutes, sessionTopic, trainingClassRoutes, type ClassSession } from '@halong/classes/contract';
import { formatLongDay, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { runOf } from '../naming.ts';
import { SessionActions } from './session-actions.tsx';
import { SessionFacts } from './session-facts.tsx';
import { timesOf } from './session-looks.tsx';
import { say } from './session.texts.ts';

/** One session: what, when, where, who, and the doors to its attendance and its online class. */
export default function SessionPage() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const id = Number(useParams().id);
  const { data: session, error, refetch } = useQueryOf(sessionRoutes.getSession, { params: { id } });
  useWatch(sessionTopic, id, [sessionRoutes.getSession]);
  const classId = session?.classId ?? 0;
  const { data: found } = useQueryOf(trainingClassRoutes.getClass, { params: { id: classId } }, { enabled: session !== undefined });
  const own = session ? t('session', { no: session.sessionNo }) : '…';
  usePage({ crumbs: [{ label: t('timetable'), to: '/timetable' }, ...(session ? [{ label: session.classCode, to: `/classes/${classId}/timetable` }] : []), { label: own }] });
  if (error && !session) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!session) return <Skeletons rows={4} />;
  const run = t('period', { run: runOf(session.periods.map((one) => one.periodNo)) });
  return (
    <>
      <PageHead
        title={session.topic} sub={`${t('sessionOf', { no: session.sessionNo, class: session.classCode })} · ${formatLongDay(session.day, language)}, ${timesOf(session)}, ${run}`}
        actions={<Doors session={session} />}
      />
      <Sheet>
        <div className="col g4">
          <SessionFacts session={session} withClass />
          {found && <div className="row wrap"><SessionActions session={session} institutionId={found.institution.id} /></div>}
        </div>
      </Sheet>
    </>
  );
}

/** Where to go from here; the first is what most people want now. */
function Doors({ session }: { session: ClassSession }) {
  const t = useTexts(say);
  const { id, mode, state, can } = session;
  if (state === 'CANCELLED') return null;
  const over = state === 'ENDED' || state === 'ATTENDANCE_LOCKED';
  const online = mode === 'ONLINE' || mode === 'BOTH';
  const inRoom = mode !== 'ONLINE';
  if (can.lead && over) return <Button variant="primary" icon={IconUserCheck} to={`/sessions/${id}/attendance`}>{t('attendance')}</Button>;
  if (can.lead) {
    return (
      <>
        <Button icon={IconUserCheck} to={`/sessions/${id}/attendance`}>{t('attendance')}</Button>
        {inRoom && <Button icon={IconPresentation} variant={online ? 'default' : 'primary'} to={`/sessions/${id}/projector`}>{t('projector')}</Button>}
        {online && <Button icon={IconDeviceLaptop} variant="primary" to={`/sessions/${id}/room`}>{t('liveRoom')}</Button>}
      </>
    );
  }
  if (over) return null;
  return (
    <>
      {inRoom && <Button icon={IconQrcode} variant={online ? 'default' : 'primary'} to="/check-in">{t('checkIn')}</Button>}
      {online && <Button icon={IconDeviceLaptop} variant="primary" to={`/sessions/${id}/room`}>{t('liveRoom')}</Button>}
    </>
  );
}
