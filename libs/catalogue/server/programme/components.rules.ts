import { foldVietnamese } from '@halong/platform/contract';
import type { Component } from '@halong/catalogue/contract';

type Kind = { key: string; nameVi: string; nameEn: string; words: string[]; share: number };

/**
 * What the words of the catalogue stand for. `share` is how heavy one such element is beside the others:
 * a paper at the end counts twice a test on the way. Proposed defaults; the office corrects them.
 */
const kinds: Kind[] = [
  { key: 'khoa-luan', nameVi: 'Khóa luận hoặc thi tốt nghiệp', nameEn: 'Thesis or final exam', words: ['khoa luan', 'thi tot nghiep'], share: 3 },
  { key: 'thi-phan-hoc', nameVi: 'Thi phần học', nameEn: 'Exams of the parts', words: ['thi phan hoc', 'thi mon'], share: 4 },
  { key: 'thi-chuan-dau-ra', nameVi: 'Thi chuẩn đầu ra', nameEn: 'Final standard exam', words: ['thi chuan dau ra'], share: 3 },
  { key: 'de-an', nameVi: 'Đề án', nameEn: 'Project', words: ['de an'], share: 3 },
  { key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', words: ['tieu luan'], share: 3 },
  { key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', words: ['kiem tra'], share: 2 },
  { key: 'trac-nghiem', nameVi: 'Trắc nghiệm', nameEn: 'Quiz', words: ['trac nghiem'], share: 2 },
  { key: 'bao-cao-thuc-te', nameVi: 'Báo cáo nghiên cứu thực tế', nameEn: 'Field study report', words: ['nghien cuu thuc te', 'thuc te'], share: 1 },
  { key: 'ban-sung', nameVi: 'Bắn súng', nameEn: 'Shooting', words: ['ban sung'], share: 1 },
  { key: 'thu-hoach', nameVi: 'Bài thu hoạch', nameEn: 'Reflective report', words: ['thu hoach'], share: 2 },
  { key: 'tinh-huong', nameVi: 'Xử lý tình huống', nameEn: 'Case exercise', words: ['tinh huong'], share: 2 },
  { key: 'bai-tap', nameVi: 'Bài tập, thực hành', nameEn: 'Exercise', words: ['bai tap', 'thuc hanh'], share: 2 },
  { key: 'bao-cao', nameVi: 'Báo cáo', nameEn: 'Report', words: ['bao cao'], share: 2 },
  { key: 'thi', nameVi: 'Thi', nameEn: 'Exam', words: ['thi'], share: 3 },
];

const nothing = new Set(['', 'khong', 'khong co']);

/**
 * Proposes the graded elements from the catalogue's words: `Kiểm tra; tiểu luận tình huống` → a test 0.4 and an essay 0.6.
 * A count before an element makes so many (`2 bài kiểm tra`). Weights are in steps of 0.0001 and sum to exactly 1.
 * Every element must be passed (circular 03/2023/TT-BNV, article 6: each assessment at half of the scale). `Không` gives none.
 */
export function proposeComponents(assessmentText: string): Component[] {
  const parts = assessmentText.split(';').filter((part) => !nothing.has(foldVietnamese(part)));
  const found = distinct(parts.flatMap((part, at) => elementsOf(part, at)));
  const total = found.reduce((sum, { share }) => sum + share, 0);
  let left = 10_000;
  return found.map(({ share, ...element }, at) => {
    const units = at === found.length - 1 ? left : Math.round((share / total) * 10_000);
    left -= units;
    return { ...element, weight: units / 10_000, required: true };
  });
}

type Element = { key: string; nameVi: string; nameEn: string; share: number };

function elementsOf(part: string, at: number): Element[] {
  const words = foldVietnamese(part);
  const kind = kinds.find((one) => one.words.some((word) => words.includes(word)));
  const { key, nameVi, nameEn, share } = kind ?? { key: `bai-${at + 1}`, nameVi: part.trim().slice(0, 120), nameEn: part.trim().slice(0, 120), share: 2 };
  const count = Math.min(Number(/^(\d+)\s/.exec(words)?.[1] ?? 1), 6);
  if (count <= 1) return [{ key, nameVi, nameEn, share }];
  return Array.from({ length: count }, (_, no) => ({ key: `${key}-${no + 1}`, nameVi: `${nameVi} ${no + 1}`, nameEn: `${nameEn} ${no + 1}`, share }));
}

/** The same element named twice is one. */
const distinct = (elements: Element[]): Element[] => [...new Map(elements.map((one) => [one.key, one])).values()];

/** The sum of the weights when it is not 1 (compared in steps of 0.0001); null when the list is whole or empty. */
export function wrongSum(components: readonly Pick<Component, 'weight'>[]): number | null {
  const units = components.reduce((sum, { weight }) => sum + Math.round(weight * 10_000), 0);
  return components.length === 0 || units === 10_000 ? null : units / 10_000;
}
