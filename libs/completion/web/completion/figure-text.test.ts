import { expect, it } from 'vitest';
import { figureText } from './figure-text.ts';

it.each([
  [{ code: 'SCORE_AT_LEAST', number: 5 }, 'vi', 'từ 5 điểm'],
  [{ code: 'SCORE', number: 7.5 }, 'vi', '7,5 điểm'],
  [{ code: 'SCORE', number: 7.5 }, 'en', '7.5'],
  [{ code: 'PERIODS_ABSENT', number: null }, 'vi', 'vắng – tiết'],
  [{ code: 'ENROLMENT_STATE', number: null, text: 'DEFERRED' }, 'vi', 'Bảo lưu'],
  [{ code: 'ENROLMENT_STATE', number: null, text: 'DEFERRED' }, 'en', 'Deferred'],
  [{ code: 'NOTED', number: null, text: 'Gian lận' }, 'vi', 'đã ghi nhận “Gian lận”'],
  [{ code: 'NO_BLOCKING_CASE', number: null }, 'vi', 'không bị kỷ luật'],
] as const)('%o in %s reads %s', (figure, language, text) => {
  expect(figureText(figure, language)).toBe(text);
});
