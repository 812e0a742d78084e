import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { extensionOf } from '../document/format.rules.ts';
import { runBounded } from './bounded-run.ts';
import { ConversionRefused, refusedAs, type Conversion } from './conversion.ts';
import { jpegSize } from './jpeg-size.ts';
import { mostPages, pageWidth } from './rendition.rules.ts';
import { speakerNotes } from './speaker-notes.ts';

const officeSeconds = 300;
const pageSeconds = 120;
const atOnce = 4;

/** Office document → PDF → pictures of its pages and its words. */
export async function convertPages(work: Conversion): Promise<void> {
  const pdf = work.document.kind === 'PDF' ? work.source : await asPdf(work);
  const pages = await countPages(work, pdf);
  await work.measured({ pages });
  await writeTexts(work, pdf, pages);
  for (let first = 1; first <= pages; first += atOnce) {
    const last = Math.min(pages, first + atOnce - 1);
    await drawPages(work, pdf, first, last);
    await work.progress(20 + Math.floor((80 * last) / pages));
  }
}

/** LibreOffice with a profile of its own for this run. A name without letters of its own keeps it from guessing. */
async function asPdf(work: Conversion): Promise<string> {
  const { folder, source, document, signal } = work;
  if (!work.has('document.pdf')) {
    const input = join(folder, `document.${extensionOf(document.name)}`);
    await symlink(source, input);
    const args = ['--headless', '--norestore', '--nologo', '--nolockcheck', `-env:UserInstallation=file://${join(folder, 'profile')}`, '--convert-to', 'pdf', '--outdir', join(folder, 'made'), input];
    await runBounded('soffice', args, { folder, seconds: officeSeconds, signal }).catch(refusedAs('DAMAGED'));
    // LibreOffice says 0 also when it could not read the file.
    await work.keep({ name: 'document.pdf', mediaType: 'application/pdf', path: join(folder, 'made', 'document.pdf') }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new ConversionRefused('DAMAGED', 'no PDF was made') : error;
    });
  }
  await work.progress(15);
  if (extensionOf(document.name) === 'pptx') await work.texts('NOTES', await speakerNotes(source).catch(() => []));
  return work.local('document.pdf');
}

async function countPages({ folder, signal }: Conversion, pdf: string): Promise<number> {
  const said = await runBounded('pdfinfo', [pdf], { folder, seconds: 60, memoryMb: 1_024, signal }).catch((error: Error) => {
    if (/password/i.test(error.message)) throw new ConversionRefused('ENCRYPTED');
    return refusedAs('DAMAGED')(error);
  });
  const pages = Number(/^Pages:\s+(\d+)/m.exec(said)?.[1] ?? 0);
  if (pages < 1) throw new ConversionRefused('DAMAGED', 'no pages');
  if (pages > mostPages) throw new ConversionRefused('TOO_MANY_PAGES', String(pages));
  return pages;
}

/** The words are a help for searching; a PDF without them is none the worse. */
async function writeTexts(work: Conversion, pdf: string, pages: number): Promise<void> {
  const { folder, signal } = work;
  const text = await runBounded('pdftotext', ['-enc', 'UTF-8', '-q', pdf, '-'], { folder, seconds: pageSeconds, memoryMb: 1_024, signal });
  const parts = text.split('\f').slice(0, pages);
  await work.texts('TEXT', parts.map((part, at) => ({ page: at + 1, text: part.replace(/[ \t]+/g, ' ').trim() })));
}

const pageName = (page: number) => `page-${page}.jpg`;

async function drawPages(work: Conversion, pdf: string, first: number, last: number): Promise<void> {
  const { folder, signal } = work;
  const wanted = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((page) => !work.has(pageName(page)));
  for (const page of wanted) {
    const to = join(folder, `page-${page}`);
    const args = ['-jpeg', '-jpegopt', 'quality=72,progressive=y,optimize=y', '-scale-to-x', String(pageWidth), '-scale-to-y', '-1', '-f', String(page), '-l', String(page), '-singlefile', pdf, to];
    await runBounded('pdftocairo', args, { folder, seconds: pageSeconds, memoryMb: 2_048, signal }).catch(refusedAs('DAMAGED'));
    await work.keep({ name: pageName(page), mediaType: 'image/jpeg', path: `${to}.jpg`, ...(await jpegSize(`${to}.jpg`)) });
  }
}
