import { Checkbox, Icon, IconButton, IconFile, IconX, SelectField, Sheet, TextArea, TextField } from '@halong/design/web';
import { assignmentKindNames, assignmentKinds, type AssignmentKind, type AssignmentTerms } from '@halong/assessment/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { AddFiles } from '../submission/add-files.tsx';
import type { AssignmentForm } from './assignment-form.ts';
import { say } from './assignment.texts.ts';
import { LateFields } from './late-fields.tsx';
import { MomentField } from './moment-field.tsx';

interface FormPartsProps {
  form: AssignmentForm;
  terms: AssignmentTerms;
  classId: number;
  /** Somebody has submitted: kind and group work stay. */
  fixed: boolean;
  onChange: (next: Partial<AssignmentForm>) => void;
}

/** The parts of the form of an assignment. */
export function FormParts(props: FormPartsProps) {
  const t = useTexts(say);
  const { form, onChange, terms } = props;
  return (
    <>
      <WhatIsAsked {...props} />
      <Sheet title={t('dates')}>
        <div className="col g4">
          <MomentField label={t('opens')} value={form.opensAt} onChange={(opensAt) => onChange({ opensAt })} optional usual="07:00" />
          <MomentField label={t('due')} value={form.dueAt} onChange={(dueAt) => onChange({ dueAt })} />
          <MomentField label={t('cutoff')} value={form.cutoffAt} onChange={(cutoffAt) => onChange({ cutoffAt })} optional />
          <LateFields choices={terms.latePolicies} late={form.late} onChange={(late) => onChange({ late })} />
        </div>
      </Sheet>
      <Submitting {...props} />
      <Marking {...props} />
    </>
  );
}

function WhatIsAsked({ form, classId, fixed, onChange }: FormPartsProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <Sheet title={t('brief')}>
      <div className="col g4">
        <SelectField label={t('kind')} disabled={fixed} options={assignmentKinds.map((kind) => ({ value: kind, label: assignmentKindNames[kind][language] }))} value={form.kind} onChange={(kind) => onChange({ kind: kind as AssignmentKind })} />
        <TextField label={t('titleField')} value={form.title} maxLength={200} onChange={(event) => onChange({ title: event.currentTarget.value })} />
        <TextArea label={t('brief')} hint={t('briefHint')} rows={8} value={form.brief} maxLength={20_000} onChange={(event) => onChange({ brief: event.currentTarget.value })} />
        <section className="col g2" aria-label={t('references')}>
          <h3>{t('references')}</h3>
          <ul className="col g1">
            {form.references.map(({ id, name }) => (
              <li key={id} className="row g2"><Icon of={IconFile} /><span className="sp">{name}</span><IconButton icon={IconX} size="s" label={t('removeReference', { name })} onClick={() => onChange({ references: form.references.filter((one) => one.id !== id) })} /></li>
            ))}
          </ul>
          <AddFiles label={t('addReference')} purpose="REFERENCE" classId={classId} multiple onReady={(document) => onChange({ references: [...form.references, document] })} />
        </section>
      </div>
    </Sheet>
  );
}

function Submitting({ form, fixed, onChange }: FormPartsProps) {
  const t = useTexts(say);
  return (
    <Sheet title={t('submitting')}>
      <div className="col g4">
        <TextField label={t('attempts')} inputMode="numeric" value={form.attempts} onChange={(event) => onChange({ attempts: event.currentTarget.value })} />
        <Checkbox label={t('groupWork')} hint={t('groupHint')} disabled={fixed} checked={form.groupWork} onChange={(groupWork) => onChange({ groupWork, confirmAll: groupWork && form.confirmAll })} />
        {form.groupWork && <Checkbox label={t('confirmAll')} checked={form.confirmAll} onChange={(confirmAll) => onChange({ confirmAll })} />}
        <TextArea label={t('declaration')} optional rows={2} value={form.declaration} maxLength={500} onChange={(event) => onChange({ declaration: event.currentTarget.value })} />
      </div>
    </Sheet>
  );
}

function Marking({ form, terms, onChange }: FormPartsProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <Sheet title={t('markingPart')}>
      <div className="col g4">
        <SelectField label={t('component')} placeholder={t('noComponent')} options={terms.components.map(({ key, nameVi, nameEn }) => ({ value: key, label: language === 'vi' ? nameVi : nameEn }))} value={form.component} onChange={(component) => onChange({ component })} />
        <Checkbox label={t('blind')} hint={t('blindHint')} checked={form.blind} onChange={(blind) => onChange({ blind })} />
        <Checkbox label={t('double')} checked={form.double} onChange={(double) => onChange({ double })} />
        {form.double && <TextField label={t('threshold')} inputMode="decimal" value={form.threshold} onChange={(event) => onChange({ threshold: event.currentTarget.value })} />}
      </div>
    </Sheet>
  );
}
