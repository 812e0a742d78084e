import { describe, expect, it } from 'vitest';
import type { GradeRow, GradeSheet, Mark } from '@halong/assessment/contract';
import { gradeSheetFile, gradeSheetTable, markCellOf } from './grade-sheet-file.ts';

const row = (fullName: string, mark: Mark, average: number | null, result: GradeRow['result']): GradeRow => ({
  enrolmentId: 1, personId: 1, fullName, unitName: 'UBND phường Hạ Long', enrolmentState: 'ACTIVE', marks: [{ component: 'kt', mark, version: 1, resits: 0 }], average, band: null, result, override: null,
});
const sheet: GradeSheet = {
  class: { id: 1, code: 'SO-CDS K04/2026', nameVi: 'Chuyển đổi số', nameEn: 'Digital change', state: 'GRADING' }, state: 'OPEN', version: 1, scale: 10, step: 0.25, passMark: 5,
  components: [{ key: 'kt', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 1, required: true, category: null }], categories: [], resitMax: 1, publishedAt: null,
  rules: { passRatio: 0.5, scale: 10, gradeStep: 0.25, gradeBands: [] }, blank: 1, recognition: null, can: { edit: false, recognise: false, plan: false, rules: false, correct: false, transitions: [] },
  rows: [row('Vũ Đình Bách', { kind: 'BLANK' }, null, 'PENDING'), row('Đặng Thùy Dương', { kind: 'SCORE', value: 0 }, 0, 'FAILED'), row('Nguyễn Thị Hoài Thu', { kind: 'EXCUSED' }, null, 'PENDING')],
};

describe('the grade sheet as a file', () => {
  it.each([
    [{ kind: 'BLANK' }, null, null], [{ kind: 'SCORE', value: 0 }, 0, 0], [{ kind: 'SCORE', value: 7.5 }, 7.5, 7.5], [{ kind: 'EXCUSED' }, 'Miễn', 'Excused'],
  ] as const)('%o', (mark, vi, en) => expect([markCellOf(mark, 'vi'), markCellOf(mark, 'en')]).toEqual([vi, en]));

  it('keeps blank, zero and excused apart, averages too', () => {
    const { columns, rows } = gradeSheetTable(sheet, 'vi');
    expect(columns.map(({ header }) => header)).toEqual(['STT', 'Mã ghi danh', 'Họ và tên', 'Đơn vị', 'Kiểm tra (100%)', 'Điểm trung bình', 'Xếp loại', 'Kết quả']);
    expect([...(rows as Iterable<unknown[]>)].map((cells) => [cells[2], cells[4], cells[5], cells[7]])).toEqual([
      ['Vũ Đình Bách', null, null, 'Chưa đủ điểm'], ['Đặng Thùy Dương', 0, 0, 'Không đạt'], ['Nguyễn Thị Hoài Thu', 'Miễn', null, 'Chưa đủ điểm'],
    ]);
  });

  it('is a workbook named after the class', async () => {
    const { name, content } = await gradeSheetFile(sheet, 'en');
    expect([name, (content as Buffer).subarray(0, 2).toString()]).toEqual(['grade-sheet-SO-CDS-K04-2026.xlsx', 'PK']);
  });
});
