import { ConfirmDialog, DestructiveDialog, Note, toast } from '@halong/design/web';
import {
  classFactNames, sessionRoutes, trainingClassRoutes, trainingClassStateNames, type ClassDetail, type ClassFact, type TrainingClassState,
} from '@halong/classes/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { DecisionDialog } from './decision-dialog.tsx';
import { say as sayOverview } from './overview.texts.ts';
import { say } from './transition.texts.ts';

export type NextState = ClassDetail['nextStates'][number];

interface TransitionDialogProps {
  found: ClassDetail;
  next: NextState;
  onClose: () => void;
}

/** What a step asks for from the person; the rest is found in the records. */
const fromRecords: readonly ClassFact[] = ['finalList', 'gradeSheetsPublished'];

/** The verb of the step that leads to a state. */
export function useStepVerb(): (to: TrainingClassState, from: TrainingClassState) => string {
  const t = useTexts(sayOverview);
  return (to, from) => (to === 'NOMINATING' && from !== 'PLANNED' ? t('reopen') : t(`to${to}`));
}

/** Asks for what the step needs: the decision, a reason, or only a yes. */
export function TransitionDialog({ found, next, onClose }: TransitionDialogProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const verb = useStepVerb()(next.to, found.state);
  const step = useMutationOf(trainingClassRoutes.transitionClass, {
    invalidates: [trainingClassRoutes.getClass, trainingClassRoutes.listClasses, sessionRoutes.listClassSessions],
    onSuccess: (moved) => {
      toast(t('done', { code: moved.code, state: trainingClassStateNames[moved.state][language] }));
      onClose();
    },
  });
  const go = (more: { reason?: string; decision?: { no: string; date: string; signer?: string; fileId?: number } }) =>
    step.mutate({ params: { id: found.id }, body: { version: found.version, to: next.to, ...more } });
  const problem = step.error && <Note tone="act">{step.error.problem.title}</Note>;
  const ends = next.to === 'POSTPONED' || next.to === 'CANCELLED';
  if (next.needs.includes('decisionNumber')) {
    return <DecisionDialog found={found} problem={problem} busy={step.isPending} onClose={onClose} onDecide={(decision) => go({ decision })} />;
  }
  if (next.needs.includes('reason')) {
    return (
      <DestructiveDialog
        open onClose={onClose} reasonLabel={t('reason')} reasonHint={t('reasonHint')} confirmLabel={`${verb} ${found.code}`} cancelLabel={t('keep')} busy={step.isPending}
        title={ends ? t(`title${next.to as 'POSTPONED'}`, { code: found.code }) : t('titleBack', { verb, code: found.code })}
        lead={ends ? t(`lead${next.to as 'POSTPONED'}`) : t('leadBack')} onConfirm={(reason) => go({ reason })}
      >{problem}</DestructiveDialog>
    );
  }
  const records = next.needs.filter((fact) => fromRecords.includes(fact)).map((fact) => classFactNames[fact][language]).join(', ');
  return (
    <ConfirmDialog
      open onClose={onClose} title={t('titleStep', { verb, code: found.code })} confirmLabel={verb} cancelLabel={t('keep')} busy={step.isPending} onConfirm={() => go({})}
      lead={t('leadStep', { from: trainingClassStateNames[found.state][language], to: trainingClassStateNames[next.to][language] })}
    >
      {records && <Note tone="info">{t('needsRecords', { list: records })}</Note>}
      {problem}
    </ConfirmDialog>
  );
}

