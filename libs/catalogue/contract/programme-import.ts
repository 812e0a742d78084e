import { z } from 'zod';
import { idParams, route, type TextPair } from '@halong/platform/contract';
import { catalogueErrors } from './catalogue.errors.ts';

export const programmeProblemCodes = [
  'TOO_LARGE', 'HEADING_NOT_FOUND', 'FORMULA_CELL', 'VALUE_MISSING', 'VALUE_UNKNOWN', 'NUMBER_INVALID', 'DATE_INVALID', 'CODE_INVALID', 'CODE_TWICE', 'TERMS_STAND', 'TEXT_TOO_LONG',
] as const;
export type ProgrammeProblemCode = (typeof programmeProblemCodes)[number];

/** What stands beside a refused row; `{name}` is a parameter of the problem. */
export const programmeProblemTexts: Record<ProgrammeProblemCode, TextPair> = {
  TOO_LARGE: { vi: 'Tệp có hơn {rows} dòng. Kiểm tra xem có đúng tệp danh mục chương trình không.', en: 'The file has more than {rows} {rows|row|rows}. Check that it is the programme catalogue.' },
  HEADING_NOT_FOUND: { vi: 'Dòng đầu thiếu các cột: {missing}. Thêm tên cột rồi gửi lại.', en: 'The first row lacks the columns: {missing}. Add them and send the file again.' },
  FORMULA_CELL: { vi: 'Ô “{column}” là công thức. Thay bằng giá trị.', en: 'The cell “{column}” is a formula. Replace it by its value.' },
  VALUE_MISSING: { vi: 'Ô “{column}” để trống. Điền giá trị.', en: 'The cell “{column}” is empty. Fill it in.' },
  VALUE_UNKNOWN: { vi: 'Ô “{column}” có giá trị chưa biết: “{text}”. Sửa theo danh mục.', en: 'The cell “{column}” has an unknown value: “{text}”. Use a value of the list.' },
  NUMBER_INVALID: { vi: 'Ô “{column}” phải là số nguyên dương, đang là “{text}”.', en: 'The cell “{column}” must be a positive whole number; it is “{text}”.' },
  DATE_INVALID: { vi: 'Ô “{column}” phải là ngày dd/MM/yyyy, đang là “{text}”.', en: 'The cell “{column}” must be a day dd/MM/yyyy; it is “{text}”.' },
  CODE_INVALID: { vi: 'Mã “{text}” chỉ được có chữ in hoa, số và dấu gạch nối.', en: 'The code “{text}” may only have capital letters, digits and hyphens.' },
  TERMS_STAND: { vi: 'Phiên bản từ {day} đang có hiệu lực và khác ở: {columns}. Ghi active_from muộn hơn để thêm phiên bản mới.', en: 'The version of {day} stands and differs in: {columns}. Give a later active_from to add a version.' },
  TEXT_TOO_LONG: { vi: 'Ô “{column}” dài quá {limit} ký tự. Rút gọn rồi gửi lại.', en: 'The cell “{column}” is longer than {limit} characters. Shorten it and send the file again.' },
  CODE_TWICE: { vi: 'Mã {code} đã có ở dòng {otherRow}. Giữ lại một dòng.', en: 'The code {code} is also in row {otherRow}. Keep one of the rows.' },
};

export const programmeImportRow = z.object({
  row: z.number().int(),
  code: z.string(),
  nameVi: z.string(),
  /** NEW: a new programme. VERSION: a new version of a known one. CHANGED: name or category corrected. SAME: nothing to do. */
  bucket: z.enum(['NEW', 'VERSION', 'CHANGED', 'SAME']),
  /** Names of the columns that differ from what is known. */
  differs: z.array(z.string()),
});

/** What confirming the file would do, or has done. */
export const programmeImport = z.object({
  fileId: z.number().int(),
  fileName: z.string(),
  counts: z.object({ NEW: z.number().int(), VERSION: z.number().int(), CHANGED: z.number().int(), SAME: z.number().int(), refused: z.number().int() }),
  rows: z.array(programmeImportRow),
  /** Row 0 refuses the whole file. */
  problems: z.array(z.object({ row: z.number().int(), code: z.enum(programmeProblemCodes), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type ProgrammeImport = z.output<typeof programmeImport>;

const access = ['SYSTEM_ADMIN', 'TRAINING_MANAGER'] as const;

const checkFile = route({
  method: 'POST',
  path: '/programmes/import',
  summary: 'Reads a catalogue (.csv or .xlsx) and says row by row what confirming it would do. Nothing is changed.',
  access,
  query: z.object({ name: z.string().trim().min(1).max(200).default('programmes.csv') }),
  upload: { maxBytes: 5 * 1_048_576 },
  response: programmeImport,
  errors: [catalogueErrors.file_not_readable],
});

const confirmFile = route({
  method: 'POST',
  path: '/programmes/import/:id/confirm',
  summary: 'Takes over the whole rows of a checked file (its fileId). A second time changes nothing.',
  access,
  params: idParams,
  response: programmeImport,
  errors: [catalogueErrors.file_not_readable, catalogueErrors.file_has_no_programme],
  ownTransaction: true,
});

export const programmeImportRoutes = { checkFile, confirmFile };
