import { Injectable } from '@nestjs/common';
import { materialsErrors, type ItemWindow } from '@halong/materials/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { Documents } from '../document/document.service.ts';
import { ContentAccess } from './content-access.service.ts';
import { ContentEffects } from './content-effects.ts';
import { ContentTopics } from './content-topics.service.ts';
import { ItemRepository } from './item.repository.ts';
import type { ItemRow, ItemSettings, VersionContent } from './item.rows.ts';
import { cleanPage, wordsOf } from './page-html.rules.ts';
import { isTurned } from './visibility.rules.ts';

/** What the routes bring: exactly one of the three, fitting the kind. */
export interface GivenContent {
  documentId?: number | undefined;
  url?: string | undefined;
  body?: string | undefined;
}

interface GivenSettings {
  title: string;
  mandatory: boolean;
  downloadable: boolean;
  shared: boolean;
  sessionNo: number | null;
  window: ItemWindow;
}
type Loose<T> = { [K in keyof T]?: T[K] | undefined };
type Kind = 'MATERIAL' | 'LINK' | 'PAGE';

/** What lecturers and coordinators do to the content of their class. Every change is audited and told. */
@Injectable()
export class ContentEditing {
  constructor(
    private readonly items: ItemRepository,
    private readonly access: ContentAccess,
    private readonly topics: ContentTopics,
    private readonly documents: Documents,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly effects: ContentEffects,
  ) {}

  /** @throws AppError materials.content_missing, document_not_found, topic_unknown, window_turned, platform.not_found, platform.forbidden */
  async add(actor: Actor, classId: number, { kind, topicKey, documentId, url, body, ...settings }: { kind: Kind; topicKey: string | null } & GivenContent & GivenSettings): Promise<number> {
    return this.db.transaction(async () => {
      await this.access.requireEditor(actor, classId);
      const topicId = await this.topics.require(classId, topicKey);
      const content = await this.contentOf(actor, kind, { documentId, url, body });
      const id = await this.create(actor, { classId, topicId, kind }, settingsOf(settings), content);
      await this.assertWindow(id);
      return id;
    });
  }

  /** An item with its first version, given at once. The caller has decided that it may be. */
  async create(actor: Actor, place: Pick<ItemRow, 'classId' | 'topicId'> & { kind: Kind }, settings: ItemSettings, content: VersionContent): Promise<number> {
    const id = await this.items.add({ ...place, refId: null, createdBy: actor.accountId }, settings, this.clock.now());
    await this.items.addVersion(id, 1, content, actor.displayName, this.clock.now(), { changes: null, given: true });
    await this.items.give(id, 1, this.clock.now());
    await this.effects.changed('content.added', { id, classId: place.classId }, null, { ...settings, ...content, kind: place.kind }, settings.mandatory);
    return id;
  }

  /** @throws AppError materials.item_not_found, item_kept_elsewhere, window_turned, platform.stale_version */
  async edit(actor: Actor, id: number, { version, ...change }: { version: number } & Loose<GivenSettings>): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.lock(actor, id);
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      if (row.kind === 'ASSIGNMENT' && change.title !== undefined) throw new AppError(materialsErrors.item_kept_elsewhere);
      const settings = settingsOf(change);
      await this.items.set(id, settings);
      await this.assertWindow(id);
      await this.effects.changed('content.edited', row, row, settings, settings.mandatory !== undefined && settings.mandatory !== Boolean(row.mandatory));
    });
  }

  /** Under the topic, before another item or at the end. @throws AppError materials.item_not_found, topic_unknown */
  async place(actor: Actor, id: number, { topicKey, before }: { topicKey: string | null; before: number | null }): Promise<number> {
    return this.db.transaction(async () => {
      const row = await this.lock(actor, id);
      const topicId = await this.topics.require(row.classId, topicKey);
      const others = (await this.items.ofClass(row.classId)).map((one) => one.id).filter((one) => one !== id);
      const at = before === null ? others.length : others.indexOf(before);
      if (at < 0) throw new AppError(materialsErrors.item_not_found);
      await this.items.order(others.toSpliced(at, 0, id), topicId, id);
      await this.effects.changed('content.moved', row, { topicId: row.topicId, position: row.position }, { topicId, before }, false);
      return row.classId;
    });
  }

  /** @throws AppError materials.item_not_found, item_kept_elsewhere, content_missing, document_not_found */
  async addVersion(actor: Actor, id: number, { changes, give, ...given }: GivenContent & { changes: string; give: boolean }): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.lock(actor, id);
      const content = await this.contentOf(actor, ownKind(row), given);
      const no = ((await this.items.versions(id))[0]?.no ?? 0) + 1;
      await this.items.addVersion(id, no, content, actor.displayName, this.clock.now(), { changes, given: give });
      if (give) await this.items.give(id, no, this.clock.now());
      await this.effects.changed('content.version_added', row, { no: row.givenNo }, { no, changes, give, ...content }, false);
    });
  }

  /** @throws AppError materials.item_not_found, item_kept_elsewhere */
  async give(actor: Actor, id: number, no: number): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.lock(actor, id);
      ownKind(row);
      if (!(await this.items.versionOf(id, no))) throw new AppError(materialsErrors.item_not_found);
      if (row.givenNo === no) return;
      await this.items.give(id, no, this.clock.now());
      await this.effects.changed('content.version_given', row, { no: row.givenNo }, { no }, false);
    });
  }

  /** @throws AppError materials.item_not_found, item_kept_elsewhere */
  async remove(actor: Actor, id: number): Promise<void> {
    await this.db.transaction(async () => {
      const row = await this.lock(actor, id);
      ownKind(row);
      await this.items.remove(id, this.clock.now());
      await this.effects.changed('content.removed', row, row, null, Boolean(row.mandatory));
    });
  }

  /** The row under its lock, for those who edit. @throws AppError materials.item_not_found, platform.forbidden */
  private async lock(actor: Actor, id: number): Promise<ItemRow> {
    await this.items.lock(id);
    const row = await this.items.find(id);
    const standing = row && (await this.access.standing(actor, row.classId));
    if (!row || !standing) throw new AppError(materialsErrors.item_not_found);
    if (!standing.edits) throw new AppError(platformErrors.forbidden);
    return row;
  }

  private async contentOf(actor: Actor, kind: Kind, { documentId, url, body }: GivenContent): Promise<VersionContent> {
    if (kind === 'MATERIAL' && documentId !== undefined) {
      await this.documents.requireReady(documentId, { ownedBy: actor.accountId });
      return { documentId, url: null, body: null };
    }
    if (kind === 'LINK' && url !== undefined) return { documentId: null, url, body: null };
    const clean = kind === 'PAGE' && body !== undefined ? cleanPage(body) : '';
    if (wordsOf(clean) === '') throw new AppError(materialsErrors.content_missing);
    return { documentId: null, url: null, body: clean };
  }

  private async assertWindow(id: number): Promise<void> {
    const row = await this.items.find(id);
    if (row && isTurned(row)) throw new AppError(materialsErrors.window_turned);
  }
}

function ownKind({ kind }: ItemRow): Kind {
  if (kind === 'ASSIGNMENT') throw new AppError(materialsErrors.item_kept_elsewhere);
  return kind;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function settingsOf(given: GivenSettings): ItemSettings;
function settingsOf(given: Loose<GivenSettings>): Partial<ItemSettings>;
function settingsOf({ window, ...plain }: Loose<GivenSettings>): Partial<ItemSettings> {
  const settings = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as Partial<ItemSettings>;
  if (!window) return settings;
  return { ...settings, visibleFrom: dateOf(window.from), visibleUntil: dateOf(window.until), fromSessionNo: window.fromSession, untilSessionNo: window.untilSession };
}
