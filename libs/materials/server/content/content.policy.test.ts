import { describe, expect, it } from 'vitest';
import type { Role } from '@halong/platform/contract';
import { mayDownload, maySee, standingIn } from './content.policy.ts';

describe('standingIn', () => {
  it.each<[Role[], number | null, ReturnType<typeof standingIn>]>([
    [['LECTURER'], null, { edits: true, enrolmentId: null }],
    [['CLASS_COORDINATOR'], null, { edits: true, enrolmentId: null }],
    [['TRAINING_MANAGER', 'SYSTEM_ADMIN', 'CERTIFICATE_OFFICER'], null, undefined],
    [[], 7, { edits: false, enrolmentId: 7 }],
    [['TRAINING_MANAGER'], 7, { edits: false, enrolmentId: 7 }],
    [[], null, undefined],
  ])('%j with seat %j', (roles, seat, standing) => expect(standingIn(roles, seat)).toEqual(standing));
});

const shown = (state: 'NOT_YET' | 'OPEN' | 'OVER') => ({ state, from: null, until: null });
const [editor, trainee] = [{ edits: true, enrolmentId: null }, { edits: false, enrolmentId: 7 }];

describe('what a trainee sees', () => {
  it.each([
    [trainee, shown('OPEN'), { kind: 'MATERIAL', givenNo: 1 }, true],
    [trainee, shown('NOT_YET'), { kind: 'MATERIAL', givenNo: 1 }, false],
    [trainee, shown('OVER'), { kind: 'MATERIAL', givenNo: 1 }, false],
    [trainee, shown('OPEN'), { kind: 'MATERIAL', givenNo: null }, false],
    [trainee, shown('OPEN'), { kind: 'ASSIGNMENT', givenNo: null }, true],
    [editor, shown('NOT_YET'), { kind: 'MATERIAL', givenNo: null }, true],
  ])('%#', (standing, when, given, sees) => expect(maySee(standing, when, given)).toBe(sees));

  it.each([[trainee, true, true], [trainee, false, false], [editor, false, true]])('takes home %#', (standing, downloadable, may) => {
    expect(mayDownload(standing, { downloadable })).toBe(may);
  });
});
