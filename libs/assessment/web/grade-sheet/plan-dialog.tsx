import { useState } from 'react';
import { Button, Checkbox, IconButton, IconPlus, IconTrash, SelectField, TextField } from '@halong/design/web';
import { weightSum, wholeWeight, type GradeSheet, type PlanChange } from '@halong/assessment/contract';
import { formatNumber, formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { ChangeSteps } from './change-steps.tsx';
import { say } from './grade-book.texts.ts';

interface ComponentDraft {
  key: string;
  nameVi: string;
  nameEn: string;
  /** Percent, as typed. */
  weight: string;
  required: boolean;
  category: string;
}

interface CategoryDraft {
  key: string;
  nameVi: string;
  nameEn: string;
  dropLowest: string;
}

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

/** A key that no other has: what people see is the name. */
function freeKey(stem: string, taken: readonly { key: string }[]): string {
  let no = taken.length + 1;
  while (taken.some(({ key }) => key === `${stem}-${no}`)) no += 1;
  return `${stem}-${no}`;
}

function changeOf(components: readonly ComponentDraft[], categories: readonly CategoryDraft[]): Extract<PlanChange, { kind: 'PLAN' }> {
  return {
    kind: 'PLAN',
    components: components.map((one) => ({ ...one, nameVi: one.nameVi.trim(), nameEn: one.nameEn.trim(), weight: Math.round(numberOf(one.weight) * 100) / wholeWeight, category: one.category || null })),
    categories: categories.map((one) => ({ ...one, nameVi: one.nameVi.trim(), nameEn: one.nameEn.trim(), dropLowest: numberOf(one.dropLowest) })),
  };
}

const isWhole = ({ components, categories }: Extract<PlanChange, { kind: 'PLAN' }>): boolean =>
  weightSum(components) === wholeWeight && components.every(({ nameVi, nameEn, weight }) => nameVi !== '' && nameEn !== '' && weight > 0) &&
  categories.every(({ nameVi, nameEn, dropLowest }) => nameVi !== '' && nameEn !== '' && Number.isInteger(dropLowest) && dropLowest >= 0);

/** Components, weights, categories and how many lowest scores a category drops. */
export function PlanDialog({ sheet, onClose }: { sheet: GradeSheet; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [components, setComponents] = useState<ComponentDraft[]>(() => sheet.components.map((one) => ({ ...one, weight: formatNumber(one.weight * 100, language), category: one.category ?? '' })));
  const [categories, setCategories] = useState<CategoryDraft[]>(() => sheet.categories.map((one) => ({ ...one, dropLowest: String(one.dropLowest) })));
  const change = changeOf(components, categories);
  const sum = weightSum(change.components.map(({ weight }) => ({ weight: Number.isFinite(weight) ? weight : 0 }))) / wholeWeight;
  const setComponent = (key: string, part: Partial<ComponentDraft>) => setComponents(components.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const setCategory = (key: string, part: Partial<CategoryDraft>) => setCategories(categories.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const options = [{ value: '', label: t('noCategory') }, ...categories.map(({ key, nameVi, nameEn }) => ({ value: key, label: language === 'vi' ? nameVi : nameEn }))];
  return (
    <ChangeSteps sheet={sheet} title={t('planTitle', { code: sheet.class.code })} lead={t('planLead')} change={isWhole(change) ? change : undefined} onClose={onClose}>
      {components.map((one) => (
        <div key={one.key} className="formrow">
          <TextField label={t('name')} value={one.nameVi} maxLength={120} onChange={(event) => setComponent(one.key, { nameVi: event.currentTarget.value })} />
          <TextField label={t('nameEn')} value={one.nameEn} maxLength={120} onChange={(event) => setComponent(one.key, { nameEn: event.currentTarget.value })} />
          <TextField label={t('weight')} inputMode="decimal" value={one.weight} onChange={(event) => setComponent(one.key, { weight: event.currentTarget.value })} />
          <div className="col">
            {categories.length > 0 && <SelectField label={t('category')} options={options} value={one.category} onChange={(category) => setComponent(one.key, { category })} />}
            <Checkbox label={t('required')} checked={one.required} onChange={(required) => setComponent(one.key, { required })} />
          </div>
          <IconButton icon={IconTrash} label={t('remove', { name: one.nameVi })} onClick={() => setComponents(components.filter(({ key }) => key !== one.key))} />
        </div>
      ))}
      {categories.map((one) => (
        <div key={one.key} className="formrow">
          <TextField label={`${t('category')}: ${t('name')}`} value={one.nameVi} maxLength={120} onChange={(event) => setCategory(one.key, { nameVi: event.currentTarget.value })} />
          <TextField label={t('nameEn')} value={one.nameEn} maxLength={120} onChange={(event) => setCategory(one.key, { nameEn: event.currentTarget.value })} />
          <TextField label={t('drop')} inputMode="numeric" value={one.dropLowest} onChange={(event) => setCategory(one.key, { dropLowest: event.currentTarget.value })} />
          <span />
          <IconButton
            icon={IconTrash} label={t('remove', { name: one.nameVi })}
            onClick={() => {
              setCategories(categories.filter(({ key }) => key !== one.key));
              setComponents(components.map((each) => (each.category === one.key ? { ...each, category: '' } : each)));
            }}
          />
        </div>
      ))}
      <div className="row wrap">
        <Button size="s" icon={IconPlus} onClick={() => setComponents([...components, { key: freeKey('cot', components), nameVi: t('newComponent'), nameEn: 'New component', weight: '0', required: true, category: '' }])}>{t('addComponent')}</Button>
        <Button size="s" icon={IconPlus} onClick={() => setCategories([...categories, { key: freeKey('nhom', categories), nameVi: t('newCategory'), nameEn: 'New category', dropLowest: '0' }])}>{t('addCategory')}</Button>
        <p role="status"><b>{t('sum', { percent: formatPercent(sum, language) })}</b></p>
      </div>
    </ChangeSteps>
  );
}
