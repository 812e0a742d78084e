import { expect, it } from 'vitest';
import { lateWords } from './late-words.ts';

const policy = { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 0 } as const;

it('says by an example what being late costs', () => {
  expect(lateWords(policy, 'vi')).toBe('Nộp trễ 2 ngày: trừ 1,0 điểm, không dưới 5,0.');
  expect(lateWords(policy, 'en', 1)).toBe('1 day late: 0.5 points off, not below 5.0.');
  expect(lateWords({ ...policy, deductionPerDay: 0 }, 'vi')).toBe('Nộp trễ không bị trừ điểm.');
});
