const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const startsWith = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, i) => head[i] === byte);

/**
 * The media type of a document, told by its first bytes (some thousand are enough): PDF, JPEG, PNG, or a zip whose
 * entries are those of a Word document. Undefined for anything else, whatever its name says.
 */
export function documentTypeOf(head: Uint8Array): string | undefined {
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf';
  if (startsWith(head, 0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (!startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return undefined;
  const names = Buffer.from(head).toString('latin1');
  return names.includes('word/') ? docx : undefined;
}
