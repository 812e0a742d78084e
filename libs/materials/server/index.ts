import { classContentTopic, contentReuseRoutes, contentRoutes, documentRoutes, documentTopic, progressRoutes, renditionRoutes, uploadRoutes } from '@halong/materials/contract';
import type { Domain } from '@halong/platform/server';
import { MaterialsFoundation1795412169226 } from './migrations/1795412169226-materials-foundation.ts';
import { CourseContent1795836689948 } from './migrations/1795836689948-course-content.ts';
import { MaterialsRenditions1795855695884 } from './migrations/1795855695884-materials-renditions.ts';
import { contentMessages } from './content/content.messages.ts';
import { AccessEntity, ItemEntity, ItemVersionEntity, VisitEntity } from './content/item.entity.ts';
import { DocumentEntity } from './document/document.entity.ts';
import { CaptionEntity, DocumentTextEntity, RenditionEntity, RenditionFileEntity } from './rendition/rendition.entity.ts';
import { renditionMessages } from './rendition/rendition.messages.ts';
import { MaterialsModule } from './materials.module.ts';
import { ProgressEntity, ProgressTermsEntity, ProgressWatchEntity, ShowingEntity } from './progress/progress.entity.ts';
import { UploadEntity, UploadLimitEntity } from './upload/upload.entity.ts';
import { uploadMessages } from './upload/upload.messages.ts';

export const materials: Domain = {
  name: 'materials',
  module: MaterialsModule,
  entities: [
    DocumentEntity, UploadEntity, UploadLimitEntity, ItemEntity, ItemVersionEntity, VisitEntity, AccessEntity, ProgressEntity, ProgressWatchEntity, ShowingEntity, ProgressTermsEntity,
    RenditionEntity, RenditionFileEntity, DocumentTextEntity, CaptionEntity,
  ],
  migrations: [MaterialsFoundation1795412169226, CourseContent1795836689948, MaterialsRenditions1795855695884],
  routes: { ...documentRoutes, ...uploadRoutes, ...contentRoutes, ...contentReuseRoutes, ...progressRoutes, ...renditionRoutes },
  topics: { classContentTopic, documentTopic },
  messages: { ...uploadMessages, ...contentMessages, ...renditionMessages },
};

export { MaterialsModule } from './materials.module.ts';
export { ContentEditing } from './content/content-editing.service.ts';
export { ContentItems, type PlacedItem } from './content/content-items.service.ts';
export { contentMessages } from './content/content.messages.ts';
export { DocumentUses, type DocumentUse } from './document/document-uses.ts';
export { renditionMessages } from './rendition/rendition.messages.ts';
export { Renditions } from './rendition/renditions.service.ts';
export { Documents } from './document/document.service.ts';
export { ContentProgress } from './progress/content-progress.service.ts';
export { Progress } from './progress/progress.service.ts';
export type { Mandatory } from './progress/progress.rows.ts';
export type { DocumentRow } from './document/document.rows.ts';
