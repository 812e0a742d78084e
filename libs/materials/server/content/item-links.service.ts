import { Injectable } from '@nestjs/common';
import { materialsErrors, type FileLink, type LinkPurpose } from '@halong/materials/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { Documents } from '../document/document.service.ts';
import { mayDownload } from './content.policy.ts';
import { ClassContents } from './content.service.ts';

/** Links to the file of an item, as far as the item gives it. */
@Injectable()
export class ItemLinks {
  constructor(
    private readonly contents: ClassContents,
    private readonly documents: Documents,
  ) {}

  /** @throws AppError materials.item_not_found, no_download, no_preview */
  async link(actor: Actor, id: number, purpose: LinkPurpose): Promise<FileLink> {
    const { row, standing } = await this.contents.require(actor, id);
    if (row.documentId === null) throw new AppError(materialsErrors.item_not_found);
    if (purpose === 'download' && !mayDownload(standing, { downloadable: Boolean(row.downloadable) })) throw new AppError(materialsErrors.no_download);
    return this.documents.link(row.documentId, purpose, actor);
  }
}
