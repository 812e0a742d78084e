/** A part of a file; both ends are bytes that belong to it. */
export interface ByteRange {
  start: number;
  end: number;
}

const oneRange = /^bytes=(\d*)-(\d*)$/;

/**
 * Which part of a file of `bytes` bytes a request asks for (RFC 9110 §14). `whole` also for what a server may ignore:
 * several ranges, other units, an If-Range that names another version. `none` when the range lies outside.
 */
export function rangeOf(range: string | undefined, ifRange: string | undefined, etag: string, bytes: number): ByteRange | 'whole' | 'none' {
  const [, first, last] = oneRange.exec(range?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (ifRange !== undefined && ifRange !== etag) return 'whole';
  if (first === '') return Number(last) === 0 || bytes === 0 ? 'none' : { start: Math.max(0, bytes - Number(last)), end: bytes - 1 };
  const start = Number(first);
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start < bytes ? { start, end } : 'none';
}

/** Whether the client holds this version already (`If-None-Match`). */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((one) => ['*', etag, `W/${etag}`].includes(one.trim()));
}
