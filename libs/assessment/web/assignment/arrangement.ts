import type { GroupList } from '@halong/assessment/contract';

type Seat = GroupList['rest'][number];

/** Groups by their place in the list, and the place of everybody's group. */
export interface Arrangement {
  groups: readonly { id: number | null; name: string }[];
  of: Readonly<Record<number, number | undefined>>;
}

export const everybodyOf = ({ groups, rest }: GroupList): Seat[] => [...groups.flatMap(({ members }) => members), ...rest];

export const arranged = ({ groups }: GroupList): Arrangement => ({
  groups: groups.map(({ id, name }) => ({ id, name })),
  of: Object.fromEntries(groups.flatMap(({ members }, at) => members.map(({ enrolmentId }) => [enrolmentId, at]))),
});

/** Everybody into so many groups whose sizes differ by one at most; groups that are there already keep their names. */
export function evenly({ groups }: Arrangement, people: readonly Seat[], parts: number, name: (at: number) => string): Arrangement {
  const count = Math.max(groups.length, Math.min(parts, Math.max(1, people.length)));
  const used = Math.min(parts, count);
  return {
    groups: Array.from({ length: count }, (_, at) => groups[at] ?? { id: null, name: name(at) }),
    of: Object.fromEntries(people.map(({ enrolmentId }, at) => [enrolmentId, at % used])),
  };
}
