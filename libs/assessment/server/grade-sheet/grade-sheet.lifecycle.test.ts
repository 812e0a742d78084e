import { roles } from '@halong/platform/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeSheetStates, type GradeSheetState } from '@halong/assessment/contract';
import { checkGradeSheetTransition, isEditable, isVisibleToTrainee, nextGradeSheetStates, type GradeSheetActor } from './grade-sheet.lifecycle.ts';

const actors: GradeSheetActor[] = [...roles, 'SYSTEM'];
const allFacts = { reason: 'Nhập nhầm cột', noBlankScores: true };

/** state → next state → who */
const table: Record<GradeSheetState, Partial<Record<GradeSheetState, GradeSheetActor[]>>> = {
  OPEN: { SUBMITTED: ['LECTURER'] },
  SUBMITTED: { VERIFIED: ['CLASS_COORDINATOR'], OPEN: ['CLASS_COORDINATOR'] },
  VERIFIED: { PUBLISHED: ['TRAINING_MANAGER', 'CLASS_COORDINATOR'], OPEN: ['TRAINING_MANAGER', 'CLASS_COORDINATOR'] },
  PUBLISHED: { LOCKED: ['CLASS_COORDINATOR', 'SYSTEM'] },
  LOCKED: {},
};

describe('grade sheet', () => {
  it.each(gradeSheetStates)('from %s: who may go where', (from) => {
    for (const to of gradeSheetStates) {
      const may = actors.filter((role) => checkGradeSheetTransition(from, to, [role], allFacts).ok);
      expect([to, may]).toEqual([to, table[from][to] ?? []]);
    }
  });

  it.each([
    ['OPEN', 'SUBMITTED', {}, ['noBlankScores']],
    ['OPEN', 'SUBMITTED', { noBlankScores: false }, ['noBlankScores']],
    ['SUBMITTED', 'OPEN', { reason: ' ' }, ['reason']],
    ['VERIFIED', 'OPEN', {}, ['reason']],
  ] as const)('%s to %s says what is missing', (from, to, facts, missing) => {
    expect(checkGradeSheetTransition(from, to, actors, facts)).toEqual({ ok: false, refusal: 'facts_missing', missing });
  });

  it('is edited only while open, and seen by trainees once published', () => {
    expect(gradeSheetStates.filter(isEditable)).toEqual(['OPEN']);
    expect(gradeSheetStates.filter(isVisibleToTrainee)).toEqual(['PUBLISHED', 'LOCKED']);
  });

  it('offers exactly what it then allows, and nothing leads out of LOCKED', () => {
    const anyState = fc.constantFrom(...gradeSheetStates);
    fc.assert(fc.property(anyState, anyState, fc.subarray(actors), (from, to, held) => {
      const offered = nextGradeSheetStates(from, held).some((one) => one.to === to);
      expect(checkGradeSheetTransition(from, to, held, allFacts).ok).toBe(offered);
      if (from === 'LOCKED') expect(offered).toBe(false);
    }));
  });

  it('no walk publishes what the lecturer did not submit, and what is published is never edited again', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...gradeSheetStates), { maxLength: 40 }), (steps) => {
      const path: GradeSheetState[] = ['OPEN'];
      for (const to of steps) if (checkGradeSheetTransition(path.at(-1)!, to, actors, allFacts).ok) path.push(to);
      const published = path.indexOf('PUBLISHED');
      if (published < 0) return;
      expect(path.slice(published - 2, published)).toEqual(['SUBMITTED', 'VERIFIED']);
      expect(path.slice(published).some(isEditable)).toBe(false);
    }));
  });
});
