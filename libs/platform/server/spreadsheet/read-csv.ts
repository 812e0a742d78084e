import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { asSpreadsheetError, brokenFile, SpreadsheetError } from './spreadsheet.errors.ts';
import type { Cell, Row } from './sheet.ts';
import { type SpreadsheetLimits, withDefaults } from './spreadsheet.limits.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const HEAD_BYTES = 64 * 1024;
const DELIMITERS = [',', ';', '\t'];

/**
 * Streams the rows of a CSV file (comma, semicolon or tab; UTF-8 with or without BOM, UTF-16 with BOM).
 * Other encodings are refused with WRONG_ENCODING: guessing windows-1258 turns names into other names.
 */
export async function* readCsv(path: string, limits?: Partial<SpreadsheetLimits>): AsyncGenerator<Row> {
  const caps = withDefaults(limits);
  if ((await stat(path)).size > caps.fileBytes) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'bytes', limit: caps.fileBytes });
  const { encoding, delimiter } = await inspect(path);
  const parser = Readable.from(decoded(path, encoding)).compose(
    parse({
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: caps.columns * caps.cellLength,
      on_record: (record: string[]) => record,
    }),
  );
  try {
    yield* rowsOf(parser as AsyncIterable<string[]>, caps);
  } catch (error) {
    throw csvError(error, caps);
  } finally {
    parser.destroy();
  }
}

async function* rowsOf(records: AsyncIterable<string[]>, limits: SpreadsheetLimits): AsyncGenerator<Row> {
  let row = 0;
  let filled = 0;
  for await (const record of records) {
    row += 1;
    const cells = cellsOf(record, limits);
    if (cells.length === 0) continue;
    filled += 1;
    if (filled > limits.rows) throw new SpreadsheetError({ code: 'TOO_MANY_ROWS', limit: limits.rows });
    yield { row, cells };
  }
}

function cellsOf(record: string[], limits: SpreadsheetLimits): Cell[] {
  const cells: Cell[] = [];
  record.forEach((text, index) => {
    if (text === '') return;
    if (index >= limits.columns) throw new SpreadsheetError({ code: 'TOO_MANY_COLUMNS', limit: limits.columns });
    if (text.length > limits.cellLength) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'cellLength', limit: limits.cellLength });
    cells.push({ col: index + 1, kind: 'text', text });
  });
  return cells;
}

/** Bytes → text; a byte sequence that the encoding does not allow ends the reading. */
async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new SpreadsheetError({ code: 'WRONG_ENCODING' }) : error;
  }
}

async function inspect(path: string): Promise<{ encoding: Encoding; delimiter: string }> {
  const head = await readHead(path, HEAD_BYTES);
  const encoding = encodingOf(head);
  if (encoding === 'utf-8' && head.includes(0)) throw new SpreadsheetError({ code: 'NOT_A_SPREADSHEET', found: 'binary' });
  return { encoding, delimiter: detectDelimiter(new TextDecoder(encoding).decode(head)) };
}

/** The first bytes of a file. */
export async function readHead(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The separator that appears most often outside quotes in the first ten lines; a comma if none does. */
export function detectDelimiter(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r?\n/, 10);
  const counts = DELIMITERS.map((delimiter) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0));
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function csvError(error: unknown, limits: SpreadsheetLimits): SpreadsheetError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'CSV_MAX_RECORD_SIZE') return new SpreadsheetError({ code: 'TOO_LARGE', what: 'cellLength', limit: limits.cellLength });
  return code.startsWith('CSV_') ? brokenFile(code, error) : asSpreadsheetError(error);
}
