const dayMs = 86_400_000;

/** Whole days from one opening to the other; 0 while one of them is not known. Days are yyyy-MM-dd. */
export function daysBetween(from: string | null, to: string | null): number {
  return from === null || to === null ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The same hour so many days later: the province has no summer time. */
export const shifted = (at: Date | null, days: number): Date | null => at && new Date(at.getTime() + days * dayMs);
