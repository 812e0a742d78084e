import { useState } from 'react';
import { Button, ConfirmDialog, DestructiveDialog, Note, toast } from '@halong/design/web';
import { assessmentRoutes, gradeSheetStateNames, gradeSheetStates, type GradeSheet } from '@halong/assessment/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './grade-sheet.texts.ts';
import { RecognitionDialog } from './recognition-dialog.tsx';

type Step = GradeSheet['can']['transitions'][number];

/** The one next step is primary; sending back stands beside it. */
export function SheetActions({ sheet, busy }: { sheet: GradeSheet; busy: boolean }) {
  const t = useTexts(say);
  const [asking, setAsking] = useState<Step | 'recognition'>();
  const { recognise, transitions } = sheet.can;
  const at = gradeSheetStates.indexOf(sheet.state);
  const onward = transitions.find((step) => gradeSheetStates.indexOf(step.to) > at);
  const others = transitions.filter((step) => step !== onward);
  const close = () => setAsking(undefined);
  return (
    <>
      {others.map((step) => <Button key={step.to} onClick={() => setAsking(step)}>{t(`to${step.to}`)}</Button>)}
      {onward && <Button variant={recognise ? 'default' : 'primary'} disabled={busy} onClick={() => setAsking(onward)}>{t(`to${onward.to}`)}</Button>}
      {recognise && <Button variant="primary" onClick={() => setAsking('recognition')}>{t('recognise')}</Button>}
      {asking === 'recognition' && <RecognitionDialog sheet={sheet} onClose={close} />}
      {asking && asking !== 'recognition' && <StepDialog sheet={sheet} step={asking} onClose={close} />}
    </>
  );
}

function StepDialog({ sheet, step, onClose }: { sheet: GradeSheet; step: Step; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const move = useMutationOf(assessmentRoutes.transition, {
    invalidates: [assessmentRoutes.getGradeSheet],
    onSuccess: (moved) => {
      toast(t('moved', { state: gradeSheetStateNames[moved.state][language] }));
      onClose();
    },
  });
  const verb = t(`to${step.to}`);
  const go = (reason?: string) => move.mutate({ params: { id: sheet.class.id }, body: { to: step.to, version: sheet.version, ...(reason ? { reason } : {}) } });
  const blank = step.needs.includes('noBlankScores') && sheet.blank > 0;
  const shown = {
    open: true, onClose, title: t('askTitle', { verb, code: sheet.class.code }), lead: t(`lead${step.to}`, { count: sheet.rows.length }), confirmLabel: verb, cancelLabel: t('later'),
    busy: move.isPending, disabled: blank,
  };
  const notes = (
    <>
      {blank && <Note tone="warn">{t('stillBlank', { count: sheet.blank })}</Note>}
      {move.error && <Note tone="act">{move.error.problem.title}</Note>}
    </>
  );
  if (step.needs.includes('reason')) return <DestructiveDialog {...shown} reasonLabel={t('reason')} onConfirm={go}>{notes}</DestructiveDialog>;
  return <ConfirmDialog {...shown} onConfirm={() => go()}>{notes}</ConfirmDialog>;
}
