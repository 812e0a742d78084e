import { attendanceWayNames, type AttendanceRow, type AttendanceWay } from '@halong/attendance/contract';
import {
  IconCheck, IconClock, IconDeviceLaptop, IconDoorEnter, IconDoorExit, IconFileCheck, IconHelpCircle, IconSwitchHorizontal, IconUserCheck, IconUserX,
  IconAlertTriangle, PeriodCells, StatusText, type IconType, type PeriodMark, type Tone,
} from '@halong/design/web';
import { defineTexts } from '@halong/platform/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { conclusionOf, type ConclusionKind } from './conclusion.rules.ts';

const say = defineTexts({
  'to-review': { vi: 'Cần xem', en: 'To review' },
  all: { vi: 'Đủ {total} tiết', en: 'All {total} {total|period|periods}' },
  'all-late': { vi: 'Đi muộn, đủ {total} tiết', en: 'Late, all {total} {total|period|periods}' },
  some: { vi: '{credited}/{total} tiết', en: '{credited} of {total} {total|period|periods}' },
  here: { vi: 'Đang có mặt', en: 'Here now' },
  gone: { vi: 'Đã rời lớp', en: 'Has left' },
  pending: { vi: 'Chưa vào', en: 'Not here yet' },
  excused: { vi: 'Vắng có phép', en: 'Excused' },
  absent: { vi: 'Không tính tiết', en: 'No period' },
});

const conclusionLooks: Record<ConclusionKind, { tone: Tone; icon: IconType }> = {
  'to-review': { tone: 'act', icon: IconHelpCircle },
  all: { tone: 'ok', icon: IconCheck },
  'all-late': { tone: 'ok', icon: IconCheck },
  some: { tone: 'warn', icon: IconAlertTriangle },
  here: { tone: 'ok', icon: IconUserCheck },
  gone: { tone: 'mute', icon: IconDoorExit },
  pending: { tone: 'mute', icon: IconClock },
  excused: { tone: 'mute', icon: IconFileCheck },
  absent: { tone: 'warn', icon: IconUserX },
};

/** The conclusion about one person: colour, drawing, word. */
export function Conclusion({ row }: { row: AttendanceRow }) {
  const t = useTexts(say);
  const { kind, credited, total } = conclusionOf(row);
  return <StatusText {...conclusionLooks[kind]}>{t(kind, { credited, total })}</StatusText>;
}

export const wayLooks: Record<Exclude<AttendanceWay, 'NONE'>, { tone: Tone; icon: IconType }> = {
  ROOM: { tone: 'ok', icon: IconDoorEnter },
  ONLINE: { tone: 'info', icon: IconDeviceLaptop },
  BOTH: { tone: 'ok', icon: IconSwitchHorizontal },
};

/** Jade door = in the room, blue laptop = online. */
export function Way({ way }: { way: AttendanceWay }) {
  const { language } = useLanguage();
  if (way === 'NONE') return <span className="muted">–</span>;
  return <StatusText {...wayLooks[way]}>{attendanceWayNames[way][language]}</StatusText>;
}

const marks: Record<AttendanceRow['periods'][number]['state'], PeriodMark> = { CREDITED: 'counted', NOT_CREDITED: 'not', TO_DECIDE: 'undecided', UPCOMING: 'upcoming' };

/** The periods of one person as cells. */
export const Periods = ({ periods }: { periods: AttendanceRow['periods'] }) => <PeriodCells first={periods[0]?.no} marks={periods.map((one) => marks[one.state])} />;
