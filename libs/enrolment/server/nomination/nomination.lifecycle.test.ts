import { describe, expect, it } from 'vitest';
import { nominationStates, type NominationState } from '@halong/enrolment/contract';
import { liveStates, mayStep, nominationLifecycle, undecidedStates, type NominationActor } from './nomination.lifecycle.ts';

const allowed: [NominationState, NominationState, NominationActor][] = [
  ['DRAFT', 'SUBMITTED', 'UNIT'],
  ['DRAFT', 'WAITLISTED', 'UNIT'],
  ['SUBMITTED', 'APPROVED', 'COORDINATOR'],
  ['SUBMITTED', 'WAITLISTED', 'COORDINATOR'],
  ['SUBMITTED', 'REJECTED', 'COORDINATOR'],
  ['SUBMITTED', 'WITHDRAWN', 'UNIT'],
  ['WAITLISTED', 'APPROVED', 'COORDINATOR'],
  ['WAITLISTED', 'REJECTED', 'COORDINATOR'],
  ['WAITLISTED', 'WITHDRAWN', 'UNIT'],
  ['APPROVED', 'WITHDRAWN', 'UNIT'],
];

describe('the nomination', () => {
  const matrix = nominationStates.flatMap((from) => nominationStates.flatMap((to) => (['UNIT', 'COORDINATOR'] as const).map((by) => [from, to, by] as const)));
  it.each(matrix)('%s → %s by %s', (from, to, by) => {
    expect(mayStep(from, to, by)).toBe(allowed.some((one) => one[0] === from && one[1] === to && one[2] === by));
  });

  it('is rejected and withdrawn with a reason (N03)', () => {
    const steps = Object.values(nominationLifecycle).flat().filter(({ to }) => to === 'REJECTED' || to === 'WITHDRAWN');
    expect(steps.every(({ reason }) => reason)).toBe(true);
  });

  it('counts on its list until it is rejected or withdrawn', () => {
    expect(liveStates).toEqual(nominationStates.filter((state) => state !== 'REJECTED' && state !== 'WITHDRAWN').sort((a, b) => liveStates.indexOf(a as never) - liveStates.indexOf(b as never)));
    expect(undecidedStates.every((state) => mayStep(state, 'APPROVED', 'COORDINATOR'))).toBe(true);
  });
});
