import { useState } from 'react';
import { Button, Checkbox, Dialog, Note, SelectField, Skeletons, TextField, toast } from '@halong/design/web';
import { assignmentRoutes } from '@halong/assessment/contract';
import { trainingClassRoutes } from '@halong/classes/contract';
import { formatInstant, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { numberOf } from './assignment-form.ts';
import { say } from './assignment.texts.ts';

/** Another class, which of its assignments, and by how many days their dates move. */
export function CopyDialog({ classId, onClose }: { classId: number; onClose: () => void }) {
  const t = useTexts(say);
  const [from, setFrom] = useState('');
  const [left, setLeft] = useState<readonly number[]>([]);
  const [days, setDays] = useState('0');
  const { data: classes } = useQueryOf(trainingClassRoutes.listClasses, { query: { size: 100 } });
  const { data, error } = useQueryOf(assignmentRoutes.listAssignments, { params: { id: Number(from) } }, { enabled: from !== '' });
  const copy = useMutationOf(assignmentRoutes.copyAssignments, {
    invalidates: [assignmentRoutes.listAssignments],
    onSuccess: ({ items }) => {
      toast(t('copied', { count: items.length }));
      onClose();
    },
  });
  const items = from === '' ? [] : (data?.items ?? []);
  const chosen = items.filter(({ id }) => !left.includes(id));
  const shiftDays = Math.round(numberOf(days));
  const options = (classes?.items ?? []).filter(({ id }) => id !== classId).map(({ id, code, nameVi }) => ({ value: String(id), label: `${code} · ${nameVi}` }));
  const problem = copy.error ?? (from === '' ? null : error);
  return (
    <Dialog
      open onClose={onClose} busy={copy.isPending} title={t('copyTitle')} lead={t('copyLead')}
      actions={<>
        <Button onClick={onClose} disabled={copy.isPending}>{t('cancel')}</Button>
        <Button variant="primary" loading={copy.isPending} disabled={chosen.length === 0} onClick={() => copy.mutate({ params: { id: classId }, body: { fromClassId: Number(from), assignmentIds: chosen.map(({ id }) => id), shiftDays } })}>{t('copyThem', { count: chosen.length })}</Button>
      </>}
    >
      {problem && <Note tone="act">{problem.problem.title}</Note>}
      <SelectField label={t('fromClass')} placeholder="" options={options} value={from} onChange={setFrom} />
      <TextField label={t('shift')} inputMode="numeric" value={days} onChange={(event) => setDays(event.currentTarget.value)} />
      {from !== '' && !data && !error && <Skeletons rows={2} />}
      {from !== '' && data && items.length === 0 && <p className="soft">{t('nothingThere')}</p>}
      {items.map(({ id, title, dueAt }) => (
        <Checkbox
          key={id} label={title} hint={t('shiftedTo', { time: formatInstant(new Date(Date.parse(dueAt) + shiftDays * 86_400_000).toISOString()) })}
          checked={!left.includes(id)} onChange={(on) => setLeft(on ? left.filter((one) => one !== id) : [...left, id])}
        />
      ))}
    </Dialog>
  );
}
