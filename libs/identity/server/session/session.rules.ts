const minute = 60_000;
const hour = 60 * minute;

/** How long a session lives (design §6): staff 30 minutes idle and 12 hours in all, a trainee's own device 14 days. */
export const lifetimes = { idleMs: 30 * minute, totalMs: 12 * hour, ownDeviceMs: 14 * 24 * hour, touchMs: minute } as const;

export interface SessionTimes {
  createdAt: Date;
  seenAt: Date;
  ownDevice: boolean;
  /** Holds a role today: the long life of an own device is for trainees only. */
  isStaff: boolean;
}

const isLong = ({ ownDevice, isStaff }: Pick<SessionTimes, 'ownDevice' | 'isStaff'>) => ownDevice && !isStaff;

/** The latest end of a session opened now. */
export const endsAt = (createdAt: Date, ownDevice: boolean): Date => new Date(createdAt.getTime() + (ownDevice ? lifetimes.ownDeviceMs : lifetimes.totalMs));

/** Over by age or by idleness at this moment (milliseconds). */
export function isOver(session: SessionTimes, now: number): boolean {
  const age = now - session.createdAt.getTime();
  if (isLong(session)) return age >= lifetimes.ownDeviceMs;
  return age >= lifetimes.totalMs || now - session.seenAt.getTime() >= lifetimes.idleMs;
}

/** Its last sign of life is old enough to be written again. */
export const needsTouch = (seenAt: Date, now: number): boolean => now - seenAt.getTime() >= lifetimes.touchMs;
