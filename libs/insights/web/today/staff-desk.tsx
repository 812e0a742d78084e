import {
  Button, DataTable, EmptyState, ErrorState, IconClipboardCheck, IconClockExclamation, IconDeviceLaptop, IconDoorEnter, IconMapPin, IconPresentation, IconUserExclamation, IconUserPlus, NeedRow, PageHead, Sheet, Skeletons,
  StatusText, usePage, type Column,
} from '@halong/design/web';
import { roomName } from '@halong/classes/contract';
import { todayRoutes, type DeskSession } from '@halong/insights/contract';
import { formatDay, formatInstant, formatTime, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './today.texts.ts';

type Say = (key: Parameters<typeof say>[1], params?: Record<string, string | number>) => string;

function Where({ session, t }: { session: DeskSession; t: Say }) {
  const { language } = useLanguage();
  if (session.mode === 'ONLINE') return <StatusText tone="info" icon={IconDeviceLaptop}>{t('onlineOnly')}</StatusText>;
  if (session.mode === 'FIELD') return <StatusText tone="mute" icon={IconMapPin}>{session.where}</StatusText>;
  const room = roomName(session.where ?? '', language);
  return <StatusText tone="ok" icon={IconDoorEnter}>{session.mode === 'BOTH' ? t('both', { room }) : room}</StatusText>;
}

/** What a lecturer or coordinator opens in the morning: what waits, then the sessions of the day. */
export default function StaffDesk() {
  const t = useTexts(say);
  usePage({ crumbs: [{ label: t('today') }] });
  const { data, error, refetch } = useQueryOf(todayRoutes.getDesk, {}, { refetchMs: 30_000 });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;
  const waiting = data.nominations.reduce((sum, one) => sum + one.waiting, 0);
  const columns: Column<DeskSession>[] = [
    { key: 'time', head: t('time'), cell: (row) => `${formatTime(row.startsAt)} – ${formatTime(row.endsAt)}`, width: 120 },
    { key: 'topic', head: t('topic'), rowHead: true, cell: (row) => <span><b className="m" lang="vi">{row.topic}</b><small className="muted"> {row.classCode}{row.lecturers && ` · ${row.lecturers}`}</small></span> },
    { key: 'place', head: t('place'), cell: (row) => <Where session={row} t={t} /> },
    { key: 'presence', head: t('presence'), align: 'right', cell: (row) => `${row.present}/${row.expected}` },
    {
      key: 'acts', head: t('attendance'), headHidden: true, actions: true,
      cell: (row) => (
        <span className="row g2">
          {row.mode !== 'ONLINE' && <Button size="s" icon={IconPresentation} to={`/sessions/${row.sessionId}/projector`}>{t('projector')}</Button>}
          <Button size="s" variant="tint" icon={IconClipboardCheck} to={`/sessions/${row.sessionId}/attendance`}>{t('attendance')}</Button>
        </span>
      ),
    },
  ];
  const needs = [data.toLock, data.nominations, data.sheets, data.barred].reduce((sum, list) => sum + list.length, 0);
  const facts: [Parameters<typeof say>[1], number][] = [['deskSessions', data.sessions.length], ['deskLock', data.toLock.length], ['deskWaiting', waiting]];
  return (
    <>
      <PageHead
        title={needs > 0 ? t('deskTitle', { count: needs }) : t('deskDone')}
        sub={facts.filter(([key, count]) => count > 0 || key === 'deskSessions').map(([key, count]) => (count > 0 ? t(key, { count }) : t('deskNone'))).join(' · ')}
      />
      <Sheet title={t('needs')} padded={false} ruled>
        {needs === 0 && <EmptyState title={t('nothing')}>{t('nothingWhy')}</EmptyState>}
        {data.sheets.map((one) => (
          <NeedRow
            key={one.classId} icon={IconClockExclamation} tone="act" title={t('sheet', { code: one.classCode })}
            detail={t(one.blank > 0 ? 'sheetBlank' : 'sheetFull', { days: one.daysSince, day: formatDay(one.closedOn), blank: one.blank, trainees: one.trainees })}
            action={<Button size="s" to={`/classes/${one.classId}/grades`}>{t('sheetDo')}</Button>}
          />
        ))}
        {data.barred.map((one) => (
          <NeedRow
            key={one.classId} icon={IconUserExclamation} tone="act" title={t('barred', { people: one.people, code: one.classCode })} detail={t('barredWhy')}
            action={<Button size="s" to={`/classes/${one.classId}/completion?met=NOT_MET`}>{t('barredDo', { people: one.people })}</Button>}
          />
        ))}
        {data.nominations.map((one) => (
          <NeedRow
            key={one.classId} icon={IconUserPlus} tone="act" title={t('decide', { waiting: one.waiting, code: one.classCode })}
            detail={one.deadline ? t('decideWhy', { day: formatDay(one.deadline) }) : t('decideWhyOpen')}
            action={<Button size="s" to={`/classes/${one.classId}/nominations`}>{t('decideDo')}</Button>}
          />
        ))}
        {data.toLock.map((one) => (
          <NeedRow
            key={one.sessionId} icon={IconClipboardCheck} tone={one.toReview > 0 ? 'act' : 'warn'} title={t('lock', { no: one.sessionNo, code: one.classCode })}
            detail={t('lockWhy', { review: one.toReview, time: formatInstant(one.endsAt) })}
            action={<Button size="s" to={`/sessions/${one.sessionId}/attendance`}>{t('lockDo')}</Button>}
          />
        ))}
      </Sheet>
      {data.sessions.length > 0 && (
        <Sheet title={t('sessions')} padded={false}>
          <DataTable caption={t('sessions')} columns={columns} rows={data.sessions} rowId={(row) => String(row.sessionId)} />
        </Sheet>
      )}
    </>
  );
}
