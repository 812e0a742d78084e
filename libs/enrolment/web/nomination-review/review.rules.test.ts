import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nominationStates, type AdmissionAnswer } from '@halong/enrolment/contract';
import { admissionWords, isUndecided, reviewStates, reviewViews } from './review.rules.ts';

describe('the views of the review', () => {
  it('hold every submitted nomination exactly once', () => {
    expect([...reviewStates, 'DRAFT'].sort()).toEqual([...nominationStates].sort());
    expect(new Set(reviewStates).size).toBe(reviewStates.length);
  });

  it.each([
    [{ SUBMITTED: 0, WAITLISTED: 0, APPROVED: 0, REJECTED: 0, WITHDRAWN: 0 }, 0],
    [{ SUBMITTED: 3, WAITLISTED: 0, APPROVED: 0, REJECTED: 0, WITHDRAWN: 0 }, 3],
    [{ SUBMITTED: 0, WAITLISTED: 2, APPROVED: 0, REJECTED: 0, WITHDRAWN: 0 }, 2],
    [{ SUBMITTED: 1, WAITLISTED: 2, APPROVED: 4, REJECTED: 8, WITHDRAWN: 16 }, 31],
  ])('%j: %d in all', (counts, all) => {
    const views = reviewViews(counts);
    expect(views.map(({ view, count }) => [view, count])).toEqual([...Object.entries(counts), ['ALL', all]]);
  });

  it('count in all exactly what the others count', () => {
    const counts = fc.record({ SUBMITTED: fc.nat(), WAITLISTED: fc.nat(), APPROVED: fc.nat(), REJECTED: fc.nat(), WITHDRAWN: fc.nat() });
    fc.assert(fc.property(counts, (some) => {
      const views = reviewViews(some);
      expect(views.at(-1)?.count).toBe(views.slice(0, -1).reduce((sum, { count }) => sum + count, 0));
    }));
  });

  it.each([['SUBMITTED', true], ['WAITLISTED', true], ['APPROVED', false], ['REJECTED', false], ['WITHDRAWN', false], ['ALL', false]] as const)('%s offers decisions: %s', (view, undecided) =>
    expect(isUndecided(view)).toBe(undecided));
});

describe('admissionWords', () => {
  type Answer = Pick<AdmissionAnswer, 'admitted' | 'waitlisted' | 'refused'>;
  const admitted = (count: number): Answer['admitted'] => Array.from({ length: count }, (_, at) => ({ nominationId: at, enrolmentId: at }));
  const full = { nominationId: 7, name: 'Đỗ Ngọc Lan', outcome: 'OVER_QUOTA' as const, reasons: [{ code: 'CLASS_FULL' as const, params: { freePlaces: 0 } }] };
  const clash = { nominationId: 8, name: 'Trần Đức Minh', outcome: 'INELIGIBLE' as const, reasons: [{ code: 'CLASS_CLASH' as const, params: { classCode: 'CVC K02/2026' } }] };

  it.each([
    [{ admitted: admitted(3), waitlisted: [], refused: [] }, 'Đã duyệt 3 người.', '3 admitted.', []],
    [{ admitted: admitted(2), waitlisted: [full], refused: [] }, 'Đã duyệt 2 người, 1 người trong danh sách chờ.', '2 admitted, 1 on the waiting list.', ['Lớp đã hết chỗ (1)']],
    [
      { admitted: admitted(2), waitlisted: [full], refused: [clash, clash] }, 'Đã duyệt 2 người, 1 người trong danh sách chờ, 2 người không duyệt được.', '2 admitted, 1 on the waiting list, 2 refused.',
      ['Trùng lịch với lớp CVC K02/2026 (2)', 'Lớp đã hết chỗ (1)'],
    ],
    [{ admitted: [], waitlisted: [], refused: [clash] }, 'Chưa duyệt được ai, 1 người không duyệt được.', 'Nobody admitted, 1 refused.', ['Trùng lịch với lớp CVC K02/2026 (1)']],
  ] as [Answer, string, string, string[]][])('%#: %s', (answer, vi, en, reasons) => {
    expect(admissionWords(answer, 'vi')).toEqual({ counts: vi, reasons });
    expect(admissionWords(answer, 'en').counts).toBe(en);
  });
});
