import { useState } from 'react';
import { Button, Dialog, Note, toast } from '@halong/design/web';
import { programmeRoutes, type ProgrammeDetail } from '@halong/catalogue/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { HeadFields } from './head-fields.tsx';
import { headBody, headOf, headProblems } from './programme-draft.rules.ts';
import { say } from './programme-form.texts.ts';

/** Names, category and branch, corrected for every version. */
export function HeadEditor({ programme, onClose }: { programme: ProgrammeDetail; onClose: () => void }) {
  const t = useTexts(say);
  const [draft, setDraft] = useState(() => headOf(programme));
  const save = useMutationOf(programmeRoutes.correctProgramme, {
    invalidates: [programmeRoutes.getProgramme, programmeRoutes.listProgrammes],
    onSuccess: () => {
      toast(t('headSaved'));
      onClose();
    },
  });
  const body = headBody(draft);
  const submit = () => {
    if (!body) return;
    const { nameVi, nameEn, category, authority } = body;
    save.mutate({ params: { id: programme.id }, body: { version: programme.version, nameVi, nameEn, category, authority } });
  };
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={640} title={t('headTitle', { code: programme.code })} lead={t('headLead')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={save.isPending} disabled={!body} onClick={submit}>{t('saveHead')}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      <HeadFields draft={draft} problems={headProblems(draft)} onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))} />
    </Dialog>
  );
}
