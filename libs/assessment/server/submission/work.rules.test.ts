import { describe, expect, it } from 'vitest';
import type { SubmissionState, WorkState } from '@halong/assessment/contract';
import { canonicalText, contentHash, randomCode } from './content.rules.ts';
import { byUrgency, closedReasonOf, stillToConfirm, workStateOf } from './work.rules.ts';

const at = (text: string) => new Date(`2026-10-${text}:00Z`);
const terms = { opensAt: at('01T00:00'), cutoffAt: at('20T10:00'), attempts: 2 };

describe('where work stands', () => {
  it.each<[string, string, SubmissionState | null, boolean, boolean, WorkState]>([
    ['not open', '30T00:00', null, false, false, 'MISSED'],
    ['nothing yet', '10T00:00', null, false, false, 'TO_DO'],
    ['begun', '10T00:00', null, true, false, 'DRAFT'],
    ['confirmed by some', '10T00:00', null, true, true, 'WAITING'],
    ['submitted, and closed since', '30T00:00', 'SUBMITTED', true, false, 'SUBMITTED'],
    ['being marked says nothing', '30T00:00', 'MARKING', true, false, 'SUBMITTED'],
    ['published', '30T00:00', 'PUBLISHED', true, false, 'PUBLISHED'],
  ])('%s', (_, now, state, hasDraft, confirmed, expected) => {
    expect(workStateOf({ now: at(now), terms, current: state ? { state, late: false } : undefined, hasDraft, confirmed })).toBe(expected);
  });

  it('is not open before it opens, with a draft or without', () => {
    expect(workStateOf({ now: new Date('2026-09-30T00:00:00Z'), terms, current: undefined, hasDraft: true, confirmed: false })).toBe('NOT_OPEN');
  });
});

describe('why nothing is taken', () => {
  const door = { at: at('10T00:00'), classState: 'RUNNING', owner: 'E1' as string | null, terms, used: 0 };
  it.each([
    ['nothing is in the way', {}, null],
    ['the very moment of the cut-off', { at: at('20T10:00') }, null],
    ['a millisecond later', { at: new Date(at('20T10:00').getTime() + 1) }, 'CUT_OFF'],
    ['before it opens', { at: new Date('2026-09-30T00:00:00Z') }, 'NOT_OPEN'],
    ['all attempts used', { used: 2 }, 'NO_ATTEMPTS'],
    ['all attempts used and closed', { used: 2, at: at('25T00:00') }, 'NO_ATTEMPTS'],
    ['one attempt left', { used: 1 }, null],
    ['no group', { owner: null }, 'NO_GROUP'],
    ['the class is over', { classState: 'CERTIFIED' }, 'CLASS_OVER'],
    ['no cut-off', { at: at('25T00:00'), terms: { ...terms, cutoffAt: null } }, null],
  ])('%s', (_, more, reason) => expect(closedReasonOf({ ...door, ...more })).toBe(reason));
});

it.each([
  [[], [1, 2, 3]],
  [[2], [1, 3]],
  [[1, 2, 3, 9], []],
])('of three members %j have confirmed: %j are missing', (confirmed, missing) => {
  expect(stillToConfirm([{ enrolmentId: 1 }, { enrolmentId: 2 }, { enrolmentId: 3 }], confirmed).map(({ enrolmentId }) => enrolmentId)).toEqual(missing);
});

it('what is to do comes first by due time, what is done last and the newest of it first', () => {
  const one = (state: WorkState, day: string) => ({ state, dueAt: `2026-10-${day}T00:00:00Z` });
  const items = [one('SUBMITTED', '01'), one('TO_DO', '20'), one('PUBLISHED', '05'), one('NOT_OPEN', '02'), one('DRAFT', '10')];
  expect(byUrgency(items).map(({ state }) => state)).toEqual(['DRAFT', 'TO_DO', 'NOT_OPEN', 'PUBLISHED', 'SUBMITTED']);
});

describe('content', () => {
  it('is the same however a device writes letters and lines', () => {
    const composed = 'Đề án số hóa';
    expect(canonicalText(`${composed.normalize('NFD')}\r\nhai \n\n`)).toBe(`${composed}\nhai`);
    expect(contentHash(`${composed.normalize('NFD')}\r\n`, [])).toBe(contentHash(composed, []));
  });

  it('has another hash with another word, another file or another order', () => {
    const all = [contentHash('a', ['1', '2']), contentHash('a', ['2', '1']), contentHash('b', ['1', '2']), contentHash('a', ['1'])];
    expect(new Set(all).size).toBe(4);
  });

  it('gets codes that say nothing', () => {
    const codes = Array.from({ length: 500 }, randomCode);
    expect(codes.every((code) => /^[ACDEFGHJKLMNPQRTUVWXY34679]{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(495);
  });
});
