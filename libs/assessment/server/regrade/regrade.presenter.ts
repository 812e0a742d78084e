import type { MyRegrade, Regrade } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';
import type { RegradeMark, RegradeRow } from './regrade.rows.ts';
import { nextRegradeStates } from './regrade.rules.ts';

export const presentMine = ({ id, classId, component, state, reason, answer, oldScore, newScore, askedAt }: RegradeRow): MyRegrade => ({
  id, classId, component, state, reason, answer, oldScore, newScore, askedAt: askedAt.toISOString(),
});

/** A new marker sees the code and the own score; whose work it is, the old score and the other markers are the coordinator's to know. */
export function presentRegrade(row: RegradeRow, marks: readonly RegradeMark[], held: readonly Role[], personId: number | null): Regrade {
  const coordinates = held.includes('CLASS_COORDINATOR') || held.includes('TRAINING_MANAGER');
  const shown = coordinates ? marks : marks.filter((mark) => mark.personId === personId);
  return {
    id: row.id, code: row.code, component: row.component, state: row.state, version: row.version, askedAt: row.askedAt.toISOString(),
    trainee: coordinates ? row.fullName : null, reason: coordinates ? row.reason : null, answer: coordinates ? row.answer : null,
    oldScore: coordinates ? row.oldScore : null, newScore: coordinates ? row.newScore : null,
    markers: shown.map(({ personId: id, name, score, note }) => ({ personId: id, name, score, note })),
    can: { steps: nextRegradeStates(row.state, held), mark: row.state === 'REMARKING' && marks.some((mark) => mark.personId === personId) },
  };
}
