import { useState } from 'react';
import { Button, Note } from '@halong/design/web';
import { formulaOf, parseMark, passResultNames, type Mark, type MyResult } from '@halong/assessment/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { MyRegrades } from '../regrade/my-regrades.tsx';
import { FormulaList } from './formula.tsx';
import { say } from './formula.texts.ts';
import { markText } from './mark-text.ts';

/** The trainee's own formula, and a trial of other numbers by the same rule: on this device only. */
export default function MyFormula({ result }: { result: MyResult }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [trial, setTrial] = useState<Record<string, string>>();
  const facts = { barred: result.barred, hasResit: result.components.some(({ resits }) => resits > 0), override: trial ? null : (result.override?.average ?? null) };
  const marks = new Map(result.components.map(({ key, mark }): [string, Mark] => [key, parseMark(trial?.[key] ?? markText(mark, language), { scale: result.rules.scale, step: result.rules.gradeStep }) ?? mark]));
  const formula = formulaOf(result, marks, facts);
  if (!open) return <div className="row wrap"><Button size="s" onClick={() => setOpen(true)}>{t('how')}</Button></div>;
  const named = (thing: { nameVi: string; nameEn: string }) => (language === 'vi' ? thing.nameVi : thing.nameEn);
  return (
    <div className="col g3">
      {trial && <Note tone="warn">{t('trial')}</Note>}
      <FormulaList
        formula={formula} categories={result.categories} overrideReason={result.override?.reason}
        {...(trial ? { field: (key: string, name: string) => (
          <input
            className="markcell edit" inputMode="decimal" autoComplete="off" aria-label={t('trialField', { name })} value={trial[key] ?? markText(result.components.find((one) => one.key === key)?.mark ?? { kind: 'BLANK' }, language)}
            aria-invalid={parseMark(trial[key] ?? '', { scale: result.rules.scale, step: result.rules.gradeStep }) === undefined || undefined}
            onChange={(event) => setTrial({ ...trial, [key]: event.currentTarget.value })}
          />
        ) } : {})}
      />
      {trial && formula.average !== null && (
        <p role="status"><b>{t('trialResult', { average: formatNumber(formula.average, language), band: formula.band ? named(formula.band) : t('noBand'), result: passResultNames[formula.result][language] })}</b></p>
      )}
      {!trial && <MyRegrades result={result} />}
      <div className="row wrap">
        <Button size="s" onClick={() => { setOpen(false); setTrial(undefined); }}>{t('hide')}</Button>
        <Button size="s" onClick={() => setTrial(trial ? undefined : {})}>{trial ? t('endTrial') : t('whatIf')}</Button>
      </div>
    </div>
  );
}
