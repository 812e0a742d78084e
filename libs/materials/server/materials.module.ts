import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { ClassesModule } from '@halong/classes/server';
import { CONFIG, type Config } from '@halong/platform/server';
import { DocumentController } from './document/document.controller.ts';
import { DocumentRepository } from './document/document.repository.ts';
import { Documents } from './document/document.service.ts';
import { DocumentUses } from './document/document-uses.ts';
import { VirusScan } from './scan/virus-scan.ts';
import { StorageController, UploadController } from './upload/upload.controller.ts';
import { StorageHealth } from './upload/storage-health.service.ts';
import { UploadChecks } from './upload/upload-checks.jobs.ts';
import { UploadCollection } from './upload/upload-collection.jobs.ts';
import { UploadLimits } from './upload/upload-limits.service.ts';
import { UploadProtocol } from './upload/upload-protocol.ts';
import { UploadRepository } from './upload/upload.repository.ts';
import { Uploads } from './upload/upload.service.ts';
import { UploadSpool } from './upload/upload-spool.ts';

const spool = {
  provide: UploadSpool,
  inject: [CONFIG, UploadRepository],
  useFactory: (config: Config, uploads: UploadRepository) => new UploadSpool(join(config.DATA_DIR, 'uploads'), uploads),
};

@Module({
  imports: [ClassesModule],
  controllers: [DocumentController, StorageController, UploadController],
  providers: [DocumentRepository, Documents, DocumentUses, spool, StorageHealth, UploadChecks, UploadCollection, UploadLimits, UploadProtocol, UploadRepository, Uploads, VirusScan],
  exports: [Documents, DocumentUses],
})
export class MaterialsModule {}
