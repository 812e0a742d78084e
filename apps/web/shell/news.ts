/** How many notices this person has not read. */
export function useNews(_personId: number | null): number | undefined {
  return undefined;
}
