import { Injectable } from '@nestjs/common';
import { AppError, platformErrors } from '@halong/platform/contract';
import { Audit, Database } from '@halong/platform/server';
import { scopeOf } from './upload-limit.rules.ts';
import { UploadRepository } from './upload.repository.ts';
import type { LimitRow } from './upload.rows.ts';

export interface LimitChange extends Pick<LimitRow, 'classId' | 'accountId' | 'openUploads'> {
  maxBytes: number | null;
  reason: string;
}

/** How much may be sent, by everybody, in a class, by a person; every change is on record. */
@Injectable()
export class UploadLimits {
  constructor(
    private readonly db: Database,
    private readonly uploads: UploadRepository,
    private readonly audit: Audit,
  ) {}

  all(): Promise<LimitRow[]> {
    return this.uploads.allLimits();
  }

  /** @throws AppError invalid_input for a limit of a class and a person at once, or when everybody's would be taken away */
  async set({ classId, accountId, maxBytes, openUploads, reason }: LimitChange): Promise<LimitRow[]> {
    if ((classId !== null && accountId !== null) || (maxBytes === null && classId === null && accountId === null)) throw new AppError(platformErrors.invalid_input);
    return this.db.transaction(async () => {
      const before = (await this.all()).find((one) => scopeOf(one) === scopeOf({ classId, accountId })) ?? null;
      if (maxBytes === null) await this.uploads.removeLimit({ classId, accountId });
      else await this.uploads.setLimit({ classId, accountId, maxBytes, openUploads });
      const after = maxBytes === null ? null : { classId, accountId, maxBytes, openUploads };
      await this.audit.record({ action: 'materials.upload_limit', subjectType: 'upload_limit', subjectId: classId ?? accountId ?? 0, reason, before, after });
      return this.all();
    });
  }
}
