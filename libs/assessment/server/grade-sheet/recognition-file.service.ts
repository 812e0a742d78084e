import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Download, FileStore } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { GradeSheetRepository } from './grade-sheet.repository.ts';

/** The signed paper of the recognition. */
@Injectable()
export class RecognitionFiles {
  constructor(
    private readonly sheets: GradeSheetRepository,
    private readonly access: ClassAccess,
    private readonly files: FileStore,
  ) {}

  /** @throws AppError platform.not_found */
  async get(actor: Actor, classId: number): Promise<Download> {
    await this.access.require(actor, classId, 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN');
    const found = await this.sheets.recognition(classId);
    if (!found) throw new AppError(platformErrors.not_found);
    const file = await this.files.get(found.fileId);
    return new Download(file.name, file.mediaType, file.open());
  }
}
