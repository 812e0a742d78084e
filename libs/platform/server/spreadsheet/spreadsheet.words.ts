import { currentRequest } from '../request/request-context.ts';
import type { SpreadsheetError, SpreadsheetProblemCode } from './spreadsheet.errors.ts';

const words = {
  NOT_A_SPREADSHEET: { vi: 'không phải bảng tính .xlsx hoặc .csv', en: 'not an .xlsx or .csv sheet' },
  BROKEN_FILE: { vi: 'tệp bị hỏng', en: 'the file is damaged' },
  TOO_LARGE: { vi: 'tệp quá lớn', en: 'the file is too large' },
  TOO_MANY_ROWS: { vi: 'quá nhiều dòng', en: 'too many rows' },
  TOO_MANY_COLUMNS: { vi: 'quá nhiều cột', en: 'too many columns' },
  INFLATES_TOO_MUCH: { vi: 'tệp nén quá mức cho phép', en: 'the file is compressed too heavily' },
  WRONG_ENCODING: { vi: 'chữ không phải UTF-8', en: 'the text is not UTF-8' },
  ENCRYPTED: { vi: 'tệp có mật khẩu', en: 'the file has a password' },
  NO_ROWS: { vi: 'không có dòng nào', en: 'there are no rows' },
} as const satisfies Record<SpreadsheetProblemCode, { vi: string; en: string }>;

/** Why the reader refused a file, for the `{problem}` of a message, in the language of the running request. */
export const spreadsheetWords = ({ problem }: SpreadsheetError): string => words[problem.code][currentRequest()?.language ?? 'vi'];
