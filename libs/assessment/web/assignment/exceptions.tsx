import { useState } from 'react';
import { Button, DestructiveDialog, IconCalendarTime, NeedRow, Note, Sheet } from '@halong/design/web';
import { assignmentRoutes, type AssignmentDetail, type OverrideView } from '@halong/assessment/contract';
import { formatInstant, useMutationOf, useTexts } from '@halong/platform/web';
import { say, type Say } from './assignment.texts.ts';

const wordsOf = ({ dueAt, cutoffAt, attempts, waiveLate }: OverrideView, t: Say): string => [
  dueAt && t('dueAt', { time: formatInstant(dueAt) }), cutoffAt && `${t('cutoff')} ${formatInstant(cutoffAt)}`, attempts !== null && `${t('attempts')}: ${attempts}`, waiveLate && t('waive'),
].filter(Boolean).join(' · ');

/** Who has other dates, and why. */
export function Exceptions({ detail }: { detail: AssignmentDetail }) {
  const t = useTexts(say);
  const [taking, setTaking] = useState<OverrideView>();
  const remove = useMutationOf(assignmentRoutes.removeException, { invalidates: [assignmentRoutes.getAssignment, assignmentRoutes.listTurnIns], onSuccess: () => setTaking(undefined) });
  return (
    <Sheet title={t('exceptions')} padded={false}>
      {detail.overrides.map((one) => (
        <NeedRow
          key={one.id} icon={IconCalendarTime} tone="info" title={one.name} detail={<>{wordsOf(one, t)}<br />{one.reason}</>}
          action={detail.can.override && <Button size="s" onClick={() => setTaking(one)}>{t('takeBack')}</Button>}
        />
      ))}
      <DestructiveDialog
        open={taking !== undefined} onClose={() => setTaking(undefined)} busy={remove.isPending} title={t('takeBackTitle', { name: taking?.name ?? '' })} lead={t('takeBackLead')} reasonLabel={t('reason')}
        confirmLabel={t('takeBack')} onConfirm={(reason) => taking && remove.mutate({ params: { id: detail.id, overrideId: taking.id }, body: { reason } })}
      >
        {remove.error && <Note tone="act">{remove.error.problem.title}</Note>}
      </DestructiveDialog>
    </Sheet>
  );
}
