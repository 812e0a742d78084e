import { useState } from 'react';
import { Button, Checkbox, Dialog, Note, TextArea, TextField, toast } from '@halong/design/web';
import { assignmentRoutes, type AssignmentDetail, type TurnInRow } from '@halong/assessment/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { numberOf } from './assignment-form.ts';
import { say } from './assignment.texts.ts';
import { MomentField } from './moment-field.tsx';

/** Other dates or attempts for one person or one group, with the reason. */
export function ExtensionDialog({ detail, row, onClose }: { detail: AssignmentDetail; row: TurnInRow; onClose: () => void }) {
  const t = useTexts(say);
  const present = detail.overrides.find((one) => one.enrolmentId === row.enrolmentId && one.groupId === row.groupId);
  const [dueAt, setDueAt] = useState(present?.dueAt ?? row.dueAt);
  const [cutoffAt, setCutoffAt] = useState(present?.cutoffAt ?? null);
  const [attempts, setAttempts] = useState(String(present?.attempts ?? detail.attempts));
  const [waiveLate, setWaiveLate] = useState(present?.waiveLate ?? false);
  const [reason, setReason] = useState('');
  const put = useMutationOf(assignmentRoutes.putException, {
    invalidates: [assignmentRoutes.getAssignment, assignmentRoutes.listTurnIns],
    onSuccess: () => {
      toast(t('extendedDone'));
      onClose();
    },
  });
  const allowed = Math.round(numberOf(attempts));
  const body = {
    enrolmentId: row.enrolmentId, groupId: row.groupId, opensAt: present?.opensAt ?? null, dueAt: dueAt === detail.dueAt ? null : dueAt, cutoffAt,
    attempts: allowed === detail.attempts || allowed < 1 ? null : allowed, waiveLate, reason: reason.trim(),
  };
  return (
    <Dialog
      open onClose={onClose} busy={put.isPending} title={t('extendFor', { name: row.name })} lead={t('extendLead')}
      actions={<>
        <Button onClick={onClose} disabled={put.isPending}>{t('cancel')}</Button>
        <Button variant="primary" loading={put.isPending} disabled={reason.trim().length < 3} onClick={() => put.mutate({ params: { id: detail.id }, body })}>{t('extendIt')}</Button>
      </>}
    >
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      <MomentField label={t('due')} value={dueAt} onChange={(next) => next && setDueAt(next)} />
      <MomentField label={t('cutoff')} value={cutoffAt} onChange={setCutoffAt} optional />
      <TextField label={t('moreAttempts')} inputMode="numeric" value={attempts} onChange={(event) => setAttempts(event.currentTarget.value)} />
      <Checkbox label={t('waive')} checked={waiveLate} onChange={setWaiveLate} />
      <TextArea label={t('reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}
