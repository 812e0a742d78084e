import { expect, it } from 'vitest';
import { screeningReasonText } from './screening.texts.ts';

it.each([
  ['vi', 0, 'Lớp đã hết chỗ.'],
  ['en', 0, 'The class is full.'],
  ['vi', 2, 'Lớp chỉ còn 2 chỗ.'],
  ['en', 2, 'The class has only 2 seats left.'],
] as const)('in %s, with %d seats for the list: %s', (language, freePlaces, text) => {
  expect(screeningReasonText(language, { code: 'CLASS_FULL', params: { freePlaces } })).toBe(text);
});
