import { Injectable } from '@nestjs/common';
import { Clock, Every } from '@halong/platform/server';
import { uploadMessages } from './upload.messages.ts';
import { UploadRepository } from './upload.repository.ts';
import { UploadSpool } from './upload-spool.ts';

const dayMs = 86_400_000;

/** Takes away what nobody went on with. */
@Injectable()
export class UploadCollection {
  constructor(
    private readonly uploads: UploadRepository,
    private readonly spool: UploadSpool,
    private readonly clock: Clock,
  ) {}

  /** A day after the last byte an open upload is dropped; what lies about without a row goes a day after it was touched. */
  @Every(3_600, uploadMessages.collectUploads)
  async collect(): Promise<void> {
    for (const row of await this.uploads.expired(this.clock.now())) await this.spool.remove(row.token);
    const left = await this.spool.untouched(dayMs);
    const known = await this.uploads.knownOf(left);
    for (const token of left.filter((one) => !known.has(one))) await this.spool.remove(token);
    await this.uploads.forget(new Date(this.clock.millis() - 30 * dayMs));
  }
}
