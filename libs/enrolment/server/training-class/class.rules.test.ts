import { describe, expect, it } from 'vitest';
import { trainingClassStates } from '@halong/classes/contract';
import { hasBegun, isBeforeOpening, isOpenForNomination, seatsOf } from './class.rules.ts';

describe('isOpenForNomination', () => {
  it.each([
    ['NOMINATING', '2026-09-18', '2026-09-17', true],
    ['NOMINATING', '2026-09-18', '2026-09-18', true],
    ['NOMINATING', '2026-09-18', '2026-09-19', false],
    ['NOMINATING', null, '2030-01-01', true],
    ['PLANNED', '2026-09-18', '2026-09-01', false],
    ['LIST_FINALISED', '2026-09-18', '2026-09-01', false],
    ['CANCELLED', null, '2026-09-01', false],
  ] as const)('%s until %s on %s: %s', (state, nominationDeadline, today, open) => expect(isOpenForNomination({ state, nominationDeadline }, today)).toBe(open));
});

describe('the class', () => {
  it.each(trainingClassStates.map((state) => [state] as const))('%s is never both before its opening and begun', (state) => {
    expect(isBeforeOpening({ state }) && hasBegun(state)).toBe(false);
  });

  it.each([[50, 0, 50], [50, 50, 0], [50, 51, 0]])('%d seats, %d taken: %d free', (capacity, taken, free) => expect(seatsOf(capacity, taken).free).toBe(free));
});
