import { Icon } from '../icon/Icon.tsx';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '../icon/icons.ts';
import { useDesignTexts } from '../provider/DesignContext.ts';
import { type Column, nextSort, type Sort } from './columns.ts';

interface TableHeadProps<R> {
  columns: readonly Column<R>[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  pick?: { all: boolean; some: boolean; onAll: (on: boolean) => void };
}

const aligned = { right: 'r', center: 'c' } as const;
const spoken = { asc: 'ascending', desc: 'descending' } as const;

/** Column heads; those that sort are buttons and say how the list stands. */
export function TableHead<R>({ columns, sort, onSort, pick }: TableHeadProps<R>) {
  const texts = useDesignTexts();
  return (
    <thead>
      <tr>
        {pick && (
          <th className="pick" scope="col">
            <input
              type="checkbox" className="cb" aria-label={texts.selectPage} checked={pick.all}
              ref={(box) => { if (box) box.indeterminate = pick.some && !pick.all; }}
              onChange={(event) => pick.onAll(event.currentTarget.checked)}
            />
          </th>
        )}
        {columns.map((column) => {
          const on = sort?.key === column.key ? sort.direction : undefined;
          return (
            <th
              key={column.key} scope="col" className={column.align && aligned[column.align]} style={column.width ? { width: column.width } : undefined}
              aria-sort={column.sortable ? (on ? spoken[on] : 'none') : undefined}
            >
              {column.sortable && onSort ? (
                <button type="button" className="sort" onClick={() => onSort(nextSort(sort, column.key))}>
                  {column.head}
                  <Icon of={on === 'asc' ? IconArrowUp : on === 'desc' ? IconArrowDown : IconArrowsSort} />
                </button>
              ) : <span className={column.headHidden ? 'vh' : undefined}>{column.over && <small className="over">{column.over}</small>}{column.head}</span>}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
