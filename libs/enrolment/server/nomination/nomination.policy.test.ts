import { describe, expect, it } from 'vitest';
import { lineCan, listCan, type Standing } from './nomination.policy.ts';

const head: Standing = { prepares: true, submits: true, runs: false };
const focalPoint: Standing = { prepares: true, submits: false, runs: false };
const coordinator: Standing = { prepares: false, submits: false, runs: true };
const nominating = { state: 'NOMINATING', nominationDeadline: '2026-09-18' } as const;
const running = { state: 'RUNNING', nominationDeadline: '2026-09-18' } as const;

describe('lineCan', () => {
  it.each([
    [head, 'SUBMITTED', nominating, ['withdraw']],
    [focalPoint, 'APPROVED', nominating, ['withdraw']],
    [head, 'APPROVED', running, []],
    [head, 'DRAFT', nominating, []],
    [head, 'REJECTED', nominating, []],
    [coordinator, 'SUBMITTED', nominating, ['admit', 'reject']],
    [coordinator, 'WAITLISTED', nominating, ['admit', 'reject']],
    [coordinator, 'WAITLISTED', running, ['reject']],
    [coordinator, 'APPROVED', nominating, []],
    [coordinator, 'DRAFT', nominating, []],
  ] as const)('%# %j', (who, state, trainingClass, allowed) => {
    const can = lineCan(who, state, trainingClass);
    expect(Object.entries(can).filter(([, yes]) => yes).map(([key]) => key)).toEqual(allowed);
  });
});

describe('listCan', () => {
  it.each([
    [head, nominating, '2026-09-18', 6, { edit: true, submit: true }],
    [focalPoint, nominating, '2026-09-18', 6, { edit: true, submit: false }],
    [head, nominating, '2026-09-19', 6, { edit: false, submit: false }],
    [head, nominating, '2026-09-18', 0, { edit: false, submit: false }],
    [head, running, '2026-09-18', 6, { edit: false, submit: false }],
    [coordinator, nominating, '2026-09-18', 6, { edit: false, submit: false }],
  ])('%#', (who, trainingClass, today, quota, can) => expect(listCan(who, trainingClass, today, quota)).toEqual(can));
});
