import { open, stat } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { fileTypeFromFile } from 'file-type';
import { materialsErrors } from '@halong/materials/contract';
import { AppError, type ErrorDef } from '@halong/platform/contract';
import { allExtensions, extensionOf, formatOfName, type Evidence, type Format } from './format.rules.ts';
import { ContentFault, inspectArchive, inspectOffice } from './zip-inspection.ts';

const refusals: Record<ContentFault['fault'], ErrorDef> = {
  SWOLLEN: materialsErrors.swollen_archive,
  UNSAFE: materialsErrors.unsafe_archive,
  ENCRYPTED: materialsErrors.encrypted_file,
  BROKEN: materialsErrors.broken_file,
  DIFFERENT: materialsErrors.content_differs,
  UNSAFE_OFFICE: materialsErrors.unsafe_office,
};

/** Longer texts are not written by people. */
const textLimit = 32 * 1024 ** 2;
const zipStart = Buffer.from('PK\u0003\u0004');
/** Office documents with a password, and those of before 2007. */
const compoundStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The format that the name promises. @throws AppError type_not_taken */
export function promisedFormat(name: string): Format {
  const format = formatOfName(name);
  if (!format) throw new AppError(materialsErrors.type_not_taken, { name, kinds: allExtensions.join(', ') });
  return format;
}

/**
 * The one door: what the file is, by its content. Nothing is unpacked, converted or executed.
 * @param path where the whole file lies; @param name as it will be stored
 * @throws AppError that says what is wrong with the file and what to do
 */
export async function inspectFile(path: string, name: string): Promise<Format> {
  const format = promisedFormat(name);
  if ((await stat(path)).size === 0) throw new AppError(materialsErrors.empty_file, { name });
  try {
    await prove(path, format.evidence);
    return format;
  } catch (error) {
    if (!(error instanceof ContentFault)) throw error;
    throw new AppError(refusals[error.fault], { name, ...(error.fault === 'DIFFERENT' ? { extension: extensionOf(name).toUpperCase() } : {}) });
  }
}

async function prove(path: string, evidence: Evidence): Promise<void> {
  if (evidence.by === 'text') return proveText(path, evidence.begins);
  if (evidence.by === 'magic') {
    const detected = (await fileTypeFromFile(path).catch(() => undefined))?.ext;
    if (detected === undefined || !evidence.detected.includes(detected)) throw new ContentFault('DIFFERENT');
    return;
  }
  const start = await startOf(path);
  if (evidence.by === 'ooxml' && start.equals(compoundStart)) throw new ContentFault('ENCRYPTED');
  if (!start.subarray(0, 4).equals(zipStart)) throw new ContentFault('DIFFERENT');
  if (evidence.by === 'archive') return void (await inspectArchive(path));
  const { contentTypes, mimetype } = await inspectOffice(path);
  const right = evidence.by === 'ooxml' ? contentTypes.includes(evidence.mainPart) : mimetype === evidence.mimetype;
  if (!right) throw new ContentFault('DIFFERENT');
}

async function startOf(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** UTF-8 without control characters, from the first byte to the last. */
async function proveText(path: string, begins: string | undefined): Promise<void> {
  if ((await stat(path)).size > textLimit) throw new ContentFault('DIFFERENT');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of createReadStream(path)) {
    const text = decoded(decoder, chunk as Buffer);
    if (/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text)) throw new ContentFault('DIFFERENT');
    if (first && begins !== undefined && !text.startsWith(begins)) throw new ContentFault('DIFFERENT');
    first = false;
  }
  decoded(decoder, undefined);
}

function decoded(decoder: TextDecoder, chunk: Buffer | undefined): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    throw new ContentFault('DIFFERENT');
  }
}
