import {
  IconBan, IconBroadcast, IconCircleCheck, IconClock, IconDeviceLaptop, IconDoorEnter, IconLock, IconMapPin, IconSwitchHorizontal, StatusChip, StatusText, type IconType, type Tone,
} from '@halong/design/web';
import { roomName, sessionModeNames, sessionStateNames, type ClassSession, type SessionMode, type SessionState } from '@halong/classes/contract';
import type { Language } from '@halong/platform/contract';
import { formatTime, useLanguage } from '@halong/platform/web';

/** The door is jade, the laptop blue; both at once and field study have their own drawing. `mark` is the edge in a calendar. */
export const sessionModeLooks: Record<SessionMode, { tone: Tone; icon: IconType; mark: string }> = {
  ROOM: { tone: 'ok', icon: IconDoorEnter, mark: 'k1' },
  ONLINE: { tone: 'info', icon: IconDeviceLaptop, mark: 'k2' },
  BOTH: { tone: 'ok', icon: IconSwitchHorizontal, mark: 'k3' },
  FIELD: { tone: 'mute', icon: IconMapPin, mark: 'k4' },
};

export const sessionStateLooks: Record<SessionState, { tone: Tone; icon: IconType }> = {
  SCHEDULED: { tone: 'mute', icon: IconClock },
  LIVE: { tone: 'ok', icon: IconBroadcast },
  ENDED: { tone: 'mute', icon: IconCircleCheck },
  ATTENDANCE_LOCKED: { tone: 'mute', icon: IconLock },
  CANCELLED: { tone: 'mute', icon: IconBan },
};

type Where = Pick<ClassSession, 'mode' | 'room' | 'place'>;

/** Drawing and word of the mode. */
export function ModeText({ mode }: { mode: SessionMode }) {
  const { language } = useLanguage();
  const { tone, icon } = sessionModeLooks[mode];
  return <StatusText tone={tone} icon={icon}>{sessionModeNames[mode][language]}</StatusText>;
}

/** The room, the place of a field study, or undefined when it is online only. */
export const placeOf = ({ room, place }: Where, language: Language): string | undefined => (room ? roomName(room.name, language) : place ?? undefined);

export function SessionStateText({ state }: { state: SessionState }) {
  const { language } = useLanguage();
  return <StatusText {...sessionStateLooks[state]}>{sessionStateNames[state][language]}</StatusText>;
}

export function SessionStateChip({ state }: { state: SessionState }) {
  const { language } = useLanguage();
  return <StatusChip {...sessionStateLooks[state]}>{sessionStateNames[state][language]}</StatusChip>;
}

/** "07:30–10:45". */
export const timesOf = ({ startsAt, endsAt }: Pick<ClassSession, 'startsAt' | 'endsAt'>): string => `${formatTime(startsAt)}–${formatTime(endsAt)}`;

/** "TS. Trần Đức Minh, ThS. Lê Thu Hằng". */
export const lecturersOf = ({ lecturers }: Pick<ClassSession, 'lecturers'>): string => lecturers.map((one) => `${one.title} ${one.fullName}`.trim()).join(', ');
