import type { RuleSet } from '@halong/regulations/contract';

export type ClashKind = 'ROOM' | 'LECTURER' | 'TRAINEE';

/** One session and what it occupies from `startsAt` up to, but not including, `endsAt` (epoch milliseconds). */
export interface Booking {
  sessionId: number;
  classId: number;
  startsAt: number;
  endsAt: number;
  roomId: number | null;
  lecturerIds: readonly number[];
  traineeIds: readonly number[];
}

/** Two sessions that want the same room or person at the same time. `one` starts first. */
export interface Clash {
  kind: ClashKind;
  resourceId: number;
  one: Booking;
  other: Booking;
  /** The time both want. */
  from: number;
  to: number;
  mode: RuleSet['conflict']['room'];
}

/** Half-open overlap: one may end when the other starts; a session inside another overlaps it; an empty one overlaps nothing. */
export function overlaps(one: Pick<Booking, 'startsAt' | 'endsAt'>, other: Pick<Booking, 'startsAt' | 'endsAt'>): boolean {
  return Math.max(one.startsAt, other.startsAt) < Math.min(one.endsAt, other.endsAt);
}

const byStart = (a: Booking, b: Booking): number => a.startsAt - b.startsAt || a.sessionId - b.sessionId;

const resourcesOf = (booking: Booking): [ClashKind, number][] => [
  ...(booking.roomId === null ? [] : [['ROOM', booking.roomId] as [ClashKind, number]]),
  ...[...new Set(booking.lecturerIds)].map((id): [ClashKind, number] => ['LECTURER', id]),
  ...[...new Set(booking.traineeIds)].map((id): [ClashKind, number] => ['TRAINEE', id]),
];

const modeOf = (kind: ClashKind, { conflict }: Pick<RuleSet, 'conflict'>): Clash['mode'] =>
  ({ ROOM: conflict.room, LECTURER: conflict.lecturer, TRAINEE: conflict.trainee })[kind];

/** Every pair of one resource's bookings that overlaps; keeps all that are still open, so that an enclosing one is never missed. */
function pairs(bookings: readonly Booking[]): [Booking, Booking][] {
  let open: Booking[] = [];
  return [...bookings].sort(byStart).flatMap((next) => {
    open = open.filter((one) => one.endsAt > next.startsAt);
    const found = open.filter((one) => overlaps(one, next)).map((one): [Booking, Booking] => [one, next]);
    open.push(next);
    return found;
  });
}

/** All clashes among the bookings, of whatever classes (domain rule D03), in order of time; `conflict` says which of them block. Sessions are told apart by id. */
export function findClashes(bookings: readonly Booking[], rules: Pick<RuleSet, 'conflict'>): Clash[] {
  const byResource = new Map<string, { kind: ClashKind; resourceId: number; bookings: Booking[] }>();
  for (const booking of new Map(bookings.map((one) => [one.sessionId, one])).values()) {
    for (const [kind, resourceId] of resourcesOf(booking)) {
      const key = `${kind} ${resourceId}`;
      const entry = byResource.get(key) ?? { kind, resourceId, bookings: [] };
      entry.bookings.push(booking);
      byResource.set(key, entry);
    }
  }
  const clashes = [...byResource.values()].flatMap(({ kind, resourceId, bookings: own }) =>
    pairs(own).map(([one, other]): Clash => ({
      kind,
      resourceId,
      one,
      other,
      from: other.startsAt,
      to: Math.min(one.endsAt, other.endsAt),
      mode: modeOf(kind, rules),
    })),
  );
  return clashes.sort((a, b) => a.from - b.from || byStart(a.one, b.one) || byStart(a.other, b.other) || a.kind.localeCompare(b.kind) || a.resourceId - b.resourceId);
}

/** The clashes that planned sessions have with each other and with what is already booked; a planned session replaces the booked one of the same id. */
export function clashesOf(planned: readonly Booking[], booked: readonly Booking[], rules: Pick<RuleSet, 'conflict'>): Clash[] {
  const ids = new Set(planned.map((one) => one.sessionId));
  return findClashes([...booked, ...planned], rules).filter(({ one, other }) => ids.has(one.sessionId) || ids.has(other.sessionId));
}
