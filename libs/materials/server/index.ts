import { classContentTopic, contentReuseRoutes, contentRoutes, documentRoutes, progressRoutes, uploadRoutes } from '@halong/materials/contract';
import type { Domain } from '@halong/platform/server';
import { MaterialsFoundation1795412169226 } from './migrations/1795412169226-materials-foundation.ts';
import { CourseContent1795836689948 } from './migrations/1795836689948-course-content.ts';
import { contentMessages } from './content/content.messages.ts';
import { AccessEntity, ItemEntity, ItemVersionEntity, VisitEntity } from './content/item.entity.ts';
import { DocumentEntity } from './document/document.entity.ts';
import { MaterialsModule } from './materials.module.ts';
import { ProgressEntity, ProgressTermsEntity, ProgressWatchEntity, ShowingEntity } from './progress/progress.entity.ts';
import { UploadEntity, UploadLimitEntity } from './upload/upload.entity.ts';
import { uploadMessages } from './upload/upload.messages.ts';

export const materials: Domain = {
  name: 'materials',
  module: MaterialsModule,
  entities: [
    DocumentEntity, UploadEntity, UploadLimitEntity, ItemEntity, ItemVersionEntity, VisitEntity, AccessEntity, ProgressEntity, ProgressWatchEntity, ShowingEntity, ProgressTermsEntity,
  ],
  migrations: [MaterialsFoundation1795412169226, CourseContent1795836689948],
  routes: { ...documentRoutes, ...uploadRoutes, ...contentRoutes, ...contentReuseRoutes, ...progressRoutes },
  topics: { classContentTopic },
  messages: { ...uploadMessages, ...contentMessages },
};

export { MaterialsModule } from './materials.module.ts';
export { ContentEditing } from './content/content-editing.service.ts';
export { ContentItems, type PlacedItem } from './content/content-items.service.ts';
export { contentMessages } from './content/content.messages.ts';
export { DocumentUses, type DocumentUse } from './document/document-uses.ts';
export { Documents } from './document/document.service.ts';
export { ContentProgress } from './progress/content-progress.service.ts';
export { Progress } from './progress/progress.service.ts';
export type { Mandatory } from './progress/progress.rows.ts';
export type { DocumentRow } from './document/document.rows.ts';
