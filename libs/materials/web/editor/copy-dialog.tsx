import { useState } from 'react';
import { Button, ComboField, Dialog, Note, toast, type ComboOption } from '@halong/design/web';
import { trainingClassRoutes } from '@halong/classes/contract';
import { contentReuseRoutes, contentRoutes } from '@halong/materials/contract';
import { useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './editor.texts.ts';

/** Everything of another class, its dates moved to this one. */
export function CopyDialog({ classId, onClose }: { classId: number; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<ComboOption>();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useQueryOf(trainingClassRoutes.listClasses, { query: { search, size: 30 } });
  const options = (data?.items ?? []).filter(({ id }) => id !== classId).map(({ id, code, nameVi, nameEn }) => ({ value: String(id), label: code, detail: language === 'vi' ? nameVi : nameEn }));
  const copy = useMutationOf(contentReuseRoutes.copyContent, {
    invalidates: [contentRoutes.getClassContent],
    onSuccess: (done) => {
      toast(t('copied', done));
      onClose();
    },
  });
  return (
    <Dialog
      open onClose={onClose} busy={copy.isPending} title={t('copyTitle')} lead={t('copyLead')}
      actions={<><Button onClick={onClose}>{t('close')}</Button><Button variant="primary" loading={copy.isPending} disabled={!chosen} onClick={() => chosen && copy.mutate({ params: { id: classId }, body: { fromClassId: Number(chosen.value) } })}>{t('copyDo')}</Button></>}
    >
      {copy.error && <Note tone="act">{copy.error.problem.title}</Note>}
      <ComboField label={t('fromClass')} options={options} value={chosen} onChange={setChosen} onSearch={setSearch} loading={isFetching} />
    </Dialog>
  );
}
