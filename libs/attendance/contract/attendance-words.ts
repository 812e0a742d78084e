import type { TextPair } from '@halong/platform/contract';

/** The result of one person in one session; PENDING while the session is not over and nothing is known. */
export const recordStatuses = ['PRESENT', 'LATE', 'LEFT_EARLY', 'EXCUSED', 'UNEXCUSED', 'PENDING'] as const;
export type RecordStatus = (typeof recordStatuses)[number];
export const recordStatusNames: Record<RecordStatus, TextPair> = {
  PRESENT: { vi: 'Có mặt', en: 'Present' },
  LATE: { vi: 'Đi muộn', en: 'Late' },
  LEFT_EARLY: { vi: 'Về sớm', en: 'Left early' },
  EXCUSED: { vi: 'Vắng có phép', en: 'Excused' },
  UNEXCUSED: { vi: 'Vắng không phép', en: 'Absent' },
  PENDING: { vi: 'Chưa vào', en: 'Not here yet' },
};

/** What a lecturer may enter by hand. */
export const markStatuses = ['PRESENT', 'LATE', 'LEFT_EARLY', 'UNEXCUSED'] as const;

export const attendanceWays = ['ROOM', 'ONLINE', 'BOTH', 'NONE'] as const;
export type AttendanceWay = (typeof attendanceWays)[number];
export const attendanceWayNames: Record<AttendanceWay, TextPair> = {
  ROOM: { vi: 'Tại phòng', en: 'In the room' },
  ONLINE: { vi: 'Trực tuyến', en: 'Online' },
  BOTH: { vi: 'Phòng và trực tuyến', en: 'Room and online' },
  NONE: { vi: 'Không có', en: 'None' },
};

export const periodStates = ['CREDITED', 'NOT_CREDITED', 'TO_DECIDE', 'UPCOMING'] as const;
export type PeriodState = (typeof periodStates)[number];
export const periodStateNames: Record<PeriodState, TextPair> = {
  CREDITED: { vi: 'Được tính', en: 'Credited' },
  NOT_CREDITED: { vi: 'Không tính', en: 'Not credited' },
  TO_DECIDE: { vi: 'Cần quyết định', en: 'To decide' },
  UPCOMING: { vi: 'Chưa kết thúc', en: 'Not over yet' },
};

/** Tabs of the list: `room` and `online` both show people who were in both; `absent` also shows those who have not come yet. */
export const attendanceFilters = ['all', 'to-review', 'room', 'online', 'absent'] as const;
export type AttendanceFilter = (typeof attendanceFilters)[number];
export const attendanceFilterNames: Record<AttendanceFilter, TextPair> = {
  all: { vi: 'Tất cả', en: 'All' },
  'to-review': { vi: 'Cần xem', en: 'To review' },
  room: { vi: 'Tại phòng', en: 'In the room' },
  online: { vi: 'Trực tuyến', en: 'Online' },
  absent: { vi: 'Vắng', en: 'Absent' },
};

/** Where the window of the codes stands: 30 minutes (by the rules) before the session to its end. */
export const windowStates = ['NOT_OPEN_YET', 'OPEN', 'CLOSED', 'CANCELLED'] as const;
