import { useState, type ReactNode } from 'react';
import { Button, Dialog, Note, TextArea, toast } from '@halong/design/web';
import { assessmentRoutes, gradeBookRoutes, type GradeSheet, type PlanChange } from '@halong/assessment/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { ConsequenceView } from './consequence-view.tsx';
import { say } from './grade-book.texts.ts';

const minReason = 5;

/** First the change, then what it means for whom, then a reason: only then can it be saved. `change` undefined: it is not whole yet. */
export function ChangeSteps({ sheet, title, lead, change, children, onClose }: { sheet: GradeSheet; title: string; lead: string; change: PlanChange | undefined; children: ReactNode; onClose: () => void }) {
  const t = useTexts(say);
  const [reason, setReason] = useState('');
  const look = useMutationOf(gradeBookRoutes.previewPlan);
  const save = useMutationOf(gradeBookRoutes.savePlan, {
    invalidates: [assessmentRoutes.getGradeSheet, gradeBookRoutes.listPlanChanges],
    onSuccess: () => {
      toast(t('saved'));
      onClose();
    },
  });
  const found = look.data;
  const params = { id: sheet.class.id };
  const given = reason.trim();
  return (
    <Dialog
      open onClose={onClose} busy={look.isPending || save.isPending} size={760} title={title} lead={found ? undefined : lead}
      actions={found ? <>
        <Button onClick={() => look.reset()} disabled={save.isPending}>{t('back')}</Button>
        <Button variant="primary" loading={save.isPending} disabled={given.length < minReason} onClick={() => change && save.mutate({ params, body: { change, version: sheet.version, reason: given } })}>{t('save')}</Button>
      </> : <>
        <Button onClick={onClose} disabled={look.isPending}>{t('later')}</Button>
        <Button variant="primary" loading={look.isPending} disabled={!change} onClick={() => change && look.mutate({ params, body: { change } })}>{t('look')}</Button>
      </>}
    >
      {(look.error ?? save.error) && <Note tone="act">{(look.error ?? save.error)?.problem.title}</Note>}
      {found ? (
        <>
          <ConsequenceView found={found} />
          <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
        </>
      ) : children}
    </Dialog>
  );
}
