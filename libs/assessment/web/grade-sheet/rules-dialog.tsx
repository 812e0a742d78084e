import { useState } from 'react';
import { TextField } from '@halong/design/web';
import type { GradeSheet, PlanChange } from '@halong/assessment/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { ChangeSteps } from './change-steps.tsx';
import { say } from './grade-book.texts.ts';

type Field = 'min' | 'floorPerPart' | 'minIfResit';

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

/** Pass mark and bands of this class: the upper end of a band is where the next begins. */
export function RulesDialog({ sheet, onClose }: { sheet: GradeSheet; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { passRatio, gradeBands, scale } = sheet.rules;
  const number = (value: number) => formatNumber(value, language);
  const [pass, setPass] = useState(number(passRatio * 100));
  const [bands, setBands] = useState(() => [...gradeBands].sort((a, b) => b.min - a.min).map((band) => ({ band, min: number(band.min), floorPerPart: number(band.floorPerPart), minIfResit: number(band.minIfResit) })));
  const set = (at: number, field: Field, text: string) => setBands(bands.map((one, index) => (index === at ? { ...one, [field]: text } : one)));
  const change: Extract<PlanChange, { kind: 'RULES' }> = {
    kind: 'RULES', passRatio: Math.round(numberOf(pass) * 100) / 10_000,
    gradeBands: bands.map(({ band, min, floorPerPart, minIfResit }, at) => ({
      ...band, min: numberOf(min), floorPerPart: numberOf(floorPerPart), minIfResit: numberOf(minIfResit), max: at === 0 ? scale : numberOf(bands[at - 1]?.min ?? ''),
    })),
  };
  const whole = change.passRatio > 0 && change.passRatio <= 1 && change.gradeBands.every((band) => [band.min, band.floorPerPart, band.minIfResit].every((value) => value >= 0 && value <= scale) && band.min < band.max);
  return (
    <ChangeSteps sheet={sheet} title={t('rulesTitle', { code: sheet.class.code })} lead={t('rulesLead')} change={whole ? change : undefined} onClose={onClose}>
      <TextField label={t('passFrom')} inputMode="decimal" value={pass} onChange={(event) => setPass(event.currentTarget.value)} />
      {bands.map(({ band, ...one }, at) => (
        <div key={band.code} className="formrow">
          <TextField label={t('bandMin', { band: language === 'vi' ? band.nameVi : band.nameEn })} inputMode="decimal" value={one.min} disabled={at === bands.length - 1} onChange={(event) => set(at, 'min', event.currentTarget.value)} />
          <TextField label={t('bandFloor')} inputMode="decimal" value={one.floorPerPart} onChange={(event) => set(at, 'floorPerPart', event.currentTarget.value)} />
          <TextField label={t('bandResit')} inputMode="decimal" value={one.minIfResit} onChange={(event) => set(at, 'minIfResit', event.currentTarget.value)} />
        </div>
      ))}
    </ChangeSteps>
  );
}
