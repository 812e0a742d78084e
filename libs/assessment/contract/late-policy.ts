import { z } from 'zod';

/** What a begun day counts: a whole one, nothing, or its part. */
export const partDays = ['UP', 'DOWN', 'PART'] as const;
export type PartDay = (typeof partDays)[number];

/** What late work costs: points of the class's scale for each day, never below the floor. All zero: nothing. */
export const latePolicy = z.strictObject({
  deductionPerDay: z.number().min(0).max(100),
  floor: z.number().min(0).max(100),
  partDay: z.enum(partDays),
  /** Late by no more than this is not late. */
  graceMinutes: z.number().int().min(0).max(1_440),
});
export type LatePolicy = z.output<typeof latePolicy>;

export interface Lateness {
  late: boolean;
  /** Days that count, by the policy's rounding. */
  days: number;
  deduction: number;
}

const dayMs = 86_400_000;
const cents = (value: number): number => Math.round(value * 100) / 100;

const countedDays: Record<PartDay, (days: number) => number> = { UP: Math.ceil, DOWN: Math.floor, PART: cents };

/** How late work is that arrived then, and what that costs. Beyond the grace every minute since the due time counts. */
export function latenessOf(arrivedAt: Date | number, dueAt: Date | number, policy: LatePolicy): Lateness {
  const lateMs = Number(arrivedAt) - Number(dueAt);
  if (lateMs <= policy.graceMinutes * 60_000) return { late: false, days: 0, deduction: 0 };
  const days = countedDays[policy.partDay](lateMs / dayMs);
  return { late: true, days, deduction: cents(days * policy.deductionPerDay) };
}

/** The mark after the deduction: not below the floor by it, and never above what was given. */
export function markAfterLateness(mark: number, deduction: number, { floor }: Pick<LatePolicy, 'floor'>): number {
  return Math.min(mark, Math.max(floor, cents(mark - deduction)));
}
