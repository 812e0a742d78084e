import { useState } from 'react';
import { Button, Dialog, IconButton, IconPlus, IconTrash, Note, TextField, toast } from '@halong/design/web';
import { bell as bellShape, placeRoutes, type Bell } from '@halong/classes/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './places.texts.ts';

interface BellsEditorProps {
  institutionId: number | null;
  own: boolean;
  bells: readonly Bell[];
  onClose: () => void;
}

/** "7:30" → "07:30"; anything else stays as it was typed. */
const asTime = (typed: string): string => (/^\d:\d\d$/.test(typed) ? `0${typed}` : typed);

/** The periods of a day with their times. */
export function BellsEditor({ institutionId, own, bells, onClose }: BellsEditorProps) {
  const t = useTexts(say);
  const [drafts, setDrafts] = useState<readonly Bell[]>(bells);
  const put = useMutationOf(placeRoutes.putBells, {
    invalidates: [placeRoutes.getBells],
    onSuccess: () => {
      toast(t('bellsSaved'));
      onClose();
    },
  });
  const change = (no: number, changes: Partial<Bell>) => setDrafts(drafts.map((one) => (one.periodNo === no ? { ...one, ...changes } : one)));
  const nextNo = Math.max(0, ...drafts.map((one) => one.periodNo)) + 1;
  const whole = drafts.every((one) => bellShape.safeParse(one).success);
  const save = (next: readonly Bell[]) => put.mutate({ body: { institutionId, bells: [...next] } });
  return (
    <Dialog
      open onClose={onClose} busy={put.isPending} title={t('editBells')} lead={t('bellsLead')}
      actions={<>
        {institutionId !== null && own && <Button onClick={() => save([])} disabled={put.isPending}>{t('toDefault')}</Button>}
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={put.isPending} disabled={!whole || drafts.length === 0} onClick={() => save(drafts)}>{t('saveBells', { count: drafts.length })}</Button>
      </>}
    >
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      <p className="soft sm">{t('clock')}</p>
      {drafts.map(({ periodNo: no, starts, ends }) => (
        <div key={no} className="row">
          <span className="nw" style={{ width: 64 }}>{t('periodNo', { no })}</span>
          <TextField label={`${t('starts')}, ${t('periodNo', { no })}`} labelHidden value={starts} maxLength={5} onChange={(event) => change(no, { starts: event.currentTarget.value })} onBlur={() => change(no, { starts: asTime(starts) })} />
          <TextField label={`${t('ends')}, ${t('periodNo', { no })}`} labelHidden value={ends} maxLength={5} onChange={(event) => change(no, { ends: event.currentTarget.value })} onBlur={() => change(no, { ends: asTime(ends) })} />
          <IconButton icon={IconTrash} hint="none" label={t('removeBell', { no })} onClick={() => setDrafts(drafts.filter((one) => one.periodNo !== no))} />
        </div>
      ))}
      <div><Button icon={IconPlus} disabled={nextNo > 20} onClick={() => setDrafts([...drafts, { periodNo: nextNo, starts: '', ends: '' }])}>{t('addBell', { no: nextNo })}</Button></div>
    </Dialog>
  );
}
