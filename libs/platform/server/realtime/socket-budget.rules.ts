/** What one socket may ask: a page that comes back watches all it shows at once, then hardly anything. */
export const socketBudget = { burst: 400, perSecond: 20 } as const;

export interface Budget {
  left: number;
  /** Milliseconds. */
  at: number;
}

/** The budget after one more message at this instant; undefined when nothing is left. */
export function spendOne(budget: Budget | undefined, now: number): Budget | undefined {
  const { left, at } = budget ?? { left: socketBudget.burst, at: now };
  const filled = Math.min(socketBudget.burst, left + (Math.max(0, now - at) / 1_000) * socketBudget.perSecond);
  return filled < 1 ? undefined : { left: filled - 1, at: now };
}
