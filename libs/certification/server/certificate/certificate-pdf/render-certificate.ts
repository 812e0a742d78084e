import { formatDay } from '@halong/platform/contract';
import type { Font } from 'fontkit';
import encodeQR from 'qr';
import PDFDocument from 'pdfkit';
import { wording, type CertificatePaper } from './certificate-paper.ts';
import { paperFonts, type Face } from './paper-fonts.ts';
import { borderPaths, islandPaths, rosettePaths, sheet } from './paper-frame.ts';
import { drawStamp, stampLines, type Withdrawal } from './paper-stamp.ts';
import { fitText, type Fit, type FittedText, type Measure, type Run } from './paper-text.ts';

type Paper = PDFKit.PDFDocument;
type Structure = ReturnType<Paper['struct']>;

const colour = { paper: '#FDFBF4', ink: '#1A2321', title: '#A82319', jade: '#0E6E64', jadeDeep: '#0A5850', name: '#08453F', soft: '#A9D2C9', quiet: '#5F6763' };
/** CSS pixels to points: the sheet's width is A4's long side. */
const pointsPerPixel = 841.89 / sheet.width;

/**
 * Draws a certificate or an attestation: one A4 page in landscape, written in the PDF/A-2a profile:
 * tagged, with its fonts inside.
 * The place for the signature stays empty. The same paper gives the same bytes.
 * With a withdrawal it is the archive's copy of a revoked paper, stamped across.
 */
export async function renderCertificate(paper: CertificatePaper, withdrawal?: Withdrawal): Promise<Uint8Array> {
  const pdf = newDocument(paper);
  const bytes = collect(pdf);
  pdf.scale(pointsPerPixel);
  decoration(pdf, () => drawFrame(pdf));
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const measure = measureWith(pdf);
  const write = writer(pdf, measure, root);
  writeHeading(pdf, write, paper);
  const signatureTop = 566 - 22 * (paper.signer.titleLines.length - 1);
  writeBody(measure, write, paper, signatureTop - 6);
  writeSignature(write, paper, signatureTop);
  writeVerification(pdf, root, write, paper);
  if (paper.footnote) write('P', [plain(paper.footnote)], { centre: 561.5, top: 723, leading: 16, width: 900, size: 10.5, minSize: 8, maxLines: 1, colour: colour.quiet });
  if (withdrawal) stamp(pdf, root, withdrawal);
  root.end();
  pdf.end();
  return bytes;
}

/** PDFKit takes a font of Fontkit as it is; its types only know files. */
const source = (font: Font): PDFKit.Mixins.PDFFontSource => font as unknown as string;

function newDocument(paper: CertificatePaper): Paper {
  const fonts = paperFonts();
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: 'vi-VN',
    displayTitle: true,
    font: source(fonts.regular) as string,
    info: {
      Title: `${wording[paper.kind].title} ${paper.registerNumber} – ${paper.holder.name}`.normalize('NFC'),
      Author: paper.institution.normalize('NFC'),
      Subject: paper.programme.normalize('NFC'),
      Creator: 'Halong',
      Producer: 'Halong',
      CreationDate: paper.createdAt,
      ModDate: paper.createdAt,
    },
  });
  for (const [face, font] of Object.entries(fonts)) pdf.registerFont(face, source(font));
  return pdf;
}

function collect(pdf: Paper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

/** Marks what a screen reader should pass over. */
function decoration(pdf: Paper, draw: () => void): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  draw();
  pdf.endMarkedContent();
}

function drawFrame(pdf: Paper): void {
  pdf.rect(0, 0, sheet.width, sheet.height).fill(colour.paper);
  pdf.lineWidth(0.5).strokeOpacity(0.075);
  for (const path of rosettePaths()) pdf.path(path).stroke(colour.jade);
  pdf.fillOpacity(0.06);
  for (const path of islandPaths()) pdf.path(path).fill(colour.jade);
  pdf.lineWidth(0.55).strokeOpacity(0.62);
  for (const path of borderPaths()) pdf.path(path).stroke(colour.jade);
  pdf.fillOpacity(1).strokeOpacity(1);
  pdf.lineWidth(2).rect(25, 25, 1073, 744).stroke(colour.jadeDeep);
  pdf.lineWidth(0.8).rect(51, 51, 1021, 692).stroke(colour.jadeDeep);
}

function stamp(pdf: Paper, root: Structure, withdrawal: Withdrawal): void {
  const element = pdf.struct('P', { alt: stampLines(withdrawal).join('. ') }, () => drawStamp(pdf, withdrawal));
  root.add(element);
  element.end();
}

type Block = Fit & {
  /** Middle of centred lines, px; or `left`, where lines begin. */
  centre?: number;
  left?: number;
  top: number;
  /** Height of one line at the size wanted, px. */
  leading: number;
  colour?: string;
  spacing?: number;
};
type Tag = 'H1' | 'P';
/** Writes one block of text and says where it ends (px from the top). */
type Write = (tag: Tag, runs: Run[], block: Block) => number;

/** Shaping Vietnamese letters is the dear part of a page, so each word is measured once. */
function measureWith(pdf: Paper): Measure {
  const widths = new Map<string, number>();
  return (text, face) => {
    const key = `${face} ${text}`;
    const width = widths.get(key) ?? pdf.font(face).fontSize(1000).widthOfString(text) / 1000;
    widths.set(key, width);
    return width;
  };
}

function writer(pdf: Paper, measure: Measure, root: Structure): Write {
  return (tag, runs, block) => {
    const fitted = fitText(measure, runs, block);
    const leading = lineHeight(fitted, block);
    const element = pdf.struct(tag, {}, () => {
      fitted.lines.forEach((runsOfLine, at) => drawLine(pdf, measure, runsOfLine, fitted.size, leading, { ...block, top: block.top + at * leading }));
    });
    root.add(element);
    element.end();
    return block.top + fitted.lines.length * leading;
  };
}

/** Lines of one block stand closer together than the block and its neighbours. */
function lineHeight({ size, lines }: FittedText, block: Pick<Block, 'leading'>): number {
  return lines.length === 1 ? block.leading : Math.min(block.leading, size * 1.32);
}

function drawLine(pdf: Paper, measure: Measure, runs: Run[], size: number, leading: number, block: Block): void {
  const spacing = block.spacing ?? 0;
  const widths = runs.map(({ text, face }) => measure(text, face) * size + spacing * (text.length - 1));
  const gaps = runs.map(({ face }, at) => (at === 0 ? 0 : measure(' ', face) * size));
  const total = [...widths, ...gaps].reduce((sum, width) => sum + width, 0);
  let x = block.centre === undefined ? block.left! : block.centre - total / 2;
  runs.forEach(({ text, face }, at) => {
    pdf.font(face).fontSize(size).fillColor(block.colour ?? colour.ink);
    pdf.text(text, x + gaps[at]!, block.top + (leading - pdf.currentLineHeight()) / 2, { lineBreak: false, characterSpacing: spacing });
    x += gaps[at]! + widths[at]!;
  });
}

const run = (face: Face) => (text: string): Run => ({ text, face });
const plain = run('regular');
const bold = run('bold');
const italic = run('italic');
const upper = (text: string) => text.normalize('NFC').toLocaleUpperCase('vi');

function writeHeading(pdf: Paper, write: Write, paper: CertificatePaper): void {
  const office = { centre: 299, width: 380, size: 15, minSize: 15, leading: 22 };
  let end = 81;
  if (paper.superiorBody) end = write('P', [bold(upper(paper.superiorBody))], { ...office, top: end, maxLines: 1 });
  end = write('P', [bold(upper(paper.institution))], { ...office, top: end, width: 262, maxLines: 3, balanced: false });
  rule(pdf, 299, end + 5, 110);
  const nation = { centre: 772, width: 520, leading: 22, maxLines: 1 };
  write('P', [bold('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')], { ...nation, top: 81, size: 15, minSize: 15 });
  const motto = write('P', [bold('Độc lập - Tự do - Hạnh phúc')], { ...nation, top: 103, size: 17, minSize: 17 });
  rule(pdf, 772, motto + 5, 190);
}

function rule(pdf: Paper, centre: number, top: number, width: number): void {
  decoration(pdf, () => pdf.rect(centre - width / 2, top, width, 1).fill(colour.ink));
}

type BodyBlock = { tag: Tag; runs: Run[]; fit: Omit<Block, 'top' | 'width'> };

/** The middle of the paper. When everything is long, all of it gets smaller until it ends above `bottom`. */
function writeBody(measure: Measure, write: Write, paper: CertificatePaper, bottom: number): void {
  const top = 189;
  const blocks = bodyBlocks(paper);
  let scale = 1;
  while (scale > 0.4 && top + heightOf(measure, scaled(blocks, scale)) > bottom) scale -= 0.02;
  scaled(blocks, scale).reduce((at, { tag, runs, fit }) => write(tag, runs, { ...fit, width: bodyWidth, top: at }), top);
}

const bodyWidth = 905;

function bodyBlocks(paper: CertificatePaper): BodyBlock[] {
  const words = wording[paper.kind];
  const centre = 561.5;
  const line = { centre, size: 18.5, minSize: 16, maxLines: 2, leading: 31 };
  const holder = [paper.holder.salutation, paper.holder.name].filter(Boolean).join(' ');
  return [
    { tag: 'H1', runs: [bold(words.title)], fit: { centre, size: 50, minSize: 50, maxLines: 1, leading: 68, colour: colour.title, spacing: 2.25 } },
    { tag: 'P', runs: [plain(upper(paper.issuedBy))], fit: { centre, size: 18, minSize: 15, maxLines: 2, leading: 26 } },
    { tag: 'P', runs: [italic(words.act)], fit: { centre, size: 18, minSize: 18, maxLines: 1, leading: 26 } },
    { tag: 'P', runs: [bold(holder)], fit: { centre, size: 40, minSize: 26, maxLines: 2, leading: 62, colour: colour.name } },
    { tag: 'P', runs: [plain([bornText(paper.holder.born), paper.holder.post].filter(Boolean).join(' \u00a0· \u00a0'))], fit: line },
    { tag: 'P', runs: [plain('Đã hoàn thành chương trình bồi dưỡng')], fit: line },
    { tag: 'P', runs: [bold(paper.programme)], fit: { centre, size: 25, minSize: 20, maxLines: 3, leading: 40 } },
    { tag: 'P', runs: courseRuns(paper), fit: line },
  ];
}

function scaled(blocks: BodyBlock[], scale: number): BodyBlock[] {
  return blocks.map(({ tag, runs, fit }) => ({
    tag,
    runs,
    fit: { ...fit, size: fit.size * scale, minSize: fit.minSize * scale, leading: fit.leading * scale, spacing: (fit.spacing ?? 0) * scale },
  }));
}

function heightOf(measure: Measure, blocks: BodyBlock[]): number {
  return blocks.reduce((sum, { runs, fit }) => {
    const fitted = fitText(measure, runs, { ...fit, width: bodyWidth });
    return sum + fitted.lines.length * lineHeight(fitted, fit);
  }, 0);
}

function bornText(born: string): string {
  if (born === '') return '';
  return born.length === 4 ? `Sinh năm ${born}` : `Sinh ngày ${formatDay(born)}`;
}

function courseRuns({ course, from, to, periods, kind, result }: CertificatePaper): Run[] {
  const days = from === to ? `ngày ${formatDay(from)}` : `từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;
  const score = result.score ? [plain(`(${result.score})`)] : [];
  return [plain(`Khóa ${course}, ${days}, thời lượng ${periods} tiết. ${wording[kind].result}:`), bold(result.classification), ...score];
}

/** Right-hand block: place and date, the signer's title, room for the signature, the name. */
function writeSignature(write: Write, paper: CertificatePaper, from: number): void {
  const block = { centre: 824, width: 380, size: 17, minSize: 13, maxLines: 1, leading: 27 };
  const [year, month, day] = paper.issuedOn.split('-');
  let top = write('P', [italic(`${paper.place}, ngày ${day} tháng ${month} năm ${year}`)], { ...block, top: from });
  for (const title of paper.signer.titleLines) top = write('P', [bold(upper(title))], { ...block, top, leading: 24 });
  write('P', [bold(paper.signer.name)], { ...block, top: 690 });
}

function writeVerification(pdf: Paper, root: Structure, write: Write, paper: CertificatePaper): void {
  const box = { x: 109, y: 613, size: 104 };
  const figure = pdf.struct('Figure', { alt: `Mã QR dẫn tới trang kiểm tra: ${paper.verifyUrl}` }, () => drawQr(pdf, paper.verifyUrl, box));
  root.add(figure);
  figure.end();
  const block = { left: 229, width: 380, size: 15.5, minSize: 12, maxLines: 1, leading: 24 };
  write('P', [plain('Số vào sổ:'), bold(paper.registerNumber)], { ...block, top: 629 });
  write('P', [plain('Mã kiểm tra:'), bold(paper.verifyCode)], { ...block, top: 653 });
  write('P', [plain(paper.verifyAddress)], { ...block, top: 677 });
}

/** Squares side by side in a row become one rectangle, so no hairlines show between them. */
function drawQr(pdf: Paper, text: string, box: { x: number; y: number; size: number }): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const unit = box.size / rows.length;
  pdf.lineWidth(1).rect(box.x, box.y, box.size, box.size).fillAndStroke('#FFFFFF', colour.soft);
  rows.forEach((cells, row) => {
    let from = 0;
    while (from < cells.length) {
      let to = from;
      while (cells[to]) to++;
      if (to > from) pdf.rect(box.x + from * unit, box.y + row * unit, (to - from) * unit, unit);
      from = to + 1;
    }
  });
  pdf.fill(colour.name);
}
