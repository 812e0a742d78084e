import { describe, expect, it } from 'vitest';
import { decisionFileType } from './decision-file.rules.ts';

const zip = (...names: string[]) => Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from(names.join('\0'))]);

describe('what a decision file is, by its content', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'image/jpeg'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['a Word file', zip('[Content_Types].xml', 'word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['a Word file with macros', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), null],
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), null],
    ['a web page', Buffer.from('<html>%PDF-'), null],
    ['nothing', Buffer.alloc(0), null],
  ])('%s', (_, content, expected) => expect(decisionFileType(content)).toBe(expected));
});
