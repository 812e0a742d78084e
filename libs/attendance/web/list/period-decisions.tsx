import { periodStateNames, renderSentence, type AttendanceEvidence } from '@halong/attendance/contract';
import { Button, Icon, IconCheck, IconClock, IconHelpCircle, IconMinus, type IconType } from '@halong/design/web';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './attendance.texts.ts';

type State = AttendanceEvidence['person']['periods'][number]['state'];
const looks: Record<State, { icon: IconType; tone: string }> = {
  CREDITED: { icon: IconCheck, tone: 'brand-t' },
  NOT_CREDITED: { icon: IconMinus, tone: 'muted' },
  TO_DECIDE: { icon: IconHelpCircle, tone: 'act-t' },
  UPCOMING: { icon: IconClock, tone: 'muted' },
};

interface PeriodDecisionsProps {
  evidence: AttendanceEvidence;
  onDecide: (no: number, credited: boolean) => void;
}

/** Each period with its reason, and the two answers for those that a human may decide. */
export function PeriodDecisions({ evidence, onDecide }: PeriodDecisionsProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <section>
      <h3>{t('decisions')}</h3>
      <ul className="decide">
        {evidence.person.periods.map(({ no, state, why }) => {
          // What is not over yet is decided by time.
          const may = state !== 'UPCOMING' && evidence.can.decide.includes(no);
          return (
            <li key={no}>
              <span className={looks[state].tone}><Icon of={looks[state].icon} /><span className="vh">{periodStateNames[state][language]}</span></span>
              <span className="sm">{renderSentence(language, why)}</span>
              {may && (
                <span className="acts">
                  {state !== 'CREDITED' && <Button size="s" variant={state === 'TO_DECIDE' ? 'tint' : 'quiet'} aria-label={t('creditIt', { no })} onClick={() => onDecide(no, true)}>{t('credit')}</Button>}
                  {state !== 'NOT_CREDITED' && <Button size="s" variant={state === 'TO_DECIDE' ? 'default' : 'quiet'} aria-label={t('refuseIt', { no })} onClick={() => onDecide(no, false)}>{t('refuse')}</Button>}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
