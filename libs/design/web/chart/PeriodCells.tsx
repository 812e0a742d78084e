import { useDesignTexts } from '../provider/DesignContext.ts';

export type PeriodMark = 'counted' | 'not' | 'undecided';

interface PeriodCellsProps {
  marks: readonly PeriodMark[];
  /** Number of the first period of the session. */
  first?: number;
}

/** One cell a period: its number = counted, – = not, ? = decide. */
export function PeriodCells({ marks, first = 1 }: PeriodCellsProps) {
  const texts = useDesignTexts();
  const words = { counted: texts.periodCounted, not: texts.periodNotCounted, undecided: texts.periodUndecided };
  const spoken = marks.map((mark, index) => `${texts.period} ${first + index} ${words[mark]}`).join(', ');
  return (
    <span className="pd" role="img" aria-label={spoken} style={{ gridTemplateColumns: `repeat(${marks.length},22px)` }}>
      {marks.map((mark, index) => (
        <i key={index} className={mark === 'not' ? 'n' : mark === 'undecided' ? 'h' : undefined}>
          {mark === 'counted' ? first + index : mark === 'not' ? '–' : '?'}
        </i>
      ))}
    </span>
  );
}
