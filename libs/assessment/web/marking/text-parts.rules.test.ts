import { expect, it } from 'vitest';
import { textParts } from './text-parts.rules.ts';

const text = 'Một hai ba.\n\nBốn năm sáu.';

it('cuts paragraphs where places begin and end, and loses no character of them', () => {
  const parts = textParts(text, [{ from: 4, to: 7, no: 1 }, { from: 13, to: 20, no: 0 }]);
  expect(parts.map((paragraph) => paragraph.map((part) => part.text))).toEqual([['Một ', 'hai', ' ba.'], ['Bốn năm', ' sáu.']]);
  expect(parts[0]?.[1]).toEqual({ from: 4, text: 'hai', notes: [1], lit: true, ending: [1] });
  expect(parts[1]?.[0]).toMatchObject({ notes: [], lit: true, ending: [] });
});

it('a place over two paragraphs is lit in both and pinned in the last', () => {
  const parts = textParts(text, [{ from: 8, to: 16, no: 2 }]);
  expect(parts.flat().filter(({ lit }) => lit).map((part) => [part.text, part.ending])).toEqual([['ba.', []], ['Bốn', [2]]]);
});

it('places may overlap', () => {
  expect(textParts('abcdef', [{ from: 0, to: 4, no: 1 }, { from: 2, to: 6, no: 2 }])[0]?.map((part) => [part.text, part.notes])).toEqual([['ab', [1]], ['cd', [1, 2]], ['ef', [2]]]);
});
