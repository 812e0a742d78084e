import { useId, useState, type KeyboardEvent } from 'react';
import type { RubricCriterion } from '@halong/assessment/contract';
import { formatNumber, formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { levelOf, pointsOf, readPoints, stepped } from './levels.rules.ts';
import { say } from './marking.texts.ts';

interface CriterionProps {
  no: number;
  criterion: RubricCriterion;
  scale: number;
  step: number;
  value: number | undefined;
  disabled: boolean;
  autoFocus?: boolean;
  onPoints: (points: number | undefined) => void;
}

/** One criterion: its levels as one choice, so that Tab goes to the next criterion; digits choose, plus and minus refine. */
export function Criterion({ no, criterion, scale, step, value, disabled, autoFocus = false, onPoints }: CriterionProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const name = useId();
  const [typed, setTyped] = useState<string>();
  const at = levelOf(criterion, value);
  const shown = value === undefined ? '' : Number.isInteger(value) ? `${formatNumber(value, language)}${language === 'vi' ? ',0' : '.0'}` : formatNumber(value, language);

  function press(event: KeyboardEvent<HTMLFieldSetElement>) {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLInputElement).type === 'text') return;
    const level = criterion.levels[Number(event.key) - 1];
    const by = event.key === '+' || event.key === '=' ? step : event.key === '-' ? -step : 0;
    const points = level ? pointsOf(level, value, step) : by === 0 ? undefined : stepped(value, by, scale);
    if (!level && by === 0) return;
    event.preventDefault();
    onPoints(points);
    // Tab leaves a choice from what is chosen; from another level it would only come to that.
    event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=radio]')[levelOf(criterion, points)]?.focus();
  }

  return (
    <fieldset className="crit" onKeyDown={press} disabled={disabled}>
      <legend className="vh">{criterion.title}</legend>
      <div className="row crithd">
        <span className="b sp" aria-hidden>{no}. {criterion.title}</span>
        <span className="sm muted nw">{t('weight', { percent: formatPercent(criterion.weight, language) })}</span>
        <input
          type="text" inputMode="decimal" className="tn critpts" tabIndex={-1} aria-label={t('points', { title: criterion.title })} value={typed ?? shown}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => {
            if (typed !== undefined) onPoints(typed.trim() === '' ? undefined : (readPoints(typed, scale) ?? value));
            setTyped(undefined);
          }}
        />
      </div>
      {criterion.note && <p className="xs muted">{criterion.note}</p>}
      <div className="lv" style={{ gridTemplateColumns: `repeat(${Math.min(4, criterion.levels.length)}, minmax(0, 1fr))` }}>
        {criterion.levels.map((level, place) => (
          <label key={place} className={place === at ? 'on' : undefined}>
            <input
              type="radio" className="vh" name={name} checked={place === at} autoFocus={autoFocus && (at === -1 ? place === 0 : place === at)}
              onChange={() => onPoints(pointsOf(level, undefined, step))}
            />
            <b>{level.title}</b>{level.note}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
