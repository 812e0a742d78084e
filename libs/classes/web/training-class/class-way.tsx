import { Icon, IconCheck } from '@halong/design/web';
import { trainingClassStateNames, trainingClassStates, type ClassDetail, type TrainingClassState } from '@halong/classes/contract';
import { formatDay, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './overview.texts.ts';

const path: readonly TrainingClassState[] = trainingClassStates.filter((state) => state !== 'POSTPONED' && state !== 'CANCELLED');

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

/** The day that belongs to a step, where the class has one. */
function dayOfStep(found: ClassDetail, state: TrainingClassState, t: Say): string | undefined {
  const { decision, openingDate, closingDate, nominationDeadline } = found;
  const reached = path.indexOf(state) <= path.indexOf(found.state);
  if (state === 'NOMINATING' && nominationDeadline) return t('until', { day: formatDay(nominationDeadline) });
  if (state === 'DECIDED' && decision) return t('decisionAt', { no: decision.no, day: formatDay(decision.date) });
  if (state === 'RUNNING' && openingDate) return t(reached ? 'onDay' : 'planDay', { day: formatDay(openingDate) });
  if (state === 'EXAM' && closingDate) return t(reached ? 'onDay' : 'planDay', { day: formatDay(closingDate) });
  return undefined;
}

/** Every step of a class in order, with what is done and where it stands. */
export function ClassWay({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const at = path.indexOf(found.state);
  return (
    <ol className="way" aria-label={t('way')}>
      {path.map((state, index) => {
        const done = index < at;
        const on = index === at;
        const day = dayOfStep(found, state, t);
        return (
          <li key={state} className={done ? 'done' : on ? 'on' : undefined} aria-current={on ? 'step' : undefined}>
            <span className="k" aria-hidden>{done ? <Icon of={IconCheck} /> : index + 1}</span>
            <span>
              <span className="w">{trainingClassStateNames[state][language]}</span>
              {day && <small>{day}</small>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
