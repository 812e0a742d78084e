import { addDays } from '@halong/platform/contract';

/** How far the demo lets a class come; its dates do the rest. */
export type Ending = 'CERTIFIED' | 'EXAM' | 'LATE_SHEET' | 'SUBMITTED_SHEET' | 'PUBLISHED_SHEET' | 'RUNNING' | 'NOMINATING' | 'POSTPONED' | 'CANCELLED';

export interface PlannedClass {
  /** Place in the list of all classes, from 0. */
  no: number;
  programme: string;
  intakeNo: number;
  year: number;
  ending: Ending;
  /** Every day with a session, and whether it has one in the afternoon too. */
  days: { day: string; periods: number[][] }[];
  openingDate: string;
  closingDate: string;
  mode: 'ROOM' | 'ONLINE' | 'BOTH';
  /** Places of rooms and lecturers in their lists; classes at the same time have different ones. */
  desk: number;
  seats: number;
}

interface Kind {
  programme: string;
  sessions: number;
  mode: PlannedClass['mode'];
}

const morning = [1, 2, 3, 4];
const afternoon = [5, 6, 7, 8];
const [room, online, both] = ['ROOM', 'ONLINE', 'BOTH'] as const;

/** Programme, sessions of four periods, mode, and how many such classes have been held this year: 44 together. */
const held: readonly [string, number, PlannedClass['mode'], number][] = [
  ['SO-AI', 4, online, 5], ['VT-MC', 10, room, 4], ['QPAN-4', 8, room, 5], ['KN-VB', 4, online, 5], ['VT-TC', 10, both, 4], ['SO-ATTT', 6, online, 4],
  ['SO-CDS', 6, both, 3], ['VT-HT', 10, room, 3], ['VT-TD', 6, room, 3], ['VT-DD', 10, room, 3], ['LLCT-CN', 10, both, 3], ['LD-XA', 20, room, 2],
];
const grading: readonly [string, number, PlannedClass['mode'], Ending, number][] = [
  ['QPAN-3', 24, room, 'EXAM', 3], ['VT-DL', 10, room, 'EXAM', 2], ['VT-MC', 10, room, 'LATE_SHEET', 6], ['VT-TC', 10, both, 'SUBMITTED_SHEET', 12], ['SO-ATTT', 6, online, 'PUBLISHED_SHEET', 13],
];
/** The first one has the session that is live; the number is how many sessions have been held. */
const running: readonly [string, number, PlannedClass['mode'], number][] = [
  ['SO-CDS', 6, both, 3], ['LD-PX', 40, both, 18], ['QLNN-CV', 40, both, 12], ['VT-HT', 10, room, 4], ['LLCT-CN', 10, both, 6], ['LD-PS', 40, room, 22],
];
const ahead: readonly [string, number, PlannedClass['mode'], Ending, number][] = [
  ['LD-XA', 20, room, 'NOMINATING', 24], ['QPAN-4', 8, room, 'NOMINATING', 17], ['SO-AI', 4, online, 'NOMINATING', 12], ['VT-DL', 10, room, 'NOMINATING', 20],
  ['QLNN-CVC', 60, room, 'POSTPONED', -25], ['NN-TA4', 90, room, 'POSTPONED', -60], ['DT-DAO', 110, room, 'POSTPONED', -80],
  ['NG-KHCN', 20, room, 'CANCELLED', -45], ['VT-DD', 10, room, 'CANCELLED', -35],
];

const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** Nobody studies at Tết, on the Hùng kings' day and on the four national days. */
function isHoliday(day: string): boolean {
  if (['01-01', '04-30', '05-01', '09-01', '09-02'].includes(day.slice(5))) return true;
  const parts = lunar.formatToParts(new Date(`${day}T00:00:00Z`));
  const [month, date] = ['month', 'day'].map((type) => Number(parts.find((part) => part.type === type)?.value)) as [number, number];
  return (month === 12 && date >= 28) || (month === 1 && date <= 6) || (month === 3 && date === 10);
}

const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !isHoliday(day);

/** So many workdays from `first` on, forwards or backwards, in order of time; `first` counts when it is one. */
function workdays(first: string, count: number, step: 1 | -1): string[] {
  const found: string[] = [];
  for (let day = first; found.length < count; day = addDays(day, step)) if (isWorkday(day)) found.push(day);
  return step === 1 ? found : found.toReversed();
}

const fullDays = (days: readonly string[], sessions: number) => days.map((day, at) => ({ day, periods: at * 2 + 1 === sessions ? [morning] : [morning, afternoon] }));
const mornings = (days: readonly string[]) => days.map((day) => ({ day, periods: [morning] }));

/** Days between two days, both yyyy-MM-dd. */
const between = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** The same kinds of class take turns over the year. */
function inTurn(): Kind[] {
  const rounds = Math.max(...held.map(([, , , count]) => count));
  return Array.from({ length: rounds }, (_, round) => held.filter(([, , , count]) => round < count)).flat().map(([programme, sessions, mode]) => ({ programme, sessions, mode }));
}

/** The 64 classes of the year that ends with `today` (yyyy-MM-dd): the year so far, or the last 300 days when it is young. */
export function planClasses(today: string): PlannedClass[] {
  const newYear = `${today.slice(0, 4)}-01-06`;
  const from = between(newYear, today) >= 200 ? newYear : addDays(today, -300);
  const firstClosing = addDays(from, 21);
  const span = between(firstClosing, addDays(today, -16));
  const kinds = inTurn();
  const past = kinds.map((kind, at) => {
    const closing = addDays(firstClosing, Math.round((at * span) / (kinds.length - 1)));
    return { ...kind, ending: 'CERTIFIED' as const, desk: at % 8, seats: 10, days: fullDays(workdays(closing, Math.ceil(kind.sessions / 2), -1), kind.sessions) };
  });
  const graded = grading.map(([programme, sessions, mode, ending, daysAgo], at) => ({
    programme, sessions, mode, ending, desk: 8 + at, seats: ending === 'EXAM' ? 18 : 12, days: fullDays(workdays(addDays(today, -daysAgo), Math.ceil(sessions / 2), -1), sessions),
  }));
  const now = running.map(([programme, sessions, mode, done], at) => {
    const days = [...workdays(addDays(today, -1), done, -1), ...workdays(addDays(today, 1), sessions - done - (at === 0 ? 1 : 0), 1)];
    return { programme, sessions, mode, ending: 'RUNNING' as const, desk: 13 + at, seats: at === 0 ? 24 : programme === 'LD-PX' ? 50 : 20, days: mornings(days) };
  });
  const coming = ahead.map(([programme, sessions, mode, ending, inDays], at) => ({
    programme, sessions, mode, ending, desk: at, seats: 30, days: fullDays(workdays(addDays(today, inDays), Math.ceil(sessions / 2), 1), sessions),
  }));
  return numbered([...past, ...graded, ...now, ...coming]);
}

type Unnumbered = Omit<PlannedClass, 'no' | 'intakeNo' | 'year' | 'openingDate' | 'closingDate'> & { sessions: number };

/** Intakes are counted within programme and year, as classes are listed. */
function numbered(classes: readonly Unnumbered[]): PlannedClass[] {
  const counts = new Map<string, number>();
  return classes.map(({ sessions: _sessions, ...one }, no) => {
    const openingDate = one.days[0]?.day ?? '';
    const year = Number(openingDate.slice(0, 4));
    const intakeNo = (counts.get(`${one.programme} ${year}`) ?? 0) + 1;
    counts.set(`${one.programme} ${year}`, intakeNo);
    return { ...one, no, year, intakeNo, openingDate, closingDate: one.days.at(-1)?.day ?? openingDate };
  });
}

export const liveProgramme = 'SO-CDS';
/** The class with the live session. */
export const isLive = ({ programme, ending }: PlannedClass): boolean => programme === liveProgramme && ending === 'RUNNING';
/** The class in which four trainees have missed more than the rules allow. */
export const isTrouble = ({ programme, ending }: PlannedClass): boolean => programme === 'QPAN-3' && ending === 'EXAM';
/** The class that has handed in its essay. */
export const isEssay = ({ programme, ending }: PlannedClass): boolean => programme === 'LD-PX' && ending === 'RUNNING';
