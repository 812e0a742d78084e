import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { archiveWatch, type ArchiveFault } from './archive.rules.ts';

/** The content is not what it has to be. */
export class ContentFault extends Error {
  constructor(readonly fault: ArchiveFault | 'BROKEN' | 'DIFFERENT' | 'UNSAFE_OFFICE') {
    super(fault);
  }
}

/** Of parts that are read at all (text of office files), inflated, together. */
const readLimit = 512 * 1024 ** 2;
const symlinkMode = 0o120000;

const nameOf = (entry: Entry): string => (entry.fileName as unknown as Buffer).toString('utf8');

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const watch = archiveWatch();
  for await (const entry of zip.eachEntry()) {
    const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
    const fault = watch({
      name: nameOf(entry), bytes: entry.uncompressedSize, packedBytes: entry.compressedSize, encrypted: entry.isEncrypted(), symlink: mode === symlinkMode,
    });
    if (fault) throw new ContentFault(fault);
    yield entry;
  }
}

/** Opens, works, closes. Whatever the reader of zips finds wrong is a broken file. @throws ContentFault */
async function inZip<T>(path: string, work: (zip: ZipFile) => Promise<T>): Promise<T> {
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() => undefined);
  if (!zip) throw new ContentFault('BROKEN');
  try {
    return await work(zip);
  } catch (error) {
    throw error instanceof ContentFault ? error : new ContentFault('BROKEN');
  } finally {
    zip.close();
  }
}

/** Reads the directory of an archive and nothing else. Answers how many entries it has. @throws ContentFault */
export function inspectArchive(path: string): Promise<number> {
  return inZip(path, async (zip) => {
    let entries = 0;
    for await (const entry of entriesOf(zip)) entries += entry === undefined ? 0 : 1;
    return entries;
  });
}

const macros = /(^|\/)vba(Project|Data)[^/]*$|^(Basic|Scripts)\/.+/i;
const xmlPart = /\.(xml|rels|vml|rdf)$/i;
const forbidden = /<!DOCTYPE|<!ENTITY/;
/** What a program fetches by itself when it opens the document: templates and parts that lie on another machine. */
const fetched = /<Relationship\b(?=[^>]*\bTargetMode\s*=\s*["']External)(?=[^>]*\/(?:attachedTemplate|oleObject|subDocument|frame)["'])(?=[^>]*\bTarget\s*=\s*["'](?:https?:|\\\\|file:\/\/\/\/))/i;

/** One part as text, in pieces that overlap so that nothing hides on the seam. */
async function* textOf(zip: ZipFile, entry: Entry, budget: { left: number }): AsyncGenerator<string> {
  let tail = '';
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    budget.left -= chunk.length;
    if (budget.left < 0) throw new ContentFault('SWOLLEN');
    // A part in another encoding than UTF-8 could hide what we look for; office programs write none.
    if (chunk.includes(0)) throw new ContentFault('BROKEN');
    const text = tail + chunk.toString('latin1');
    yield text;
    tail = text.slice(-4_096);
  }
}

/** What is known of an office file after all its text has been looked through, without unpacking it. */
export interface OfficeParts {
  contentTypes: string;
  mimetype: string;
}

/** @throws ContentFault for macros, entities, templates from elsewhere, and everything an archive must not be */
export function inspectOffice(path: string): Promise<OfficeParts> {
  return inZip(path, async (zip) => {
    const found: OfficeParts = { contentTypes: '', mimetype: '' };
    const seen = new Set<string>();
    const budget = { left: readLimit };
    for await (const entry of entriesOf(zip)) {
      const name = nameOf(entry);
      if (seen.has(name)) throw new ContentFault('BROKEN');
      seen.add(name);
      if (macros.test(name)) throw new ContentFault('UNSAFE_OFFICE');
      if (name !== 'mimetype' && !xmlPart.test(name)) continue;
      for await (const text of textOf(zip, entry, budget)) {
        if (forbidden.test(text) || (name.endsWith('.rels') && fetched.test(text))) throw new ContentFault('UNSAFE_OFFICE');
        if (name === 'mimetype' && found.mimetype === '') found.mimetype = text.trim();
        if (name === '[Content_Types].xml') found.contentTypes += text;
      }
    }
    if (/macroEnabled/i.test(found.contentTypes)) throw new ContentFault('UNSAFE_OFFICE');
    return found;
  });
}

/** More than this of one part, or of all of them, is not read. */
const partLimit = 4 * 1024 ** 2;
const partsLimit = 64 * 1024 ** 2;

/** The wanted parts of an office file that has passed the door, as text. @throws ContentFault */
export function readOfficeParts(path: string, wanted: (name: string) => boolean): Promise<Map<string, string>> {
  return inZip(path, async (zip) => {
    const parts = new Map<string, string>();
    let left = partsLimit;
    for await (const entry of entriesOf(zip)) {
      if (!wanted(nameOf(entry)) || entry.uncompressedSize > Math.min(partLimit, left)) continue;
      left -= entry.uncompressedSize;
      const pieces: Buffer[] = [];
      for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) pieces.push(piece);
      parts.set(nameOf(entry), Buffer.concat(pieces).toString('utf8'));
    }
    return parts;
  });
}
