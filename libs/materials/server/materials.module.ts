import { Module } from '@nestjs/common';
import { ClassesModule } from '@halong/classes/server';
import { DocumentRepository } from './document/document.repository.ts';
import { Documents } from './document/document.service.ts';
import { DocumentUses } from './document/document-uses.ts';

@Module({
  imports: [ClassesModule],
  controllers: [],
  providers: [DocumentRepository, Documents, DocumentUses],
  exports: [Documents, DocumentUses],
})
export class MaterialsModule {}
