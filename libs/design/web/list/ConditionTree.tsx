import type { ReactNode } from 'react';
import { Icon, type IconType } from '../icon/Icon.tsx';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconClock } from '../icon/icons.ts';

export type ConditionState = 'met' | 'open' | 'failed' | 'waiting';

export interface Condition {
  id: string;
  state: ConditionState;
  /** The state as a word, read aloud with the row. */
  stateWord: string;
  title: ReactNode;
  /** The fact with its date. */
  fact?: ReactNode;
  /** A link to do it. */
  action?: ReactNode;
  /** Nested rules. */
  parts?: readonly Condition[];
}

const looks: Record<ConditionState, { icon: IconType; tone: string }> = {
  met: { icon: IconCircleCheck, tone: 'brand-t' },
  open: { icon: IconCircleDashed, tone: 'muted' },
  failed: { icon: IconCircleX, tone: 'act-t' },
  waiting: { icon: IconClock, tone: 'warn-t' },
};

const Row = ({ condition, nested }: { condition: Condition; nested: boolean }) => {
  const { icon, tone } = looks[condition.state];
  return (
    <>
      <li className={nested ? 'sub' : undefined}>
        <span className={tone}><Icon of={icon} /><span className="vh">{condition.stateWord}</span></span>
        <div>
          <div className="w">{condition.title}</div>
          {condition.fact && <small>{condition.fact}</small>}
        </div>
        {condition.action ?? <span />}
      </li>
      {condition.parts?.map((part) => <Row key={part.id} condition={part} nested />)}
    </>
  );
};

/** "Vì sao chưa hoàn thành?": the summary sentence first ("Cần đủ 4, đã đạt 1"), then each condition. */
export const ConditionTree = ({ summary, conditions }: { summary?: ReactNode; conditions: readonly Condition[] }) => (
  <div>
    {summary && <p className="m">{summary}</p>}
    <ul className="cond">
      {conditions.map((condition) => <Row key={condition.id} condition={condition} nested={false} />)}
    </ul>
  </div>
);
