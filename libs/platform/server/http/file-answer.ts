import { pipeline } from 'node:stream/promises';
import type { Download, HttpExchange, Seekable } from './handle.ts';
import { isHeld, rangeOf } from './range.rules.ts';
import { takeOver } from './raw-exchange.ts';

/** Percent-encoded for `filename*` (RFC 8187), whatever people wrote. */
const headerText = (name: string) => encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

export const dispositionOf = ({ name, inline }: Download) => `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${headerText(name)}`;

/** What belongs on every file that people sent: it is nobody's page, and stays with whoever may see it. */
export const fileHeaders = { 'Content-Security-Policy': "default-src 'none'; sandbox", 'Cache-Control': 'private, no-store' } as const;

/** Answers with the part that was asked for (206), the whole (200), nothing new (304) or no such part (416). */
export async function sendParts(file: Download, content: Seekable, exchange: HttpExchange): Promise<void> {
  const { headers, method } = exchange.request.raw;
  const etag = `"${content.etag}"`;
  const range = rangeOf(headers.range, typeof headers['if-range'] === 'string' ? headers['if-range'] : undefined, etag, content.bytes);
  const { response } = takeOver(exchange);
  response.setHeader('Accept-Ranges', 'bytes').setHeader('ETag', etag);
  for (const [name, value] of Object.entries(fileHeaders)) response.setHeader(name, value);
  if (isHeld(headers['if-none-match'], etag)) return void response.writeHead(304).end();
  if (range === 'none') return void response.writeHead(416, { 'Content-Range': `bytes */${content.bytes}` }).end();
  const part = range === 'whole' ? undefined : range;
  const length = part ? part.end - part.start + 1 : content.bytes;
  response.writeHead(part ? 206 : 200, {
    'Content-Type': file.mediaType,
    'Content-Length': length,
    'Content-Disposition': dispositionOf(file),
    ...(part ? { 'Content-Range': `bytes ${part.start}-${part.end}/${content.bytes}` } : {}),
  });
  if (method === 'HEAD' || length === 0) return void response.end();
  // Whoever goes away in the middle ends the reading; there is nobody left to tell.
  await pipeline(await content.open(part), response).catch(() => response.destroy());
}
