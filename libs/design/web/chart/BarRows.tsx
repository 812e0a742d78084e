import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { Button } from '../button/Button.tsx';
import { IconChartBar, IconTable } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import type { ProgressPart } from './Progress.tsx';

export interface BarRow {
  id: string;
  label: string;
  /** From 0; several make a stacked bar. */
  parts: readonly ProgressPart[];
  /** The whole of this row, drawn as an outline (a budget given); the sum of parts when absent. */
  total?: number;
  /** The value as shown: "4,4". */
  value: string;
  /** After it, grey: "/5,2". */
  of?: string;
  to?: string;
}

export interface BarLegend {
  look: NonNullable<ProgressPart['look']> | 'total';
  label: string;
}

interface BarRowsProps {
  /** What is measured, and the unit. */
  title: string;
  /** Sorted by the caller, largest first. */
  rows: readonly BarRow[];
  /** Only for fills that need a word. */
  legend?: readonly BarLegend[];
}

const classes = { b1: 'b1', b2: 'b2', b3: 'b3', b4: 'b4', gap: 'bx', expected: 'gh', total: 'hollow' } as const;
const sum = (row: BarRow) => row.parts.reduce((total, part) => total + part.value, 0);
const whole = (row: BarRow) => Math.max(row.total ?? 0, sum(row));

/** Horizontal bars with the number at the end, or the same numbers as a table. */
export function BarRows({ title, rows, legend = [] }: BarRowsProps) {
  const texts = useDesignTexts();
  const [asTable, setAsTable] = useState(false);
  const longest = Math.max(...rows.map(whole), 0) || 1;
  return (
    <div className="col g3">
      {asTable ? <Numbers title={title} rows={rows} /> : (
        <div className="bars" role="list" aria-label={title}>
          {rows.map((row) => <Bar key={row.id} row={row} longest={longest} />)}
        </div>
      )}
      <div className="row wrap">
        {!asTable && legend.length > 0 && (
          <div className="legend sp">
            {legend.map((item) => <span key={item.label}><i className={`dot ${classes[item.look]}`} />{item.label}</span>)}
          </div>
        )}
        <Button variant="quiet" size="s" icon={asTable ? IconChartBar : IconTable} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? texts.viewChart : texts.viewTable}
        </Button>
      </div>
    </div>
  );
}

function Bar({ row, longest }: { row: BarRow; longest: number }) {
  const content: ReactNode = (
    <>
      <span className="nm">{row.label}</span>
      <span className="lane" aria-hidden>
        <span className="to" style={{ width: `${(whole(row) / longest) * 100}%` }}>
          {row.parts.map((part, index) => <i key={index} className={classes[part.look ?? 'b1']} style={{ width: `${(part.value / (whole(row) || 1)) * 100}%` }} />)}
        </span>
      </span>
      <span className="vl">{row.value}{row.of && <small>{row.of}</small>}</span>
    </>
  );
  return <div role="listitem">{row.to ? <Link to={row.to}>{content}</Link> : <span>{content}</span>}</div>;
}

function Numbers({ title, rows }: Pick<BarRowsProps, 'title' | 'rows'>) {
  const texts = useDesignTexts();
  return (
    <table className="tbl dense">
      <caption className="vh">{title}</caption>
      <thead><tr><th scope="col">{texts.itemColumn}</th><th scope="col" className="r">{texts.valueColumn}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.to ? <Link to={row.to}>{row.label}</Link> : row.label}</th>
            <td className="r">{row.value}{row.of}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
