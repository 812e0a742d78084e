import { createReadStream, mkdirSync } from 'node:fs';
import { copyFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { ByteRange } from '../http/range.rules.ts';
import type { FileDrive } from './file-drive.ts';

const folderName = /^[0-9a-f]{2}$/;

/** Files in folders by the first two digits of their key, readable by this account of the system only. */
export class DiskDrive implements FileDrive {
  readonly kind = 'DISK';

  constructor(private readonly folder: string) {}

  async takeIn(key: string, from: string): Promise<void> {
    mkdirSync(join(this.folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
    try {
      await rename(from, this.path(key));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
      await copyFile(from, `${this.path(key)}.part`);
      await rename(`${this.path(key)}.part`, this.path(key));
      await rm(from, { force: true });
    }
  }

  has(key: string): Promise<boolean> {
    return stat(this.path(key)).then(() => true, () => false);
  }

  open(key: string, range?: ByteRange): Readable {
    return createReadStream(this.path(key), range);
  }

  async local(key: string): Promise<string> {
    return this.path(key);
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async *list(): AsyncIterable<{ key: string; since: number }> {
    for (const name of (await readdir(this.folder)).filter((one) => folderName.test(one))) {
      for (const key of await readdir(join(this.folder, name))) {
        const found = await stat(join(this.folder, name, key)).catch(() => undefined);
        if (found) yield { key, since: found.mtimeMs };
      }
    }
  }

  private path(key: string): string {
    return join(this.folder, key.slice(0, 2), key);
  }
}
