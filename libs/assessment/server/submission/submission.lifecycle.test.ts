import { describe, expect, it } from 'vitest';
import { submissionStates, type SubmissionState } from '@halong/assessment/contract';
import { canMove, isReleased, isUntouched, nextSubmissionStates, shownToOwner, type SubmissionActor } from './submission.lifecycle.ts';

describe('the way of a submission', () => {
  it.each<[SubmissionState, SubmissionActor, SubmissionState[]]>([
    ['SUBMITTED', 'LECTURER', ['MARKING']],
    ['LATE', 'LECTURER', ['MARKING']],
    ['SUBMITTED', 'SYSTEM', ['MARKING', 'LATE']],
    ['LATE', 'SYSTEM', ['MARKING', 'SUBMITTED']],
    ['SUBMITTED', 'CLASS_COORDINATOR', []],
    ['MARKING', 'LECTURER', ['MARKED']],
    ['MARKED', 'LECTURER', ['MARKING', 'IN_REVIEW', 'PUBLISHED']],
    ['IN_REVIEW', 'LECTURER', []],
    ['IN_REVIEW', 'CLASS_COORDINATOR', ['MARKING', 'PUBLISHED']],
    ['PUBLISHED', 'LECTURER', []],
    ['PUBLISHED', 'CLASS_COORDINATOR', ['REGRADING']],
    ['REGRADING', 'SYSTEM', ['FINAL']],
    ['FINAL', 'TRAINING_MANAGER', []],
  ])('%s by %s goes to %j', (from, actor, to) => {
    expect(nextSubmissionStates(from, [actor])).toEqual(to);
  });

  it('never goes back to a draft, and nobody without a role moves it', () => {
    for (const from of submissionStates) {
      expect(nextSubmissionStates(from, [])).toEqual([]);
      expect(nextSubmissionStates(from, ['UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'])).toEqual([]);
    }
    expect(canMove('FINAL', 'MARKING', ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM'])).toBe(false);
  });

  it('tells its owner nothing of marking', () => {
    const hidden = submissionStates.filter((state) => !isReleased(state));
    expect(hidden).toEqual(['SUBMITTED', 'LATE', 'MARKING', 'MARKED', 'IN_REVIEW']);
    expect([...new Set(hidden.map((state) => shownToOwner(state, false)))]).toEqual(['SUBMITTED']);
    expect([...new Set(hidden.map((state) => shownToOwner(state, true)))]).toEqual(['LATE']);
    expect(shownToOwner('FINAL', true)).toBe('PUBLISHED');
    expect(submissionStates.filter(isUntouched)).toEqual(['SUBMITTED', 'LATE']);
  });
});
