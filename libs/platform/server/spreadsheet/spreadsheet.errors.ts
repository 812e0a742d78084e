/** Why a spreadsheet is refused. Params are for the message; `detail` is technical and for the log only. */
export type SpreadsheetProblem =
  | { code: 'NOT_A_SPREADSHEET'; found: 'xls' | 'pdf' | 'zip' | 'binary' }
  | { code: 'BROKEN_FILE'; detail: string }
  | { code: 'TOO_LARGE'; what: 'bytes' | 'entries' | 'strings' | 'cells' | 'cellLength'; limit: number }
  | { code: 'TOO_MANY_ROWS'; limit: number }
  | { code: 'TOO_MANY_COLUMNS'; limit: number }
  | { code: 'INFLATES_TOO_MUCH'; limit: number; inflated: number }
  | { code: 'WRONG_ENCODING' }
  | { code: 'ENCRYPTED' }
  | { code: 'NO_ROWS' };

export type SpreadsheetProblemCode = SpreadsheetProblem['code'];

/** The only error the readers throw about the content of a file. */
export class SpreadsheetError extends Error {
  readonly problem: SpreadsheetProblem;

  constructor(problem: SpreadsheetProblem, options?: ErrorOptions) {
    super(`spreadsheet refused: ${problem.code}`, options);
    this.name = 'SpreadsheetError';
    this.problem = problem;
  }
}

export const brokenFile = (detail: string, cause?: unknown): SpreadsheetError =>
  new SpreadsheetError({ code: 'BROKEN_FILE', detail }, { cause });

/** Keeps our own refusals, turns everything else (zlib, zip, XML errors) into BROKEN_FILE. */
export function asSpreadsheetError(error: unknown): SpreadsheetError {
  if (error instanceof SpreadsheetError) return error;
  return brokenFile(error instanceof Error ? error.message : String(error), error);
}
