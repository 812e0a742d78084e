import type { AttendanceRow } from '@halong/attendance/contract';

export type ConclusionKind = 'to-review' | 'all' | 'all-late' | 'some' | 'here' | 'gone' | 'pending' | 'excused' | 'absent';

/** What the last column says. */
export interface Conclusion {
  kind: ConclusionKind;
  credited: number;
  total: number;
}

type Judged = Pick<AttendanceRow, 'status' | 'toReview' | 'leftAt' | 'periodsCredited' | 'way'> & { periods: readonly { state: AttendanceRow['periods'][number]['state'] }[] };

/**
 * One word for one person in one session: what somebody has to look at comes first, then excuses, then
 * people of a session that still runs (here, also by somebody's word, or gone), then the count of periods.
 */
export function conclusionOf(row: Judged): Conclusion {
  const total = row.periods.length;
  const credited = row.periodsCredited;
  const answer = (kind: ConclusionKind): Conclusion => ({ kind, credited, total });
  if (row.toReview) return answer('to-review');
  if (row.status === 'EXCUSED') return answer('excused');
  if (row.status === 'PENDING') return answer('pending');
  const running = row.periods.some((one) => one.state === 'UPCOMING');
  const here = row.way !== 'NONE' || row.status === 'PRESENT' || row.status === 'LATE';
  if (running && here) return answer(row.leftAt === null ? 'here' : 'gone');
  if (total > 0 && credited === total) return answer(row.status === 'LATE' ? 'all-late' : 'all');
  return answer(credited > 0 ? 'some' : 'absent');
}
