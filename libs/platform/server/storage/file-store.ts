import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, platformErrors } from '@halong/platform/contract';
import type { Database } from '../database/database.ts';

export interface StoredFile {
  id: number;
  name: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

/** Keeps uploaded and made files under random names outside the web root. Nothing in it is ever executed. */
export class FileStore {
  constructor(
    private readonly db: Database,
    private readonly folder: string,
  ) {
    mkdirSync(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
  }

  /**
   * Writes the stream to disk and then its row. Needs no transaction: a file without a row is never listed.
   * @throws AppError too_large beyond `maxBytes`, no_space when the disk is full.
   */
  async put(stream: Readable, file: { name: string; mediaType: string; maxBytes: number; uploadedBy?: number | null }): Promise<StoredFile> {
    const key = randomBytes(16).toString('hex');
    const incoming = join(this.folder, 'incoming', key);
    const hash = createHash('sha256');
    let bytes = 0;
    const measure = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length;
        hash.update(chunk);
        if (bytes > file.maxBytes) done(new AppError(platformErrors.too_large, { limit: `${Math.floor(file.maxBytes / 1_048_576)} MB` }));
        else done(null, chunk);
      },
    });
    try {
      await pipeline(stream, measure, createWriteStream(incoming, { mode: 0o600 }));
      mkdirSync(this.folderOf(key), { recursive: true, mode: 0o700 });
      await rename(incoming, this.path(key));
    } catch (error) {
      await rm(incoming, { force: true });
      throw (error as NodeJS.ErrnoException).code === 'ENOSPC' ? new AppError(platformErrors.no_space) : error;
    }
    const sha256 = hash.digest('hex');
    const id = await this.db.insert('platform_file', {
      storage_key: key, name: safeFileName(file.name), media_type: file.mediaType, bytes, sha256, uploaded_by: file.uploadedBy ?? null,
    });
    return { id, name: safeFileName(file.name), mediaType: file.mediaType, bytes, sha256 };
  }

  /** @throws AppError not_found */
  async get(id: number): Promise<StoredFile & { path: string; open: () => Readable }> {
    const row = await this.db.row<StoredFile & { storage_key: string; media_type: string }>(
      'SELECT id, storage_key, name, media_type, bytes, sha256 FROM platform_file WHERE id = ?',
      [id],
    );
    if (!row) throw new AppError(platformErrors.not_found);
    const path = this.path(row.storage_key);
    return { id: row.id, name: row.name, mediaType: row.media_type, bytes: Number(row.bytes), sha256: row.sha256, path, open: () => createReadStream(path) };
  }


  private folderOf(key: string): string {
    return join(this.folder, key.slice(0, 2));
  }

  private path(key: string): string {
    return join(this.folderOf(key), key);
  }
}

/** Keeps the name that people gave, without what a file system or a header could trip over. */
export function safeFileName(name: string): string {
  const cleaned = name.normalize('NFC').replace(/[\u0000-\u001f\u007f"\\/:*?<>|\u202a-\u202e\u2066-\u2069]/g, '_').replace(/^\.+/, '_').trim();
  return cleaned.slice(-200) || 'tep';
}
