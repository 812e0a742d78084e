/** The media type of a decision by its content: PDF, Word (.docx), JPEG, PNG; null for everything else. */
export function decisionFileType(content: Buffer): string | null {
  if (content.subarray(0, 5).toString('latin1') === '%PDF-') return 'application/pdf';
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (isWordDocument(content)) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return null;
}

/** A zip whose directory, which is never compressed, names the parts of a Word document and no macros. */
function isWordDocument(content: Buffer): boolean {
  if (!content.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return false;
  return content.includes('[Content_Types].xml') && content.includes('word/document.xml') && !content.includes('word/vbaProject.bin');
}
