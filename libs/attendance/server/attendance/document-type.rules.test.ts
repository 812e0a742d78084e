import { describe, expect, it } from 'vitest';
import { documentTypeOf } from './document-type.rules.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the type of a document', () => {
  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['\xff\xd8\xff\xe0JFIF', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['PK\x03\x04....[Content_Types].xml....word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\x03\x04....[Content_Types].xml....xl/workbook.xml', undefined],
    ['PK\x03\x04readme.txt', undefined],
    ['<html>don xin nghi.pdf</html>', undefined],
    ['MZ\x90', undefined],
    ['', undefined],
  ])('%j', (head, expected) => {
    expect(documentTypeOf(bytes(head))).toBe(expected);
  });
});
