import type { Readable } from 'node:stream';
import type { ByteRange } from '../http/range.rules.ts';

/** Where the bytes of stored files lie. Keys are 32 hexadecimal digits; what lies under a key never changes. */
export interface FileDrive {
  readonly kind: 'DISK' | 'S3';
  /** Moves a whole file of this machine under the key; afterwards it is gone from where it was. Safe to repeat. */
  takeIn(key: string, from: string): Promise<void>;
  has(key: string): Promise<boolean>;
  /** The bytes, or those of the range. Fails as a stream does when the key is unknown. */
  open(key: string, range?: ByteRange): Readable;
  /** A path on this machine under which the whole file can be read now. */
  local(key: string): Promise<string>;
  remove(key: string): Promise<void>;
  /** What lies there and since when (milliseconds, by the clock of the drive). */
  list(): AsyncIterable<{ key: string; since: number }>;
}
