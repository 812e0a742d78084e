import { SelectField } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { say } from './unit.texts.ts';
import type { LedUnit } from './your-unit.ts';

/** For people who lead several units; nothing for the others. */
export function UnitChoice({ units, unitId, onChoose }: { units: readonly LedUnit[]; unitId: number | undefined; onChoose: (id: string) => void }) {
  const t = useTexts(say);
  if (units.length < 2) return null;
  return (
    <SelectField
      compact label={t('unit')} labelHidden value={String(unitId ?? '')} onChange={onChoose}
      options={units.map((one) => ({ value: String(one.id), label: one.name }))}
    />
  );
}
