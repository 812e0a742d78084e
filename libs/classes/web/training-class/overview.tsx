import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Button, ErrorState, Icon, IconDots, Menu, Note, Sheet, Skeletons } from '@halong/design/web';
import { classFactNames, classTopic, trainingClassRoutes, trainingClassStateNames, trainingClassStates, type ClassDetail } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { ClassFacts } from './class-facts.tsx';
import { ClassHeader } from './class-header.tsx';
import { ClassQuotas } from './class-quotas.tsx';
import { ClassRules } from './class-rules.tsx';
import { ClassStaff } from './class-staff.tsx';
import { ClassWay } from './class-way.tsx';
import { say } from './overview.texts.ts';
import { TransitionDialog, useStepVerb, type NextState } from './transition-dialog.tsx';

/** The step that takes the class on; the others set it aside or lead back. */
function stepOnward(found: ClassDetail): NextState | undefined {
  const order = (state: NextState['to']) => trainingClassStates.indexOf(state);
  const onward = found.nextStates.filter((next) => next.to !== 'POSTPONED' && next.to !== 'CANCELLED');
  if (found.state === 'POSTPONED') return onward[0];
  return onward.find((next) => order(next.to) > order(found.state));
}

/** Where the class stands, what comes next and what that needs; above it what the reader has of their own in the class. */
export default function ClassOverview({ own }: { own?: ReactNode }) {
  const classId = Number(useParams().id);
  const { data: found, error, refetch } = useQueryOf(trainingClassRoutes.getClass, { params: { id: classId } });
  const [asking, setAsking] = useState<NextState>();
  useWatch(classTopic, classId, [trainingClassRoutes.getClass]);
  if (error && !found) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  return (
    <>
      <ClassHeader classId={classId} active="overview" actions={found && <StepActions found={found} onAsk={setAsking} />} />
      {found && own}
      {!found ? <Skeletons rows={5} /> : (
        <div className="cols">
          <div>
            <NextStep found={found} />
            <ClassFacts found={found} />
            <ClassQuotas found={found} />
            <ClassStaff found={found} />
          </div>
          <div>
            <Way found={found} />
            <ClassRules found={found} />
          </div>
        </div>
      )}
      {found && asking && <TransitionDialog found={found} next={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function Way({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  return <Sheet title={t('way')}><ClassWay found={found} /></Sheet>;
}

function StepActions({ found, onAsk }: { found: ClassDetail; onAsk: (next: NextState) => void }) {
  const t = useTexts(say);
  const verb = useStepVerb();
  const onward = stepOnward(found);
  const others = found.nextStates.filter((next) => next !== onward);
  return (
    <>
      {others.length > 0 && (
        <Menu
          label={t('more')} trigger={<><Icon of={IconDots} /> {t('more')}</>}
          entries={others.map((next) => ({ id: next.to, label: verb(next.to, found.state), onSelect: () => onAsk(next), danger: next.to === 'CANCELLED' }))}
        />
      )}
      {onward && <Button variant="primary" onClick={() => onAsk(onward)}>{verb(onward.to, found.state)}</Button>}
    </>
  );
}

/** One sentence: what comes next and what it needs, or why nothing does. */
function NextStep({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const verb = useStepVerb();
  const onward = stepOnward(found);
  if (found.stateReason && (found.state === 'POSTPONED' || found.state === 'CANCELLED')) {
    return <Note tone="warn" title={trainingClassStateNames[found.state][language]}>{t('ownReason', { reason: found.stateReason })}</Note>;
  }
  if (!onward) return found.can.transition ? <Note tone="mute">{t(found.state === 'ARCHIVED' || found.state === 'CANCELLED' ? 'over' : 'waiting')}</Note> : null;
  if (onward.to === 'DECIDED' && found.timetable.sessions === 0) {
    return <Note tone="warn" title={t('timetableFirst')} action={<Button size="s" to={`/classes/${found.id}/timetable/import`}>{t('toTimetable')}</Button>}>{t('timetableFirstWhy')}</Note>;
  }
  const needs = onward.needs.map((fact) => classFactNames[fact][language]).join(', ');
  return <Note tone="info" title={`${t('nextHead')}: ${verb(onward.to, found.state)}.`}>{needs ? t('needs', { list: needs }) : t('needsNothing')}</Note>;
}
