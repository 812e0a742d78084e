import { Injectable } from '@nestjs/common';
import type { Reader } from '@halong/materials/contract';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { AccessLog } from '../content/access-log.service.ts';
import { ClassContents } from '../content/content.service.ts';
import { ReaderRepository } from './reader.repository.ts';
import type { ReaderRow } from './progress.rows.ts';

type Answer = Page<Reader> & { counts: { opened: number; done: number; downloads: number } };

/** The log of an item: those who teach or coordinate the class see everybody, a trainee sees the own. */
@Injectable()
export class Readers {
  constructor(
    private readonly contents: ClassContents,
    private readonly readers: ReaderRepository,
    private readonly log: AccessLog,
  ) {}

  /** By given name. @throws AppError materials.item_not_found, platform.forbidden */
  async list(actor: Actor, itemId: number, { page, size, search }: PageQuery): Promise<Answer> {
    const { row, standing } = await this.contents.require(actor, itemId);
    if (!standing.edits) throw new AppError(platformErrors.forbidden);
    const { rows, total } = await this.readers.page(row, foldVietnamese(search), page, size);
    return { items: rows.map(presentReader), total, page, size, counts: await this.readers.counts(row) };
  }

  /** @throws AppError materials.item_not_found */
  async mine(actor: Actor, itemId: number): Promise<{ items: { kind: 'OPENED' | 'DOWNLOADED'; at: string; versionNo: number }[] }> {
    await this.contents.require(actor, itemId);
    return { items: (await this.log.ofAccount(itemId, actor.accountId)).map(({ kind, at, versionNo }) => ({ kind, at: at.toISOString(), versionNo })) };
  }
}

function presentReader({ personId, fullName, unitName, percent, doneAt, lastAt, opened, downloaded }: ReaderRow): Reader {
  const state = doneAt ? 'DONE' : percent === null ? 'UNOPENED' : 'STARTED';
  return { personId, fullName, unitName, state, percent: percent ?? 0, doneAt: doneAt?.toISOString() ?? null, lastAt: lastAt?.toISOString() ?? null, opened: Number(opened), downloaded: Number(downloaded) };
}
