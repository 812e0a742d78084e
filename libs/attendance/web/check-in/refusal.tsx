import { useState } from 'react';
import { Button, Icon, IconCalendarWeek, IconChevronRight, IconClockExclamation, IconNumber, IconQrcode, IconRefresh, IconUserExclamation, TaskItem } from '@halong/design/web';
import type { Problem } from '@halong/platform/contract';
import { serverNow, useNow, useTexts } from '@halong/platform/web';
import { MyAttendance } from '../mine/my-session-attendance.tsx';
import { say } from './check-in.texts.ts';
import { headingOf, nextStepOf } from './scanned.rules.ts';
import { Solo } from './solo.tsx';

/** Whole seconds that are still to wait; the refusal says how many there were when it came. */
function useSecondsLeft(problem: Problem): number {
  const seconds = nextStepOf(problem) === 'wait' ? Number(problem.params?.seconds ?? 0) : 0;
  const [until] = useState(() => serverNow() + seconds * 1_000);
  const now = useNow(250, seconds > 0);
  return Math.max(0, Math.ceil((until - now) / 1_000));
}

interface RefusalProps {
  problem: Problem;
  out: boolean;
  /** How it was tried; decides what "again" means. `link`: opened by the phone's own camera. */
  tried: 'scan' | 'digits' | 'link';
  onScan: () => void;
  onType: () => void;
}

/** Not recorded: the fact, the reason, what to do next. Nothing is blamed on the person. */
export function Refusal({ problem, out, tried, onScan, onType }: RefusalProps) {
  const t = useTexts(say);
  const left = useSecondsLeft(problem);
  const step = nextStepOf(problem);
  const heading = headingOf(problem, out);
  const waiting = step === 'wait' && left > 0;
  const broken = problem.status === 0 || problem.status >= 500;
  const primary = step === 'elsewhere'
    ? <Button variant="primary" size="xl" to="/today">{t('home')}</Button>
    : (
      <Button variant="primary" size="xl" icon={tried === 'digits' ? IconRefresh : IconQrcode} disabled={waiting} onClick={tried === 'digits' ? onType : onScan}>
        {waiting ? t('wait', { seconds: left }) : broken ? t('again') : t(tried === 'digits' ? 'typeAgain' : 'scanAgain')}
      </Button>
    );
  return (
    <Solo backLabel={t('close')} backTo="/today" foot={primary}>
      <div className="badge72"><Icon of={IconClockExclamation} /></div>
      <div role="alert">
        <h1>{t(heading)}</h1>
        <p className="bigline">{heading === 'signedOut' ? t('signedOutWhy') : problem.title}</p>
      </div>
      {heading === 'over' && problem.params?.sessionId !== undefined && <MyAttendance sessionId={Number(problem.params.sessionId)} />}
      <section>
        <h2>{t('can')}</h2>
        <div className="sheet">
          {step === 'again' && (
            <button type="button" className="titem asbutton" onClick={onType}>
              <span className="ic info"><Icon of={IconNumber} /></span>
              <span className="sp"><span className="w">{t('enterNew')}</span><small>{t('enterNewWhy')}</small></span>
              <Icon of={IconChevronRight} className="go" />
            </button>
          )}
          <TaskItem icon={IconCalendarWeek} tone="info" title={t('timetable')} detail={t('timetableWhy')} to="/timetable" />
          <TaskItem icon={IconUserExclamation} tone="info" title={t('tell')} detail={t('tellWhy')} />
        </div>
      </section>
    </Solo>
  );
}
