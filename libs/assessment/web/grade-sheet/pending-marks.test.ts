import { expect, it } from 'vitest';
import type { GradeSheet } from '@halong/assessment/contract';
import { afterConflict, afterStored, restoredMarks, typed, type PendingMark } from './pending-marks.ts';

const mark = (component: string, value: number, version = 0): PendingMark => ({ enrolmentId: 1, component, mark: { kind: 'SCORE', value }, version });

function sheetWith(version: number): GradeSheet {
  const marks = ['a', 'b'].map((component) => ({ component, mark: { kind: 'BLANK' } as const, version, resits: 0 }));
  return {
    class: { id: 1, code: 'C', nameVi: 'C', nameEn: 'C', state: 'GRADING' }, state: 'OPEN', version: 1, scale: 10, step: 0.1, passMark: 5, components: [], categories: [], resitMax: 1, publishedAt: null, blank: 2,
    rules: { passRatio: 0.5, scale: 10, gradeStep: 0.1, gradeBands: [] }, recognition: null,
    rows: [{ enrolmentId: 1, personId: 1, fullName: 'Nguyễn Thị Hoài Thu', unitName: '', enrolmentState: 'ACTIVE', marks, average: null, band: null, result: 'PENDING', override: null }],
    can: { edit: true, recognise: false, plan: false, rules: false, correct: false, transitions: [] },
  };
}

it('typing again keeps the version the first mark was typed on', () => {
  const once = typed({}, mark('a', 7, 3));
  expect(typed(once, mark('a', 8, 4))).toEqual({ '1/a': mark('a', 8, 3) });
});

it('what was stored is no longer pending', () => {
  const pending = typed(typed({}, mark('a', 7)), mark('b', 8));
  expect(afterStored(pending, pending, sheetWith(1))).toEqual({});
});

it('what was typed while the first was on its way stays, on the new version', () => {
  const sent = typed({}, mark('a', 7));
  const pending = typed(typed(sent, mark('a', 9)), mark('b', 5));
  expect(afterStored(pending, sent, sheetWith(1))).toEqual({ '1/a': mark('a', 9, 1), '1/b': mark('b', 5, 0) });
});

it('clashing marks wait for a decision and the others are kept to be sent again', () => {
  const pending = typed(typed({}, mark('a', 7)), mark('b', 8));
  const theirs = { component: 'a', mark: { kind: 'SCORE', value: 6 } as const, version: 2, resits: 0 };
  expect(afterConflict(pending, [{ ...theirs, enrolmentId: 1 }])).toEqual({ pending: { '1/b': mark('b', 8) }, clashes: [{ mine: mark('a', 7), theirs }] });
});

it('broken storage restores nothing', () => {
  expect(restoredMarks('{')).toEqual({});
  expect(restoredMarks('null')).toEqual({});
  expect(restoredMarks(JSON.stringify({ '1/a': mark('a', 7) }))).toEqual({ '1/a': mark('a', 7) });
});
