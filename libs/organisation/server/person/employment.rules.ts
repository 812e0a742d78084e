/** A post as it is stored. Days are yyyy-MM-dd, null is open. */
export interface Post {
  unitId: number | null;
  unitText: string;
  position: string | null;
  rank: string | null;
  validFrom: string | null;
}

/**
 * What a list says about a post that is already stored. A pending unit that becomes known, a rank and a first position
 * correct the post; another unit or another position is a new post from the day of the list, so that history stays.
 * A post that began on that very day is corrected.
 */
export function postChange(current: Post, next: Omit<Post, 'validFrom'>, today: string): 'NONE' | 'CORRECT' | 'MOVE' {
  const otherUnit = current.unitId !== next.unitId;
  const otherPosition = current.position !== next.position;
  if (!otherUnit && !otherPosition && current.rank === next.rank) return 'NONE';
  const moved = (otherUnit && current.unitId !== null) || (otherPosition && current.position !== null);
  return moved && current.validFrom !== today ? 'MOVE' : 'CORRECT';
}
