import { passResultNames, traineeCode, type GradeSheet, type Mark } from '@halong/assessment/contract';
import { xlsxType, type Language } from '@halong/platform/contract';
import { Download, workbookBuffer, type CellValue, type OutputSheet } from '@halong/platform/server';

const heads = {
  vi: { name: 'Bảng điểm', no: 'STT', code: 'Mã ghi danh', person: 'Họ và tên', unit: 'Đơn vị', average: 'Điểm trung bình', band: 'Xếp loại', result: 'Kết quả', excused: 'Miễn' },
  en: { name: 'Grade sheet', no: 'No.', code: 'Enrolment', person: 'Name', unit: 'Unit', average: 'Average', band: 'Classification', result: 'Result', excused: 'Excused' },
} as const;

/** Blank is an empty cell, excused a word, a score a number: zero is a score. */
export function markCellOf(mark: Mark, language: Language): CellValue {
  if (mark.kind === 'SCORE') return mark.value;
  return mark.kind === 'EXCUSED' ? heads[language].excused : null;
}

/** The grade sheet as a table of an office, in the order of the screen: by given name. */
export function gradeSheetTable({ components, rows }: GradeSheet, language: Language): OutputSheet {
  const head = heads[language];
  const named = (thing: { nameVi: string; nameEn: string }): string => (language === 'vi' ? thing.nameVi : thing.nameEn);
  return {
    name: head.name,
    columns: [
      { header: head.no, width: 6 }, { header: head.code, width: 12 }, { header: head.person, width: 28 }, { header: head.unit, width: 30 },
      ...components.map((one) => ({ header: `${named(one)} (${Math.round(one.weight * 100)}%)`, width: 16 })),
      { header: head.average, width: 12 }, { header: head.band, width: 14 }, { header: head.result, width: 24 },
    ],
    rows: rows.map((row, at) => [
      at + 1, traineeCode(row.enrolmentId), row.fullName, row.unitName, ...row.marks.map(({ mark }) => markCellOf(mark, language)), row.average, row.band && named(row.band), passResultNames[row.result][language],
    ]),
  };
}

export async function gradeSheetFile(sheet: GradeSheet, language: Language): Promise<Download> {
  const name = `${language === 'vi' ? 'bang-diem' : 'grade-sheet'}-${sheet.class.code.replace(/[^\p{L}\d-]+/gu, '-')}.xlsx`;
  return new Download(name, xlsxType, await workbookBuffer([gradeSheetTable(sheet, language)]));
}
