import { formatDay } from '@halong/platform/contract';
import { sheet } from './paper-frame.ts';

/** The decision that took a certificate back, and its day (yyyy-MM-dd). */
export interface Withdrawal {
  decision: string;
  day: string;
}

const red = '#A82319';

/** What the stamp says, in its two lines. */
export const stampLines = ({ decision, day }: Withdrawal): [string, string] => ['ĐÃ THU HỒI', `Theo ${decision}, ngày ${formatDay(day)}`.normalize('NFC')];

/** Stamps a paper across its middle, so that no copy of it can pass for a valid one. Draws on top of everything. */
export function drawStamp(pdf: PDFKit.PDFDocument, withdrawal: Withdrawal): void {
  const [title, under] = stampLines(withdrawal);
  const centre = { x: sheet.width / 2, y: sheet.height / 2 };
  pdf.save().rotate(-14, { origin: [centre.x, centre.y] }).fillOpacity(0.78).strokeOpacity(0.78);
  pdf.lineWidth(6).roundedRect(centre.x - 340, centre.y - 88, 680, 176, 12).stroke(red);
  write(pdf, title, { size: 92, top: centre.y - 76, width: 640 });
  write(pdf, under, { size: 24, top: centre.y + 36, width: 640 });
  pdf.restore();
}

/** One centred line that shrinks until it fits. */
function write(pdf: PDFKit.PDFDocument, text: string, { size, top, width }: { size: number; top: number; width: number }): void {
  const wide = pdf.font('bold').fontSize(size).widthOfString(text);
  const fitted = Math.min(size, (size * width) / wide);
  pdf.fontSize(fitted).fillColor(red);
  pdf.text(text, sheet.width / 2 - (wide * fitted) / size / 2, top, { lineBreak: false });
}
