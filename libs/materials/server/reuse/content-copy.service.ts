import { Injectable } from '@nestjs/common';
import { TrainingClasses } from '@halong/classes/server';
import { materialsErrors } from '@halong/materials/contract';
import { AppError, foldVietnamese, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { ContentAccess } from '../content/content-access.service.ts';
import { ContentEditing } from '../content/content-editing.service.ts';
import { ContentTopics } from '../content/content-topics.service.ts';
import { ItemRepository } from '../content/item.repository.ts';
import type { ItemRow, ItemSettings } from '../content/item.rows.ts';
import { daysBetween, shifted } from './shift.rules.ts';

/** From one class into another: everything that the one was given, in its order. Assignments stay with those who keep them. */
@Injectable()
export class ContentCopy {
  constructor(
    private readonly items: ItemRepository,
    private readonly access: ContentAccess,
    private readonly editing: ContentEditing,
    private readonly topics: ContentTopics,
    private readonly classes: TrainingClasses,
    private readonly db: Database,
  ) {}

  /** @returns how many came along, how many stayed, and by how many days their dates moved. @throws AppError materials.copy_of_itself, platform.not_found, platform.forbidden */
  async copy(actor: Actor, classId: number, fromClassId: number): Promise<{ copied: number; left: number; days: number }> {
    return this.db.transaction(async () => {
      if (classId === fromClassId) throw new AppError(materialsErrors.copy_of_itself);
      await this.access.requireEditor(actor, classId);
      await this.access.requireEditor(actor, fromClassId);
      const [from, to] = [await this.classes.get(fromClassId), await this.classes.get(classId)];
      const days = daysBetween(from.openingDate, to.openingDate);
      const topicOf = await this.topicsBetween(fromClassId, classId);
      const rows = await this.items.ofClass(fromClassId);
      const copied = [];
      for (const row of rows) if (await this.into(actor, row, { classId, topicId: topicOf(row.topicId) }, days)) copied.push(row.id);
      return { copied: copied.length, left: rows.length - copied.length, days };
    });
  }

  /** The version that the other class has becomes the first one here. Answers the new item; undefined for what cannot be copied. */
  async into(actor: Actor, row: ItemRow, place: { classId: number; topicId: number | null }, days: number): Promise<number | undefined> {
    if (row.kind === 'ASSIGNMENT' || row.givenNo === null) return undefined;
    const version = await this.items.versionOf(row.id, row.givenNo);
    if (!version) return undefined;
    return this.editing.create(actor, { ...place, kind: row.kind }, settingsFrom(row, days), version);
  }

  /** The same topic of the same programme, or the one of the same name. */
  private async topicsBetween(fromClassId: number, classId: number): Promise<(topicId: number | null) => number | null> {
    const [from, to] = [await this.topics.ofClass(fromClassId), await this.topics.ofClass(classId)];
    return (topicId) => {
      if (to.some(({ id }) => id === topicId)) return topicId;
      const title = from.find(({ id }) => id === topicId)?.titleVi;
      return to.find(({ titleVi }) => title !== undefined && foldVietnamese(titleVi) === foldVietnamese(title))?.id ?? null;
    };
  }
}

const settingsFrom = (row: ItemRow, days: number): ItemSettings => ({
  title: row.title, mandatory: Boolean(row.mandatory), downloadable: Boolean(row.downloadable), shared: false, sessionNo: row.sessionNo,
  visibleFrom: shifted(row.visibleFrom, days), visibleUntil: shifted(row.visibleUntil, days), fromSessionNo: row.fromSessionNo, untilSessionNo: row.untilSessionNo,
});
