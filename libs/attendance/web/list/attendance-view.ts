import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { attendanceFilters, type AttendanceFilter } from '@halong/attendance/contract';

/** Which part of the list is shown and whose panel is open; kept in the address, so that it can be sent and survives a reload. */
export function useAttendanceView() {
  const [params, setParams] = useSearchParams();
  const filter: AttendanceFilter = attendanceFilters.find((one) => one === params.get('show')) ?? 'all';
  const openId = Number(params.get('person')) || undefined;
  const change = useCallback((name: 'show' | 'person', value: string | undefined) => setParams((old) => {
    const fresh = new URLSearchParams(old);
    if (value === undefined) fresh.delete(name);
    else fresh.set(name, value);
    return fresh;
  }, { replace: true }), [setParams]);
  const show = useCallback((next: AttendanceFilter) => change('show', next), [change]);
  const open = useCallback((enrolmentId: number | undefined) => change('person', enrolmentId?.toString()), [change]);
  return { filter, openId, show, open };
}

/** The people above and below the open one. Somebody who has just been settled may have left the list: then the first one is next. */
export function neighboursOf(ids: readonly number[], openId: number): { previous: number | undefined; next: number | undefined } {
  const at = ids.indexOf(openId);
  return at < 0 ? { previous: undefined, next: ids[0] } : { previous: ids[at - 1], next: ids[at + 1] };
}
