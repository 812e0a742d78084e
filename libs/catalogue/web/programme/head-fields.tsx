import { SelectField, TextField } from '@halong/design/web';
import { programmeAuthorities, programmeAuthorityNames, type ProgrammeAuthority } from '@halong/catalogue/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { defaultRuleSets, programmeCategoryCode, type ProgrammeCategoryCode } from '@halong/regulations/contract';
import { named } from './naming.ts';
import { usualAuthority, type HeadDraft, type Problems } from './programme-draft.rules.ts';
import { say, sayProblem } from './programme-form.texts.ts';

interface HeadFieldsProps {
  draft: HeadDraft;
  problems: Problems<HeadDraft>;
  /** The code can be chosen once. */
  withCode?: boolean;
  onChange: (changes: Partial<HeadDraft>) => void;
}

/** Code, names, category and branch; the branch follows the category until somebody chooses another. */
export function HeadFields({ draft, problems, withCode = false, onChange }: HeadFieldsProps) {
  const t = useTexts(say);
  const wrong = useTexts(sayProblem);
  const { language } = useLanguage();
  const errorOf = (field: keyof HeadDraft) => problems[field] && wrong(problems[field]);
  const choose = (category: ProgrammeCategoryCode | '') => {
    const untouched = draft.authority === usualAuthority(draft.category);
    onChange({ category, ...(untouched ? { authority: usualAuthority(category) } : {}) });
  };
  return (
    <>
      {withCode && (
        <TextField
          label={t('code')} value={draft.code} maxLength={40} hint={t('codeHint')} error={errorOf('code')} autoCapitalize="characters" spellCheck={false}
          onChange={(event) => onChange({ code: event.currentTarget.value.toUpperCase() })}
        />
      )}
      <TextField label={t('nameVi')} value={draft.nameVi} maxLength={255} error={errorOf('nameVi')} onChange={(event) => onChange({ nameVi: event.currentTarget.value })} />
      <TextField label={t('nameEn')} value={draft.nameEn} maxLength={255} error={errorOf('nameEn')} onChange={(event) => onChange({ nameEn: event.currentTarget.value })} />
      <SelectField
        label={t('category')} placeholder={t('choose')} value={draft.category} hint={t('categoryHint')} error={errorOf('category')}
        onChange={(category) => choose(category as ProgrammeCategoryCode | '')}
        options={programmeCategoryCode.options.map((code) => ({ value: code, label: named(defaultRuleSets[code], language) }))}
      />
      <SelectField
        label={t('authority')} placeholder={t('choose')} value={draft.authority} error={errorOf('authority')}
        onChange={(authority) => onChange({ authority: authority as ProgrammeAuthority | '' })}
        options={programmeAuthorities.map((one) => ({ value: one, label: programmeAuthorityNames[one][language] }))}
      />
    </>
  );
}
