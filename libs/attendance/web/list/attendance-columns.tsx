import type { AttendanceRow, AttendanceSession } from '@halong/attendance/contract';
import { Person, type Column } from '@halong/design/web';
import { formatTime } from '@halong/platform/web';
import { Conclusion, Periods, Way } from '../words/looks.tsx';
import { periodRun } from '../words/naming.ts';
import type { Key } from './attendance.texts.ts';

const time = (instant: string | null) => (instant === null ? '–' : formatTime(instant));

/** One line a person: way, times, cells, conclusion. */
export function attendanceColumns(t: (key: Key, params?: Record<string, string | number>) => string, session: AttendanceSession): Column<AttendanceRow>[] {
  return [
    { key: 'name', head: t('trainee'), width: 210, cell: (row) => <Person withAvatar={false} name={row.fullName} id={String(row.enrolmentId)} sub={row.unitName} /> },
    { key: 'way', head: t('way'), cell: (row) => <Way way={row.way} />, phone: 'plain' },
    { key: 'in', head: t('in'), align: 'right', cell: (row) => time(row.arrivedAt), phone: 'hide' },
    { key: 'out', head: t('out'), align: 'right', cell: (row) => time(row.leftAt), phone: 'hide' },
    { key: 'periods', head: t('periods', { periods: periodRun(session.periods.map((one) => one.no)) }), cell: (row) => <Periods periods={row.periods} />, phone: 'plain' },
    { key: 'conclusion', head: t('conclusion'), cell: (row) => <Conclusion row={row} />, phone: 'plain' },
  ];
}
