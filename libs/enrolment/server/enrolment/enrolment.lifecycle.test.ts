import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrolmentStates, leftStates, seatedStates, type EnrolmentState } from '@halong/enrolment/contract';
import { checkEnrolmentStep, coordinatorSteps, mayNoteDiscipline } from './enrolment.lifecycle.ts';

const allowed: Record<EnrolmentState, EnrolmentState[]> = {
  ADMITTED: ['ACTIVE', 'DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'],
  ACTIVE: ['EXAM_ELIGIBLE', 'EXAM_BARRED', 'DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'],
  EXAM_ELIGIBLE: ['EXAM_BARRED', 'PASSED', 'FAILED', 'DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'],
  EXAM_BARRED: ['EXAM_ELIGIBLE', 'FAILED', 'DEFERRED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'],
  PASSED: ['COMPLETED', 'FAILED', 'EXAM_BARRED'],
  FAILED: ['PASSED', 'EXAM_ELIGIBLE', 'EXAM_BARRED'],
  COMPLETED: ['PASSED', 'FAILED'],
  DEFERRED: ['ADMITTED', 'ACTIVE', 'DROPPED'],
  DROPPED: ['ADMITTED', 'ACTIVE'],
  EXPELLED: [],
  TRANSFERRED: ['ADMITTED', 'ACTIVE'],
};
const matrix = enrolmentStates.flatMap((from) => enrolmentStates.map((to) => [from, to, allowed[from].includes(to)] as const));

describe('the enrolment', () => {
  it.each(matrix)('%s → %s: %s', (from, to, expected) => expect(checkEnrolmentStep(from, to, 'SYSTEM', 'lý do').ok).toBe(expected));

  it.each(matrix.filter(([, , ok]) => ok))('%s → %s is derived from records, or decided with a reason', (from, to) => {
    const people = coordinatorSteps(from, true).includes(to) || coordinatorSteps(from, false).includes(to);
    expect(checkEnrolmentStep(from, to, 'COORDINATOR', 'lý do').ok).toBe(people);
    if (people) expect(checkEnrolmentStep(from, to, 'COORDINATOR', '  ')).toEqual({ ok: false, refusal: 'reason_missing' });
  });

  it('never lets a coordinator decide an exam', () => {
    for (const from of enrolmentStates) for (const begun of [true, false]) {
      expect(coordinatorSteps(from, begun).filter((to) => ['PASSED', 'FAILED', 'COMPLETED', 'EXAM_ELIGIBLE', 'EXAM_BARRED'].includes(to))).toEqual([]);
    }
  });

  it('takes somebody back as ACTIVE only once the class has begun', () => {
    expect(coordinatorSteps('DEFERRED', false)).toEqual(['ADMITTED', 'DROPPED']);
    expect(coordinatorSteps('DEFERRED', true)).toEqual(['ACTIVE', 'DROPPED']);
  });

  it('lets a breach be noted of whoever studies, and taken back from everybody', () => {
    for (const state of enrolmentStates) {
      expect(mayNoteDiscipline({ state, disciplineNote: null })).toBe(seatedStates.includes(state));
      expect(mayNoteDiscipline({ state, disciplineNote: 'Biên bản số 3' })).toBe(true);
    }
  });

  it('divides all states into those that hold a seat and those that have left', () => {
    expect([...seatedStates, ...leftStates].sort()).toEqual([...enrolmentStates].sort());
  });

  it('never shows anybody EXAM_BARRED right before PASSED, on any walk', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 60 }), (choices) => {
      let state: EnrolmentState = 'ADMITTED';
      for (const choice of choices) {
        const next: EnrolmentState[] = allowed[state].filter((to) => checkEnrolmentStep(state, to, 'SYSTEM', 'x').ok);
        if (next.length === 0) return;
        const to = next[choice % next.length]!;
        expect(state === 'EXAM_BARRED' && to === 'PASSED').toBe(false);
        state = to;
      }
    }));
  });
});
