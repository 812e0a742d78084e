import { Icon } from '../icon/Icon.tsx';
import { IconCheck } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';

interface StepsProps {
  steps: readonly string[];
  /** Index of the step being done. */
  current: number;
  label?: string;
}

/** Where one is in a wizard. */
export function Steps({ steps, current, label }: StepsProps) {
  const texts = useDesignTexts();
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, index) => {
        const done = index < current;
        const on = index === current;
        return (
          <li key={step} className={done ? 'done' : on ? 'on' : undefined} aria-current={on ? 'step' : undefined}>
            <span className="k" aria-hidden>{done ? <Icon of={IconCheck} /> : index + 1}</span>
            <span className="t">{step}</span>
            {done && <span className="vh">, {texts.done}</span>}
          </li>
        );
      })}
    </ol>
  );
}
