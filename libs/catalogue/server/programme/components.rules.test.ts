import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { component } from '@halong/catalogue/contract';
import { proposeComponents, wrongSum } from './components.rules.ts';

const shape = (text: string) => proposeComponents(text).map(({ key, weight }) => `${key} ${weight}`);

describe('components from the words of the catalogue', () => {
  it.each([
    ['Kiểm tra; tiểu luận tình huống', ['kiem-tra 0.4', 'tieu-luan 0.6']],
    ['2 bài kiểm tra; tiểu luận', ['kiem-tra-1 0.2857', 'kiem-tra-2 0.2857', 'tieu-luan 0.4286']],
    ['2 bài kiểm tra; tiểu luận; nghiên cứu thực tế', ['kiem-tra-1 0.25', 'kiem-tra-2 0.25', 'tieu-luan 0.375', 'bao-cao-thuc-te 0.125']],
    ['Thi phần học; nghiên cứu thực tế; khóa luận hoặc thi tốt nghiệp', ['thi-phan-hoc 0.5', 'bao-cao-thuc-te 0.125', 'khoa-luan 0.375']],
    ['Thu hoạch; bắn súng K54', ['thu-hoach 0.6667', 'ban-sung 0.3333']],
    ['Thi', ['thi 1']],
    ['Thi; thi', ['thi 1']],
    ['Phỏng vấn', ['bai-1 1']],
    ['Không', []],
    ['', []],
  ])('%s', (text, expected) => expect(shape(text)).toEqual(expected));

  it('always sum to one and fit the contract', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Thi', '3 bài kiểm tra', 'Tiểu luận', 'Thu hoạch', 'Báo cáo', '6 bài tập', 'Phỏng vấn', 'Không'), { minLength: 1, maxLength: 6 }), (parts) => {
        const components = proposeComponents(parts.join('; '));
        expect(wrongSum(components)).toBeNull();
        for (const one of components) expect(component.safeParse(one).success).toBe(true);
        expect(new Set(components.map(({ key }) => key)).size).toBe(components.length);
      }),
    );
  });
});

describe('the sum of the weights', () => {
  it.each([
    [[], null],
    [[1], null],
    [[0.3333, 0.3333, 0.3334], null],
    [[0.1, 0.2, 0.7], null],
    [[0.5, 0.4999], 0.9999],
    [[0.6, 0.6], 1.2],
  ])('%j → %s', (weights, expected) => expect(wrongSum(weights.map((weight) => ({ weight })))).toBe(expected));
});
