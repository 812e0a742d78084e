import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { storageHealth } from '@halong/materials/contract';
import { FileStore } from '@halong/platform/server';
import { VirusScan } from '../scan/virus-scan.ts';
import { UploadRepository } from './upload.repository.ts';
import { UploadSpool } from './upload-spool.ts';

/** How the place where files are kept is doing. */
@Injectable()
export class StorageHealth {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly spool: UploadSpool,
    private readonly files: FileStore,
    private readonly scanner: VirusScan,
  ) {}

  async now(): Promise<z.input<typeof storageHealth>> {
    const [freeBytes, scanner, scannerAnswers, counts] = await Promise.all([this.spool.freeBytes(), this.scanner.scanner(), this.scanner.answers(), this.uploads.countByState()]);
    const waitingForCheck = (counts.get('CHECKING') ?? 0) + (counts.get('QUARANTINED') ?? 0);
    return { drive: this.files.drive, freeBytes, scanner, scannerAnswers, openUploads: counts.get('RECEIVING') ?? 0, waitingForCheck };
  }
}
