import { expect, it } from 'vitest';
import { enrolmentStates } from '@halong/enrolment/contract';
import { actsOf, stepWords } from './trainee-acts.ts';

it.each([
  ['ACTIVE', null, { changeTo: ['DEFERRED', 'EXPELLED'], noteDiscipline: true }, ['note', 'DEFERRED', 'EXPELLED']],
  ['ACTIVE', 'Gian lận', { changeTo: [], noteDiscipline: true }, ['note', 'clear']],
  ['COMPLETED', null, { changeTo: [], noteDiscipline: true }, ['note']],
  ['DROPPED', 'Gian lận', { changeTo: ['ACTIVE'], noteDiscipline: true }, ['clear', 'ACTIVE']],
  ['DROPPED', null, { changeTo: ['ADMITTED'], noteDiscipline: false }, ['ADMITTED']],
  ['ACTIVE', 'Gian lận', { changeTo: [], noteDiscipline: false }, []],
] as const)('%s with note %j and %j offers %j', (state, disciplineNote, { changeTo, noteDiscipline }, offered) => {
  const acts = actsOf({ state, disciplineNote, can: { changeTo: [...changeTo], noteDiscipline } });
  expect(acts.map((act) => (act.what === 'step' ? act.to : act.what))).toEqual(offered);
});

it('has words for every state that a coordinator may ask for, and for no other', () => {
  const derived = ['EXAM_ELIGIBLE', 'EXAM_BARRED', 'PASSED', 'FAILED', 'COMPLETED'];
  expect(Object.keys(stepWords).sort()).toEqual(enrolmentStates.filter((state) => !derived.includes(state)).sort());
});
