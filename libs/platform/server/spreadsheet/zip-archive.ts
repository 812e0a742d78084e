import { stat } from 'node:fs/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { asSpreadsheetError, brokenFile, SpreadsheetError } from './spreadsheet.errors.ts';
import type { SpreadsheetLimits } from './spreadsheet.limits.ts';

const MIB = 1024 * 1024;

/** The parts of a zip file, read one by one. All parts share one budget of inflated bytes. */
export type ZipArchive = {
  has(name: string): boolean;
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
};

/**
 * Opens a zip by random access, without unpacking anything to disk.
 * Refuses: too large, too many entries, encrypted, repeated or unsafe names (absolute, "..").
 */
export async function openArchive(path: string, limits: SpreadsheetLimits): Promise<ZipArchive> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'bytes', limit: limits.fileBytes });
  // Sizes are counted below, against the budget of the whole file and not against what an entry claims.
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false }).catch((error: unknown) => {
    throw asSpreadsheetError(error);
  });
  try {
    return archiveOf(zip, await listEntries(zip, limits), limits);
  } catch (error) {
    zip.close();
    throw asSpreadsheetError(error);
  }
}

async function listEntries(zip: ZipFile, limits: SpreadsheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new SpreadsheetError({ code: 'TOO_LARGE', what: 'entries', limit: limits.entries });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new SpreadsheetError({ code: 'ENCRYPTED' });
    if (entries.has(entry.fileName)) throw brokenFile(`entry twice: ${entry.fileName}`);
    entries.set(entry.fileName, entry);
  }
  return entries;
}

function archiveOf(zip: ZipFile, entries: Map<string, Entry>, limits: SpreadsheetLimits): ZipArchive {
  let inflated = 0;

  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw brokenFile(`missing part: ${name}`);
    if (inflatesTooMuch(entry, inflated, limits)) {
      throw new SpreadsheetError({ code: 'INFLATES_TOO_MUCH', limit: limits.inflatedBytes, inflated });
    }
    const stream = await zip.openReadStreamPromise(entry);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        inflated += chunk.length;
        if (inflated > limits.inflatedBytes) {
          throw new SpreadsheetError({ code: 'INFLATES_TOO_MUCH', limit: limits.inflatedBytes, inflated });
        }
        yield chunk;
      }
    } finally {
      stream.destroy();
    }
  }

  return { has: (name) => entries.has(name), read, close: () => zip.close() };
}

/** What the directory admits to is refused before a byte is inflated; what it hides is counted while inflating. */
function inflatesTooMuch(entry: Entry, inflated: number, limits: SpreadsheetLimits): boolean {
  if (inflated + entry.uncompressedSize > limits.inflatedBytes) return true;
  return entry.uncompressedSize > MIB && entry.uncompressedSize > entry.compressedSize * limits.ratio;
}
