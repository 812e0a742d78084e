import { Injectable } from '@nestjs/common';
import { AppError, type ErrorDef, type ErrorParams } from '@halong/platform/contract';
import { FileStore, readSpreadsheet, SpreadsheetError, type SheetContent, type SpreadsheetProblem } from '@halong/platform/server';
import { organisationErrors } from '@halong/organisation/contract';
import { CorrectionRepository } from './correction.repository.ts';
import { splitLeftOut, withCorrections } from './correction.rules.ts';
import type { ImportRecord, StoredCorrection } from './import.rows.ts';

const patienceSeconds = 60;

/** A list as it was sent and as it counts. */
export interface OpenList {
  original: SheetContent[];
  sheets: SheetContent[];
  /** The head of the list with only the rows that were left out; empty when there are none. */
  aside: SheetContent[];
  corrections: StoredCorrection[];
}

/** Opens uploaded lists, within the limits of the reader and a minute. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly files: FileStore,
    private readonly corrections: CorrectionRepository,
  ) {}

  /** The list of an import with the cells that were mended. @throws AppError as `read` */
  async open(record: ImportRecord): Promise<OpenList> {
    const original = await this.read(record.fileId);
    const [corrections, leftOut] = await Promise.all([this.corrections.of(record.id), this.corrections.leftOut(record.id)]);
    const here = leftOut.filter(({ sheet }) => sheet === record.mapping?.sheet);
    const { kept, aside } = splitLeftOut(withCorrections(original, corrections), here, record.mapping?.headerRows.at(-1) ?? 0);
    return { original, corrections, sheets: kept, aside: here.length > 0 ? aside : [] };
  }

  /** @throws AppError with the reason in words, for whatever is wrong with the file */
  async read(fileId: number): Promise<SheetContent[]> {
    const path = await (await this.files.get(fileId)).local();
    try {
      return await withinPatience(readSpreadsheet(path));
    } catch (error) {
      throw error instanceof SpreadsheetError ? refusalOf(error.problem) : error;
    }
  }
}

async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError(organisationErrors.reading_took_too_long, { seconds: patienceSeconds })), patienceSeconds * 1_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const megabytes = (bytes: number) => `${Math.floor(bytes / 1_048_576)} MB`;
const grouped = (count: number) => new Intl.NumberFormat('vi-VN').format(count);

/** What the reader found, in words that say what to do. */
export function refusalOf(problem: SpreadsheetProblem): AppError {
  const [def, params] = wordsFor(problem);
  return new AppError(def, params);
}

function wordsFor(problem: SpreadsheetProblem): [ErrorDef, ErrorParams?] {
  switch (problem.code) {
    case 'NOT_A_SPREADSHEET': return [organisationErrors.not_a_spreadsheet];
    case 'BROKEN_FILE': return [organisationErrors.broken_file];
    case 'INFLATES_TOO_MUCH': return [organisationErrors.inflates_too_much, { limit: megabytes(problem.limit) }];
    case 'TOO_MANY_ROWS': return [organisationErrors.too_many_rows, { limit: grouped(problem.limit) }];
    case 'TOO_MANY_COLUMNS': return [organisationErrors.too_many_columns, { limit: grouped(problem.limit) }];
    case 'WRONG_ENCODING': return [organisationErrors.wrong_encoding];
    case 'ENCRYPTED': return [organisationErrors.file_encrypted];
    case 'NO_ROWS': return [organisationErrors.no_rows];
    case 'TOO_LARGE': return problem.what === 'bytes'
      ? [organisationErrors.file_too_large, { limit: megabytes(problem.limit) }]
      : [organisationErrors.too_much_content, { limit: grouped(problem.limit) }];
  }
}
