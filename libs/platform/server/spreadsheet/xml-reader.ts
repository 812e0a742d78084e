import { SaxesParser } from 'saxes';
import { brokenFile } from './spreadsheet.errors.ts';

/** Names come without their namespace prefix: writers differ in whether they use one. */
export type XmlHandler = {
  open(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

// Far above real files; without them a few MB of tags cost gigabytes of objects.
const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 128;
/** Characters without a tag in between. The longest cell, every letter escaped, has a fifth of it. */
const MAX_SILENCE = 1024 * 1024;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Parses XML chunk by chunk and yields after each chunk, so that the caller can hand on what was read.
 * Refuses any DOCTYPE (and with it entities), bytes that are not UTF-8, and XML that is not well-formed.
 */
export async function* readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<void> {
  let silence = 0;
  const parser = parserFor(handler, () => {
    silence = 0;
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    silence += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (silence > MAX_SILENCE) throw brokenFile('endless XML text');
    yield;
  }
  parser.write(decoder.decode()).close();
  yield;
}

/** Parses a small part to its end. */
export async function readWholeXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const steps = readXml(chunks, handler);
  while (!(await steps.next()).done);
}

function parserFor(handler: XmlHandler, onTag: () => void): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw brokenFile('DOCTYPE is not allowed');
  });
  parser.on('opentagstart', () => {
    onTag();
    attributes = 0;
    depth += 1;
    if (depth > MAX_DEPTH) throw brokenFile('XML nested too deeply');
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) throw brokenFile('too many XML attributes');
  });
  parser.on('opentag', (tag) => handler.open(local(tag.name), tag.attributes));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', (tag) => {
    onTag();
    depth -= 1;
    handler.close?.(local(tag.name));
  });
  return parser;
}
