import { useState } from 'react';
import { Button, Checkbox, Dialog, IconButton, IconPlus, IconTrash, Note, StatusText, TextField, toast } from '@halong/design/web';
import { programmeRoutes, type ProgrammeDetail, type ProgrammeVersion } from '@halong/catalogue/contract';
import { formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { componentsOf, draftOf, freeKey, isComplete, percentSum, type ComponentDraft } from './component-draft.rules.ts';
import { say } from './programme.texts.ts';

interface ComponentsEditorProps {
  programme: ProgrammeDetail;
  version: ProgrammeVersion;
  onClose: () => void;
}

/** What is marked and how much it weighs. */
export function ComponentsEditor({ programme, version, onClose }: ComponentsEditorProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [drafts, setDrafts] = useState<readonly ComponentDraft[]>(version.components.map(draftOf));
  const save = useMutationOf(programmeRoutes.putComponents, {
    invalidates: [programmeRoutes.getProgramme],
    onSuccess: () => {
      toast(t('componentsSaved'));
      onClose();
    },
  });
  const change = (key: string, changes: Partial<ComponentDraft>) => setDrafts(drafts.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  const add = () => setDrafts([...drafts, { key: freeKey(drafts), nameVi: '', nameEn: '', percent: '', required: true }]);
  const sum = percentSum(drafts);
  const submit = () => save.mutate({ params: { id: version.id }, body: { version: programme.version, components: componentsOf(drafts) } });
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={760} title={t('componentsTitle', { code: programme.code, n: version.version })} lead={t('componentsLead')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={save.isPending} disabled={!isComplete(drafts)} onClick={submit}>{t('saveComponents', { count: drafts.length })}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      {drafts.length === 0 && <p className="soft">{t('componentsEmpty')}</p>}
      {drafts.map((draft) => <DraftRow key={draft.key} draft={draft} onChange={(changes) => change(draft.key, changes)} onRemove={() => setDrafts(drafts.filter((one) => one !== draft))} />)}
      <div className="row wrap">
        <Button icon={IconPlus} disabled={drafts.length >= 12} onClick={add}>{t('addComponent')}</Button>
        <span className="sp" />
        {drafts.length > 0 && (
          <StatusText tone={sum === 100 ? 'ok' : 'warn'}>{sum === 100 ? t('sumRight') : t('sum', { sum: Number.isNaN(sum) ? '–' : formatNumber(sum, language) })}</StatusText>
        )}
      </div>
    </Dialog>
  );
}

interface DraftRowProps {
  draft: ComponentDraft;
  onChange: (changes: Partial<ComponentDraft>) => void;
  onRemove: () => void;
}

function DraftRow({ draft, onChange, onRemove }: DraftRowProps) {
  const t = useTexts(say);
  return (
    <div className="formrow">
      <TextField label={t('nameVi')} value={draft.nameVi} maxLength={120} onChange={(event) => onChange({ nameVi: event.currentTarget.value })} />
      <TextField label={t('nameEn')} value={draft.nameEn} maxLength={120} onChange={(event) => onChange({ nameEn: event.currentTarget.value })} />
      <TextField label={t('percent')} inputMode="decimal" value={draft.percent} onChange={(event) => onChange({ percent: event.currentTarget.value })} />
      <Checkbox label={t('required')} checked={draft.required} onChange={(required) => onChange({ required })} />
      <IconButton icon={IconTrash} hint="none" label={t('removeComponent', { name: draft.nameVi })} onClick={onRemove} />
    </div>
  );
}
