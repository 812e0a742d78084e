import { expect, it } from 'vitest';
import { excerptOf } from './excerpt.rules.ts';

const long = 'chữ '.repeat(60);

it.each([
  { name: 'all of a short text', text: ' Dữ liệu\n số ', words: ['du', 'lieu'], line: 'Dữ liệu số' },
  { name: 'the words together rather than the first of them', text: `dùng ${long}dữ liệu ${long}`, words: ['du', 'lieu'], part: 'dữ liệu' },
  { name: 'the first word when they lie apart', text: `${long}đường ${long}biển`, words: ['duong', 'bien'], part: 'đường' },
  { name: 'written in parts', text: 'Quảng Ninh'.normalize('NFD'), words: ['quang'], line: 'Quảng Ninh' },
])('$name', ({ text, words, line, part }) => {
  const excerpt = excerptOf(text, words);
  if (line) expect(excerpt).toBe(line);
  else expect(excerpt).toMatch(new RegExp(`^….*${part}.*…$`));
});
