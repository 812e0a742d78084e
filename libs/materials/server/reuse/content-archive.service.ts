import { Injectable } from '@nestjs/common';
import { TrainingClasses } from '@halong/classes/server';
import { materialsErrors } from '@halong/materials/contract';
import { AppError, type Actor, type Language } from '@halong/platform/contract';
import { Download } from '@halong/platform/server';
import { AccessLog } from '../content/access-log.service.ts';
import { ClassContents } from '../content/content.service.ts';
import { ItemRepository } from '../content/item.repository.ts';
import { archivePaths } from './archive-paths.rules.ts';
import { DocumentStreams } from './document-streams.ts';
import { zipOfStreams } from './zip-of-streams.ts';

/** Everything of a class that this person may take home now, as one archive that is written while it is sent. */
@Injectable()
export class ContentArchive {
  constructor(
    private readonly contents: ClassContents,
    private readonly items: ItemRepository,
    private readonly streams: DocumentStreams,
    private readonly classes: TrainingClasses,
    private readonly log: AccessLog,
  ) {}

  /** @throws AppError materials.nothing_to_download, platform.not_found */
  async open(actor: Actor, classId: number, language: Language): Promise<Download> {
    const { loose, topics } = await this.contents.ofClass(actor, classId);
    const shown = [
      ...loose.map((item) => ({ item, topic: null })),
      ...topics.flatMap(({ items, titleVi, titleEn }, at) => items.map((item) => ({ item, topic: { no: at + 1, title: language === 'vi' ? titleVi : titleEn } }))),
    ].flatMap(({ item, topic }) => (item.can.download && item.document ? [{ item, topic, document: item.document }] : []));
    const sources = await this.streams.of(actor, shown.map(({ document }) => document.id));
    const placed = shown.flatMap((one) => [sources.get(one.document.id)].flatMap((source) => (source ? [{ ...one, source }] : [])));
    if (placed.length === 0) throw new AppError(materialsErrors.nothing_to_download);
    const paths = archivePaths(placed.map(({ item, topic, document }) => ({ topic, title: item.title, name: document.name })));
    const versions = new Map((await this.items.ofClass(classId)).map(({ id, versionId }) => [id, versionId]));
    for (const { item } of placed) await this.log.note(actor, { id: item.id, versionId: versions.get(item.id) ?? null }, 'DOWNLOADED');
    const { code } = await this.classes.get(classId);
    const entries = placed.map(({ document, source }, at) => ({ path: paths[at] ?? String(document.id), at: new Date(document.uploadedAt), ...source }));
    return new Download(`${code.replace(/[^\p{L}\p{N} .-]+/gu, '-')}.zip`, 'application/zip', zipOfStreams(entries));
  }
}
