import { formatDay } from '@halong/platform/contract';
import { sheet } from './paper-frame.ts';

/** The decision that took a certificate back, and its day (yyyy-MM-dd). */
export interface Withdrawal {
  decision: string;
  day: string;
}

const red = '#A82319';

/** What the stamp says, in its two lines. */
export const stampLines = ({ decision, day }: Withdrawal): [string, string] => ['ĐÃ THU HỒI', `Đã thu hồi ngày ${formatDay(day)} theo ${decision}`.normalize('NFC')];

/** Stamps a paper across its middle, so that no copy of it can pass for a valid one, and says above the code by what it was taken back. */
export function drawStamp(pdf: PDFKit.PDFDocument, withdrawal: Withdrawal): void {
  const [title, under] = stampLines(withdrawal);
  const centre = { x: sheet.width / 2, y: sheet.height / 2 };
  pdf.save().rotate(-14, { origin: [centre.x, centre.y] }).fillOpacity(0.5).strokeOpacity(0.5);
  pdf.lineWidth(6).roundedRect(centre.x - 340, centre.y - 68, 680, 136, 12).stroke(red);
  write(pdf, title, { size: 92, width: 640, left: (wide) => centre.x - wide / 2, top: centre.y - 56 });
  pdf.restore();
  write(pdf, under, { size: 18, width: 480, left: () => 109, top: 582 });
}

/** One line that shrinks until it fits; `left` is told how wide it is. */
function write(pdf: PDFKit.PDFDocument, text: string, { size, width, left, top }: { size: number; width: number; left: (wide: number) => number; top: number }): void {
  const wide = pdf.font('bold').fontSize(size).widthOfString(text);
  const scale = Math.min(1, width / wide);
  pdf.fontSize(size * scale).fillColor(red);
  pdf.text(text, left(wide * scale), top, { lineBreak: false });
}
