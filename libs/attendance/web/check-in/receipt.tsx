import type { CheckInReceipt } from '@halong/attendance/contract';
import { Button, Icon, IconBooks, IconCheck, IconClock, IconHelpCircle, IconMinus, IconShieldCheck, TaskItem } from '@halong/design/web';
import { formatTime, useLanguage, useTexts } from '@halong/platform/web';
import { classNameOf, periodRun } from '../words/naming.ts';
import { roomText } from '../words/room.ts';
import { say } from './check-in.texts.ts';
import { Solo } from './solo.tsx';

/** What was recorded, when, and which periods will count. */
export function Receipt({ receipt, out }: { receipt: CheckInReceipt; out: boolean }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { session, periods, at, status, repeated } = receipt;
  const facts = t('facts', { name: classNameOf(session, language), code: session.classCode, no: session.sessionNo, periods: periodRun(session.periods.map((one) => one.no)) });
  const title = out ? t('left') : t(status === 'LATE' ? 'late' : 'present');
  const where = session.roomName ? t('where', { room: roomText(session.roomName, language) }) : t('whereNone');
  return (
    <Solo
      backLabel={t('close')} backTo="/today"
      foot={<>
        <Button variant="primary" size="xl" to="/today">{t('home')}</Button>
        <Button size="xl" variant="quiet" to={`/sessions/${session.id}`}>{t('mySession')}</Button>
        {!out && <Button size="xl" variant="quiet" to="/check-in?out=1">{t('leaveEarly')}</Button>}
      </>}
    >
      <div style={{ textAlign: 'center' }} role="status">
        <div className="badge112"><Icon of={IconCheck} /></div>
        <h1>{title}</h1>
        <p className="bigline">{where} <b className="num">{formatTime(at)}</b></p>
        {repeated && <p className="muted">{t('repeated', { at: formatTime(at) })}</p>}
      </div>
      <div className="sheet flat">
        <TaskItem icon={IconBooks} tone="info" title={session.topic} detail={[facts, ...session.lecturers].join(' · ')} />
        {periods.counting.length > 0 && (
          <TaskItem
            icon={IconClock} title={out ? t('counted', { periods: periodRun(periods.counting) }) : t('stay', { at: formatTime(session.endsAt), periods: periodRun(periods.counting) })}
            detail={out ? undefined : t('stayWhy')}
          />
        )}
        {periods.toDecide.length > 0 && <TaskItem icon={IconHelpCircle} tone="warn" title={t('toDecide', { periods: periodRun(periods.toDecide) })} detail={t('toDecideWhy')} />}
        {periods.missed.length > 0 && <TaskItem icon={IconMinus} tone="warn" title={t('missed', { periods: periodRun(periods.missed) })} detail={t('missedWhy')} />}
        <TaskItem icon={IconShieldCheck} title={t('privacy')} detail={t('privacyWhy')} />
      </div>
    </Solo>
  );
}
