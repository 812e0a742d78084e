import { dayOf, formatDay } from '@halong/platform/contract';
import PDFDocument from 'pdfkit';
import { slipFonts, type SlipFace } from './slip-fonts.ts';

export interface Slip {
  displayName: string;
  unitName: string;
  login: string;
  /** In groups, as people read it. */
  code: string;
  expiresAt: Date;
}

type Paper = PDFKit.PDFDocument;

interface Style {
  face: SlipFace;
  size: number;
  colour: string;
  /** How small a long text may get. */
  minSize?: number;
  lines?: number;
}

const page = { width: 595.28, height: 841.89 };
const columns = 2;
const rows = 4;
const cell = { width: page.width / columns, height: page.height / rows, padding: 22 };
const ink = '#1A2321';
const quiet = '#5F6763';
const jade = '#0A5850';
const perPage = columns * rows;

/**
 * Slips to cut and hand out: A4, eight a page, dashed lines to cut along, fonts inside.
 * @param address where people enter the code
 */
export async function renderSlips(slips: readonly Slip[], { address, printedAt }: { address: string; printedAt: Date }): Promise<Uint8Array> {
  const fonts = slipFonts();
  const pdf = new PDFDocument({
    size: 'A4', margin: 0, autoFirstPage: false, lang: 'vi-VN', displayTitle: true, font: fonts.regular as unknown as string,
    info: { Title: 'Phiếu kích hoạt tài khoản Halong', Creator: 'Halong', Producer: 'Halong', CreationDate: printedAt, ModDate: printedAt },
  });
  const bytes = collect(pdf);
  pdf.registerFont('regular', fonts.regular).registerFont('strong', fonts.strong);
  for (let from = 0; from < slips.length; from += perPage) {
    drawPage(pdf, slips.slice(from, from + perPage), address);
    // A thick sheaf must not hold up the requests of others.
    await new Promise((resolve) => setImmediate(resolve));
  }
  pdf.end();
  return bytes;
}

function collect(pdf: Paper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on('error', reject);
  });
}

function drawPage(pdf: Paper, slips: readonly Slip[], address: string): void {
  pdf.addPage();
  drawCuts(pdf, slips.length);
  slips.forEach((slip, place) => drawSlip(pdf, slip, address, { x: (place % columns) * cell.width, y: Math.floor(place / columns) * cell.height }));
}

/** Dashed lines around the slips that are there, not across empty paper. */
function drawCuts(pdf: Paper, slips: number): void {
  const filledRows = Math.ceil(slips / columns);
  pdf.save().lineWidth(0.6).dash(4, { space: 4 }).strokeColor(quiet);
  for (let row = 1; row <= Math.min(filledRows, rows - 1); row += 1) pdf.moveTo(0, row * cell.height).lineTo(page.width, row * cell.height).stroke();
  pdf.moveTo(cell.width, 0).lineTo(cell.width, filledRows * cell.height).stroke().restore();
}

function drawSlip(pdf: Paper, slip: Slip, address: string, { x, y }: { x: number; y: number }): void {
  const left = x + cell.padding;
  const width = cell.width - 2 * cell.padding;
  const write = (text: string, top: number, { face, size, colour, minSize = size, lines = 1 }: Style): void => {
    const clean = text.normalize('NFC');
    pdf.font(face).fontSize(fittingSize(pdf, clean, width * lines * 0.94 ** (lines - 1), { face, size, minSize }));
    const oneLine = lines === 1 ? { lineBreak: false } : { height: lines * size * 1.5 };
    pdf.fillColor(colour).text(clean, left, y + top, { width, ellipsis: true, ...oneLine });
  };
  write('PHIẾU KÍCH HOẠT TÀI KHOẢN HALONG', 20, { face: 'strong', size: 8.5, colour: jade });
  write(slip.displayName, 37, { face: 'strong', size: 14, colour: ink, minSize: 6.5 });
  write(slip.unitName, 57, { face: 'regular', size: 8.5, colour: quiet, minSize: 6, lines: 2 });
  write(`Tên đăng nhập: ${slip.login}`, 84, { face: 'regular', size: 10, colour: ink, minSize: 7 });
  pdf.roundedRect(left, y + 103, width, 34, 4).lineWidth(0.8).strokeColor(jade).stroke();
  pdf.font('strong').fontSize(17).fillColor(ink).text(slip.code, left, y + 109, { width, align: 'center', lineBreak: false, characterSpacing: 0.6 });
  write(`1. Mở ${address}`, 146, { face: 'regular', size: 9, colour: ink, minSize: 6 });
  write('2. Nhập mã trên, rồi tự đặt mật khẩu.', 159, { face: 'regular', size: 9, colour: ink });
  write(`Mã dùng một lần, đến hết ngày ${formatDay(dayOf(slip.expiresAt))}. Không đưa mã cho người khác.`, 176, { face: 'regular', size: 8, colour: quiet, minSize: 6 });
  write('Open the address, enter the code once, choose a password; keep the code to yourself.', 189, { face: 'regular', size: 7.5, colour: quiet, minSize: 5.5 });
}

/** The size wanted, or smaller, so that the text stays within this width. */
function fittingSize(pdf: Paper, text: string, width: number, { face, size, minSize }: { face: SlipFace; size: number; minSize: number }): number {
  const needed = pdf.font(face).fontSize(size).widthOfString(text);
  return needed <= width ? size : Math.max(minSize, (size * width) / needed);
}
