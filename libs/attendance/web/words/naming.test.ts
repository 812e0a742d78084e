import { describe, expect, it } from 'vitest';
import { periodRun, spacedCode } from './naming.ts';
import { roomText } from './room.ts';

describe('periodRun', () => {
  it.each([
    [[], ''],
    [[2], '2'],
    [[1, 2], '1, 2'],
    [[1, 2, 3, 4], '1–4'],
    [[6, 7, 8, 9, 10], '6–10'],
    [[1, 3], '1, 3'],
    [[1, 2, 4], '1, 2, 4'],
  ])('%j is "%s"', (numbers, text) => {
    expect(periodRun(numbers)).toBe(text);
  });
});

describe('spacedCode', () => {
  it.each([['417258', '417 258'], ['417', '417'], ['', '']])('"%s" is "%s"', (digits, text) => {
    expect(spacedCode(digits)).toBe(text);
  });
});

describe('roomText', () => {
  it.each([
    ['A2.03', 'Phòng A2.03', 'Room A2.03'],
    ['Phòng A2.03', 'Phòng A2.03', 'Room A2.03'],
    ['Phòngsinh', 'Phòng Phòngsinh', 'Room Phòngsinh'],
    ['Hội trường A', 'Hội trường A', 'Hall A'],
    ['Hội trường lớn', 'Hội trường lớn', 'Hội trường lớn'],
  ])('"%s" is "%s", in English "%s"', (name, vi, en) => {
    expect([roomText(name, 'vi'), roomText(name, 'en')]).toEqual([vi, en]);
  });
});
