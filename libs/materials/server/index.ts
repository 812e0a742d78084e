import { documentRoutes, uploadRoutes } from '@halong/materials/contract';
import type { Domain } from '@halong/platform/server';
import { MaterialsFoundation1795412169226 } from './migrations/1795412169226-materials-foundation.ts';
import { DocumentEntity } from './document/document.entity.ts';
import { MaterialsModule } from './materials.module.ts';
import { UploadEntity, UploadLimitEntity } from './upload/upload.entity.ts';
import { uploadMessages } from './upload/upload.messages.ts';

export const materials: Domain = {
  name: 'materials',
  module: MaterialsModule,
  entities: [DocumentEntity, UploadEntity, UploadLimitEntity],
  migrations: [MaterialsFoundation1795412169226],
  routes: { ...documentRoutes, ...uploadRoutes },
  messages: uploadMessages,
};

export { MaterialsModule } from './materials.module.ts';
export { DocumentUses, type DocumentUse } from './document/document-uses.ts';
export { Documents } from './document/document.service.ts';
export type { DocumentRow } from './document/document.rows.ts';
