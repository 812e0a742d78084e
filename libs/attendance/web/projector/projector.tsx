import { useEffect, type ComponentType, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { checkInRoutes as routes, checkInTopic, type CheckCodeView } from '@halong/attendance/contract';
import { Button, ErrorState, IconArrowLeft, IconDeviceDesktop, Karst, Logo, Skeletons, usePage } from '@halong/design/web';
import { timeOf } from '@halong/platform/contract';
import { serverNow, useLanguage, useNow, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { classNameOf } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { codePhase, nextAskMs } from './code-clock.rules.ts';
import { Counts, Digits, JustIn, QrBox } from './projector-parts.tsx';
import { say } from './projector.texts.ts';
import { useWakeLock } from './wake-lock.ts';

export interface ProjectorFrameProps {
  head: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}

/** The screen in the room: the code of this moment, who has come, who has just come in. `Frame` lays it out for the wall. */
export default function Projector({ frame: Frame }: { frame: ComponentType<ProjectorFrameProps> }) {
  const t = useTexts(say);
  const sessionId = Number(useParams().id);
  usePage({ crumbs: [{ label: t('title') }] });
  // Names of people who have just come in go after ten seconds, also when nobody else comes.
  const { data: view, error, refetch, dataUpdatedAt, errorUpdatedAt } = useQueryOf(routes.getCheckCode, { params: { id: sessionId } }, { refetchMs: 5_000 });
  useWatch(checkInTopic, sessionId, [routes.getCheckCode]);
  useWakeLock(true);
  const at = useNow(250);

  const changesAt = view?.code?.changesAt;
  useEffect(() => {
    if (changesAt === undefined) return undefined;
    const timer = setTimeout(() => void refetch({ cancelRefetch: false }), nextAskMs(Date.parse(changesAt), serverNow()));
    return () => clearTimeout(timer);
    // A failed try is a reason to try again.
  }, [changesAt, dataUpdatedAt, errorUpdatedAt, refetch]);

  if (error && !view) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!view) return <Skeletons rows={6} height={120} />;
  const phase = view.code ? codePhase({ changesAt: Date.parse(view.code.changesAt), rotateSec: view.code.rotateSec }, at) : undefined;
  return (
    <Frame head={<Head view={view} at={at} />} foot={<><JustIn recent={phase?.kind === 'stale' ? [] : view.recent} /><span className="sp" /><Foot sessionId={sessionId} /></>}>
      <QrBox view={view} phase={phase} />
      <div className="say">
        <Digits view={view} phase={phase} />
        <Counts view={view} />
      </div>
    </Frame>
  );
}

function Head({ view: { session }, at }: { view: CheckCodeView; at: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const about = [t('sub', { name: classNameOf(session, language), code: session.classCode, no: session.sessionNo }), ...session.lecturers].join(' · ');
  return (
    <>
      <Karst className="kh" />
      <Logo size={64} />
      <div><h1 lang="vi">{session.topic}</h1><span>{about}</span></div>
      <div className="sp" />
      <div className="tr"><b className="clock">{timeOf(at)}</b>{session.roomName && <span>{roomText(session.roomName, language)}</span>}</div>
    </>
  );
}

function Foot({ sessionId }: { sessionId: number }) {
  const t = useTexts(say);
  // Without full screen the lecturer's own buttons stay at the foot; the room only sees them until then.
  if (document.fullscreenElement) return <span>{t('noPhone')}</span>;
  return (
    <>
      <Button icon={IconArrowLeft} to={`/sessions/${sessionId}/attendance`}>{t('back')}</Button>
      {document.fullscreenEnabled && <Button icon={IconDeviceDesktop} onClick={() => void document.documentElement.requestFullscreen()}>{t('full')}</Button>}
    </>
  );
}
