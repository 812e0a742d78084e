import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { CatalogueModule } from '@halong/catalogue/server';
import { ClassesModule } from '@halong/classes/server';
import { EnrolmentModule } from '@halong/enrolment/server';
import { CONFIG, type Config } from '@halong/platform/server';
import { AccessLog } from './content/access-log.service.ts';
import { ContentAccess } from './content/content-access.service.ts';
import { ContentEditing } from './content/content-editing.service.ts';
import { ContentEffects } from './content/content-effects.ts';
import { ContentItems } from './content/content-items.service.ts';
import { ContentSearch } from './content/content-search.service.ts';
import { ContentTopics } from './content/content-topics.service.ts';
import { ContentUse } from './content/content-use.ts';
import { ContentController, ContentWatch } from './content/content.controller.ts';
import { ClassContents } from './content/content.service.ts';
import { ItemLinks } from './content/item-links.service.ts';
import { ItemRepository } from './content/item.repository.ts';
import { ContentProgress } from './progress/content-progress.service.ts';
import { ProgressController } from './progress/progress.controller.ts';
import { ProgressRepository } from './progress/progress.repository.ts';
import { ProgressEffects } from './progress/progress-effects.ts';
import { Progress } from './progress/progress.service.ts';
import { ReaderRepository } from './progress/reader.repository.ts';
import { Readers } from './progress/readers.service.ts';
import { ContentArchive } from './reuse/content-archive.service.ts';
import { ContentCopy } from './reuse/content-copy.service.ts';
import { DocumentStreams } from './reuse/document-streams.ts';
import { LibraryRepository } from './reuse/library.repository.ts';
import { Library } from './reuse/library.service.ts';
import { ReuseController } from './reuse/reuse.controller.ts';
import { DocumentController } from './document/document.controller.ts';
import { DocumentRepository } from './document/document.repository.ts';
import { Documents } from './document/document.service.ts';
import { DocumentUses } from './document/document-uses.ts';
import { ConversionWorks } from './rendition/conversion-works.ts';
import { DocumentWatch, RenditionController } from './rendition/rendition.controller.ts';
import { RenditionJobs } from './rendition/rendition.jobs.ts';
import { RenditionRepository } from './rendition/rendition.repository.ts';
import { Renditions } from './rendition/renditions.service.ts';
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

const content = [AccessLog, ClassContents, ContentAccess, ContentEditing, ContentEffects, ContentItems, ContentSearch, ContentTopics, ContentUse, ContentWatch, ItemLinks, ItemRepository];
const progress = [ContentProgress, Progress, ProgressEffects, ProgressRepository, ReaderRepository, Readers];
const rendition = [ConversionWorks, DocumentWatch, RenditionJobs, RenditionRepository, Renditions];
const reuse = [ContentArchive, ContentCopy, DocumentStreams, Library, LibraryRepository];

@Module({
  imports: [CatalogueModule, ClassesModule, EnrolmentModule],
  controllers: [ContentController, DocumentController, ProgressController, RenditionController, ReuseController, StorageController, UploadController],
  providers: [...content, ...progress, ...rendition, ...reuse, DocumentRepository, Documents, DocumentUses, spool, StorageHealth, UploadChecks, UploadCollection, UploadLimits, UploadProtocol, UploadRepository, Uploads, VirusScan],
  exports: [ContentItems, ContentProgress, Documents, DocumentUses, Renditions],
})
export class MaterialsModule {}
