import { useState } from 'react';
import { Note, SelectField, TextField } from '@halong/design/web';
import { partDays, type LatePolicy, type LatePolicyChoice, type PartDay } from '@halong/assessment/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { lateWords } from '../submission/late-words.ts';
import { chosenPolicy, numberOf } from './assignment-form.ts';
import { say } from './assignment.texts.ts';

interface LateFieldsProps {
  choices: readonly LatePolicyChoice[];
  late: LatePolicy;
  onChange: (late: LatePolicy) => void;
}

/** One of the ready policies or one of its own, with what it means in an example. */
export function LateFields({ choices, late, onChange }: LateFieldsProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [own, setOwn] = useState(!chosenPolicy(choices, late));
  const chosen = own ? undefined : chosenPolicy(choices, late);
  const options = [...choices.map(({ id, nameVi, nameEn }) => ({ value: String(id), label: language === 'vi' ? nameVi : nameEn })), { value: 'own', label: t('lateOwn') }];
  return (
    <>
      <SelectField
        label={t('lateChoice')} options={options} value={chosen ? String(chosen.id) : 'own'}
        onChange={(value) => {
          const next = choices.find(({ id }) => String(id) === value);
          setOwn(!next);
          if (next) onChange(next.policy);
        }}
      />
      {!chosen && <OwnPolicy late={late} onChange={onChange} />}
      <Note tone="info">{t('preview')} {lateWords(late, language)}</Note>
    </>
  );
}

function OwnPolicy({ late, onChange }: Pick<LateFieldsProps, 'late' | 'onChange'>) {
  const t = useTexts(say);
  const [typed, setTyped] = useState({ deductionPerDay: String(late.deductionPerDay), floor: String(late.floor), graceMinutes: String(late.graceMinutes) });
  const number = (field: keyof typeof typed, label: string, round = false) => (
    <TextField
      label={label} inputMode="decimal" value={typed[field]}
      onChange={(event) => {
        const text = event.currentTarget.value;
        const value = Math.min(round ? 1_440 : 100, Math.max(0, numberOf(text)));
        setTyped({ ...typed, [field]: text });
        onChange({ ...late, [field]: round ? Math.round(value) : value });
      }}
    />
  );
  return (
    <div className="row wrap g3" style={{ alignItems: 'flex-start' }}>
      {number('deductionPerDay', t('perDay'))}
      {number('floor', t('floor'))}
      <SelectField label={t('partDay')} options={partDays.map((one) => ({ value: one, label: t(one) }))} value={late.partDay} onChange={(partDay) => onChange({ ...late, partDay: partDay as PartDay })} />
      {number('graceMinutes', t('grace'), true)}
    </div>
  );
}
