import type { MouseEvent, ReactNode } from 'react';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { EmptyState, useSlow } from '../state/states.tsx';
import { BulkBar } from './BulkBar.tsx';
import { type Column, type Sort, toggled } from './columns.ts';
import { Pagination, type PaginationProps } from './Pagination.tsx';
import { TableHead } from './TableHead.tsx';
import { useKeptFocus } from './useKeptFocus.ts';

export interface DataTableProps<R> {
  /** What the table lists; read aloud, shown by the heading of its sheet. */
  caption: string;
  columns: readonly Column<R>[];
  rows: readonly R[] | undefined;
  rowId: (row: R) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Ids of chosen rows; with `onSelect` the table gets tick boxes. */
  selected?: ReadonlySet<string>;
  onSelect?: (selected: Set<string>) => void;
  /** Name of a row for its tick box. */
  rowName?: (row: R) => string;
  /** Verbs of the bar that floats over the foot while rows are chosen. */
  bulkActions?: ReactNode;
  /** Rows over all pages, and how to choose them: "Chọn cả 1.187". */
  selectAll?: { total: number; onAll: () => void };
  /** Opens the side panel of a row; `openId` is marked. */
  onOpen?: (row: R) => void;
  openId?: string;
  rowTone?: (row: R) => 'bad' | undefined;
  pages?: PaginationProps;
  loading?: boolean;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  dense?: boolean;
  /** On a phone: a list of cards, or a table that scrolls in its frame with the first column kept. */
  phone?: 'cards' | 'scroll';
  /** Last line under the rows, e.g. totals. */
  foot?: ReactNode;
}

const fromControl = (event: MouseEvent) => (event.target as Element).closest('a,button,input,label,select') !== null;

/** A real table: head stays, heads sort, rows can be chosen and opened, pages below. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { caption, rows, pages, empty } = props;
  const texts = useDesignTexts();
  const waiting = props.loading ?? rows === undefined;
  const { frame, ...kept } = useKeptFocus();

  if (!waiting && !rows?.length) return empty ?? <EmptyState title={texts.noRows} />;
  return (
    <>
      <div ref={frame} {...kept} className="tblframe" tabIndex={0} role="region" aria-label={caption} aria-busy={waiting}>
        <Grid table={props} waiting={waiting} />
      </div>
      <Chosen table={props} />
      {pages && <Pagination {...pages} />}
    </>
  );
}

function Grid<R>({ table, waiting }: { table: DataTableProps<R>; waiting: boolean }) {
  const { caption, columns, rows = [], rowId, selected, onSelect, dense, phone = 'cards' } = table;
  const slow = useSlow(waiting && rows.length === 0);
  const ids = rows.map(rowId);
  const shape = ['tbl', dense && 'dense', phone === 'cards' ? 'cards' : 'wide'].filter(Boolean).join(' ');
  const choose = onSelect && ((changed: readonly string[], on: boolean) => onSelect(toggled(selected ?? new Set(), changed, on)));
  const pick = choose && { all: ids.length > 0 && ids.every((id) => selected?.has(id)), some: ids.some((id) => selected?.has(id)), onAll: (on: boolean) => choose(ids, on) };
  return (
    <table className={shape}>
      <caption className="vh">{caption}</caption>
      <TableHead columns={columns} sort={table.sort} onSort={table.onSort} pick={pick} />
      <tbody>
        {slow && <SkeletonRows columns={columns.length + (choose ? 1 : 0)} />}
        {rows.map((row) => <Row key={rowId(row)} row={row} table={table} setSelected={choose} />)}
      </tbody>
      {table.foot && <tfoot>{table.foot}</tfoot>}
    </table>
  );
}

function Chosen<R>({ table: { bulkActions, onSelect, selected, selectAll } }: { table: DataTableProps<R> }) {
  if (!bulkActions || !onSelect || !selected?.size) return null;
  return <div className="bulkfloat"><BulkBar count={selected.size} all={selectAll} onClear={() => onSelect(new Set())}>{bulkActions}</BulkBar></div>;
}

interface RowProps<R> {
  row: R;
  table: DataTableProps<R>;
  setSelected?: (ids: readonly string[], on: boolean) => void;
}

function Row<R>({ row, table, setSelected }: RowProps<R>) {
  const texts = useDesignTexts();
  const { columns, rowId, onOpen, openId, selected, rowTone, rowName } = table;
  const id = rowId(row);
  const headKey = (columns.find((column) => column.rowHead) ?? columns[0])?.key;
  const marked = id === openId || (openId === undefined && selected?.has(id));
  const open = onOpen && ((event: MouseEvent) => !fromControl(event) && onOpen(row));
  return (
    <tr className={[marked && 'on', rowTone?.(row)].filter(Boolean).join(' ') || undefined} data-open={onOpen ? '' : undefined} onClick={open}>
      {setSelected && (
        <td className="pick">
          <input
            type="checkbox" className="cb" checked={selected?.has(id) ?? false} aria-label={`${texts.selectRow} ${rowName?.(row) ?? id}`}
            onChange={(event) => setSelected([id], event.currentTarget.checked)}
          />
        </td>
      )}
      {columns.map((column) => <Cell key={column.key} column={column} row={row} isHead={column.key === headKey} onOpen={onOpen} />)}
    </tr>
  );
}

const onPhone = { line: '', plain: 'plain', hide: 'phide' } as const;
const aligned = { right: 'r', center: 'c' } as const;

function Cell<R>({ column, row, isHead, onOpen }: { column: Column<R>; row: R; isHead: boolean; onOpen?: (row: R) => void }) {
  const content = column.cell(row);
  const classes = [column.align && aligned[column.align], column.actions && 'acts', onPhone[column.phone ?? 'line']].filter(Boolean).join(' ') || undefined;
  if (!isHead) return <td className={classes} data-label={column.actions ? undefined : column.head}>{content}</td>;
  return (
    <th scope="row" className={classes}>
      {onOpen ? <button type="button" className="rowlink" onClick={() => onOpen(row)}>{content}</button> : content}
    </th>
  );
}

function SkeletonRows({ columns }: { columns: number }) {
  const texts = useDesignTexts();
  return Array.from({ length: 6 }, (_, row) => (
    <tr key={row}>
      {Array.from({ length: columns }, (_unused, cell) => (
        <td key={cell}>
          <span className="skel" style={{ width: `${48 + ((row * 7 + cell * 13) % 40)}%`, margin: '4px 0' }} />
          {row + cell === 0 && <span className="vh">{texts.loading}</span>}
        </td>
      ))}
    </tr>
  ));
}
