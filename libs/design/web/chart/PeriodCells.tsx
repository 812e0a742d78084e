import { useDesignTexts } from '../provider/DesignContext.ts';

export type PeriodMark = 'counted' | 'not' | 'undecided' | 'upcoming';

interface PeriodCellsProps {
  marks: readonly PeriodMark[];
  /** Number of the first period of the session. */
  first?: number;
}

const faces = { counted: undefined, not: 'n', undecided: 'h', upcoming: 'u' } as const;
const signs = { counted: undefined, not: '–', undecided: '?', upcoming: '·' } as const;

/** One cell a period: its number = counted, – = not, ? = decide, · = not over yet. */
export function PeriodCells({ marks, first = 1 }: PeriodCellsProps) {
  const texts = useDesignTexts();
  const words = { counted: texts.periodCounted, not: texts.periodNotCounted, undecided: texts.periodUndecided, upcoming: texts.periodUpcoming };
  const spoken = marks.map((mark, index) => `${texts.period} ${first + index} ${words[mark]}`).join(', ');
  return (
    <span className="pd" role="img" aria-label={spoken} style={{ gridTemplateColumns: `repeat(${marks.length},22px)` }}>
      {marks.map((mark, index) => (
        <i key={index} className={faces[mark]}>{signs[mark] ?? first + index}</i>
      ))}
    </span>
  );
}
