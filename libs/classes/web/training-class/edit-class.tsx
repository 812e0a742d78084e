import { useState } from 'react';
import { Button, DateField, Dialog, Note, TextField, toast } from '@halong/design/web';
import { trainingClassRoutes, type ClassDetail } from '@halong/classes/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { isPlanning } from './class-state.ts';
import { say } from './overview.texts.ts';

/** Names always; capacity and days until the class is decided. */
export function EditClass({ found, onClose }: { found: ClassDetail; onClose: () => void }) {
  const t = useTexts(say);
  const [nameVi, setNameVi] = useState(found.nameVi);
  const [nameEn, setNameEn] = useState(found.nameEn);
  const [capacity, setCapacity] = useState(String(found.capacity));
  const [opening, setOpening] = useState(found.openingDate ?? '');
  const [closing, setClosing] = useState(found.closingDate ?? '');
  const [deadline, setDeadline] = useState(found.nominationDeadline ?? '');
  const save = useMutationOf(trainingClassRoutes.editClass, {
    invalidates: [trainingClassRoutes.getClass, trainingClassRoutes.listClasses],
    onSuccess: () => {
      toast(t('saved'));
      onClose();
    },
  });
  const changed = <T,>(name: string, value: T, was: T) => (value === was ? {} : { [name]: value });
  const submit = () => save.mutate({
    params: { id: found.id },
    body: {
      version: found.version,
      ...changed('nameVi', nameVi.trim(), found.nameVi), ...changed('nameEn', nameEn.trim(), found.nameEn), ...changed('capacity', Number(capacity), found.capacity),
      ...changed('openingDate', opening || null, found.openingDate), ...changed('closingDate', closing || null, found.closingDate),
      ...changed('nominationDeadline', deadline || null, found.nominationDeadline),
    },
  });
  const fixed = !isPlanning(found.state);
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={640} title={t('editTitle', { code: found.code })}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={save.isPending} disabled={nameVi.trim().length < 3 || nameEn.trim().length < 3 || Number(capacity) < 1} onClick={submit}>{t('save')}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      <TextField label={t('nameVi')} value={nameVi} maxLength={300} onChange={(event) => setNameVi(event.currentTarget.value)} />
      <TextField label={t('nameEn')} value={nameEn} maxLength={300} onChange={(event) => setNameEn(event.currentTarget.value)} />
      {!fixed && (
        <div className="formgrid">
          <TextField label={t('capacity')} inputMode="numeric" value={capacity} maxLength={4} onChange={(event) => setCapacity(event.currentTarget.value.replace(/\D/g, ''))} />
          <DateField label={t('deadline')} optional value={deadline} onChange={setDeadline} />
          <DateField label={t('opening')} optional value={opening} onChange={setOpening} />
          <DateField label={t('closing')} optional value={closing} onChange={setClosing} />
        </div>
      )}
    </Dialog>
  );
}
