import { DateField, SelectField, TextArea, TextField } from '@halong/design/web';
import { deliveryModeNames, deliveryModes, programmeCredentialNames, programmeCredentials, type DeliveryMode, type ProgrammeCredential } from '@halong/catalogue/contract';
import { addDays, formatDay, useLanguage, useTexts } from '@halong/platform/web';
import type { Problems, TermsDraft } from './programme-draft.rules.ts';
import { say, sayProblem } from './programme-form.texts.ts';

interface TermsFieldsProps {
  draft: TermsDraft;
  problems: Problems<TermsDraft>;
  /** First day of the version before this one. */
  after?: string;
  onChange: (changes: Partial<TermsDraft>) => void;
}

const digits = (text: string) => text.replace(/\D/g, '');

/** What a version demands, and from when. */
export function TermsFields({ draft, problems, after, onChange }: TermsFieldsProps) {
  const t = useTexts(say);
  const wrong = useTexts(sayProblem);
  const { language } = useLanguage();
  const errorOf = (field: keyof TermsDraft) => problems[field] && wrong(problems[field]);
  return (
    <>
      <TextField label={t('periods')} inputMode="numeric" value={draft.periods} maxLength={4} error={errorOf('periods')} onChange={(event) => onChange({ periods: digits(event.currentTarget.value) })} />
      <TextField label={t('classSize')} inputMode="numeric" value={draft.classSize} maxLength={4} error={errorOf('classSize')} onChange={(event) => onChange({ classSize: digits(event.currentTarget.value) })} />
      <SelectField
        label={t('mode')} placeholder={t('choose')} value={draft.deliveryMode} error={errorOf('deliveryMode')} onChange={(mode) => onChange({ deliveryMode: mode as DeliveryMode | '' })}
        options={deliveryModes.map((mode) => ({ value: mode, label: deliveryModeNames[mode][language] }))}
      />
      <TextField label={t('modeNote')} optional value={draft.deliveryNote} maxLength={120} hint={t('modeNoteHint')} onChange={(event) => onChange({ deliveryNote: event.currentTarget.value })} />
      <SelectField
        label={t('credential')} placeholder={t('choose')} value={draft.credential} error={errorOf('credential')} onChange={(credential) => onChange({ credential: credential as ProgrammeCredential | '' })}
        options={programmeCredentials.map((one) => ({ value: one, label: programmeCredentialNames[one][language] }))}
      />
      <DateField
        label={t('validFrom')} value={draft.validFrom} error={errorOf('validFrom')} onChange={(validFrom) => onChange({ validFrom })}
        min={after && addDays(after, 1)} hint={after && t('afterDay', { day: formatDay(after) })}
      />
      <div className="wide">
        <TextField label={t('assessment')} optional value={draft.assessmentText} maxLength={300} hint={t('assessmentHint')} onChange={(event) => onChange({ assessmentText: event.currentTarget.value })} />
      </div>
      <div className="wide">
        <TextArea label={t('target')} optional rows={3} value={draft.targetGroupText} maxLength={500} onChange={(event) => onChange({ targetGroupText: event.currentTarget.value })} />
      </div>
    </>
  );
}
