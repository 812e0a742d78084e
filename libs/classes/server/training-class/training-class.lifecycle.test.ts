import { roles } from '@halong/platform/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainingClassStates, type TrainingClassState } from '@halong/classes/contract';
import { checkClassTransition, nextClassStates, trainingClassLifecycle, type ClassActor, type ClassFacts } from './training-class.lifecycle.ts';

const actors: ClassActor[] = [...roles, 'SYSTEM'];
const allFacts: ClassFacts = { reason: 'Bão số 12', decisionNumber: '362/QĐ-UBND', decisionDate: '2026-09-21', decisionFileId: 8, finalList: true, gradeSheetsPublished: true };

const allowed: Partial<Record<TrainingClassState, TrainingClassState[]>> = {
  PLANNED: ['NOMINATING', 'POSTPONED', 'CANCELLED'],
  NOMINATING: ['LIST_FINALISED', 'POSTPONED', 'CANCELLED'],
  LIST_FINALISED: ['DECIDED', 'NOMINATING', 'POSTPONED', 'CANCELLED'],
  DECIDED: ['RUNNING', 'POSTPONED', 'CANCELLED'],
  RUNNING: ['EXAM', 'POSTPONED', 'CANCELLED'],
  EXAM: ['GRADING'],
  GRADING: ['RESULT_RECOGNISED'],
  RESULT_RECOGNISED: ['CERTIFIED'],
  CERTIFIED: ['EVALUATED'],
  EVALUATED: ['ARCHIVED'],
  POSTPONED: ['PLANNED', 'NOMINATING', 'LIST_FINALISED', 'CANCELLED'],
};

describe('training class', () => {
  it('allows exactly these steps', () => {
    for (const from of trainingClassStates) {
      const possible = trainingClassStates.filter((to) => checkClassTransition(from, to, actors, allFacts).ok);
      expect([from, possible.sort()]).toEqual([from, [...(allowed[from] ?? [])].sort()]);
    }
  });

  it('walks from plan to archive', () => {
    const way = trainingClassStates.slice(0, 11);
    way.slice(1).forEach((to, i) => expect(checkClassTransition(way[i]!, to, actors, allFacts)).toEqual({ ok: true }));
  });

  it.each([
    ['LIST_FINALISED', 'DECIDED', { decisionNumber: ' ', decisionDate: '2026-09-21' }, ['decisionNumber', 'decisionFileId']],
    ['RUNNING', 'POSTPONED', {}, ['reason']],
    ['PLANNED', 'CANCELLED', { reason: '  ' }, ['reason']],
    ['POSTPONED', 'NOMINATING', {}, ['reason']],
    ['NOMINATING', 'LIST_FINALISED', { finalList: false }, ['finalList']],
    ['GRADING', 'RESULT_RECOGNISED', {}, ['gradeSheetsPublished']],
  ] as const)('%s to %s says what is missing', (from, to, facts, missing) => {
    expect(checkClassTransition(from, to, actors, facts)).toEqual({ ok: false, refusal: 'facts_missing', missing });
  });

  it.each([
    ['CLASS_COORDINATOR', 'LIST_FINALISED', ['DECIDED', 'NOMINATING', 'POSTPONED', 'CANCELLED']],
    ['CERTIFICATE_OFFICER', 'RESULT_RECOGNISED', ['CERTIFIED']],
    ['CLASS_COORDINATOR', 'RESULT_RECOGNISED', []],
    ['SYSTEM', 'DECIDED', ['RUNNING']],
    ['SYSTEM', 'LIST_FINALISED', []],
    ['LECTURER', 'RUNNING', []],
    ['UNIT_HEAD', 'NOMINATING', []],
  ] as const)('%s in %s', (role, state, expected) => {
    expect(nextClassStates(state, [role]).map((one) => one.to)).toEqual(expected);
  });

  it('offers exactly what it then allows', () => {
    const anyState = fc.constantFrom(...trainingClassStates);
    fc.assert(fc.property(anyState, anyState, fc.subarray(actors), (from, to, held) => {
      const offered = nextClassStates(from, held).some((one) => one.to === to);
      expect(checkClassTransition(from, to, held, allFacts).ok).toBe(offered);
    }));
  });

  it('no walk runs or is certified without a decision, nor gets out of the archive or a cancellation', () => {
    const walk = fc.array(fc.tuple(fc.constantFrom(...trainingClassStates), fc.subarray(Object.keys(allFacts) as (keyof ClassFacts)[])), { maxLength: 60 });
    fc.assert(fc.property(walk, (steps) => {
      let [state, decided]: [TrainingClassState, boolean] = ['PLANNED', false];
      for (const [to, given] of steps) {
        const facts = Object.fromEntries(given.map((key) => [key, allFacts[key]]));
        if (!checkClassTransition(state, to, actors, facts).ok) continue;
        expect(trainingClassLifecycle[state]).not.toEqual([]);
        if (to === 'DECIDED') expect(given).toEqual(expect.arrayContaining(['decisionNumber', 'decisionDate', 'decisionFileId']));
        if (to === 'POSTPONED' || to === 'CANCELLED') expect(given).toContain('reason');
        decided = to === 'DECIDED' || (decided && to !== 'POSTPONED');
        state = to;
        if (['RUNNING', 'EXAM', 'GRADING', 'RESULT_RECOGNISED', 'CERTIFIED', 'EVALUATED', 'ARCHIVED'].includes(state)) expect(decided).toBe(true);
      }
    }));
  });
});
