import { Injectable } from '@nestjs/common';
import { materialsErrors, type ClassContent, type ContentItem, type ItemDetail } from '@halong/materials/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { Documents } from '../document/document.service.ts';
import { ProgressRepository } from '../progress/progress.repository.ts';
import { ContentAccess } from './content-access.service.ts';
import type { Standing } from './content.policy.ts';
import { mandatoryIn, presentItem, presentVersion, seenBy, type Look } from './content.presenter.ts';
import { ContentTopics } from './content-topics.service.ts';
import { ItemRepository } from './item.repository.ts';
import type { ItemRow } from './item.rows.ts';

/** An item that somebody may see, and what they are to its class. */
export interface SeenItem {
  row: ItemRow;
  standing: Standing;
}

const documentsOf = (rows: readonly { documentId: number | null }[]): number[] => rows.flatMap(({ documentId }) => documentId ?? []);

/** The content of a class as each person may see it. The statements do not grow with the items. */
@Injectable()
export class ClassContents {
  constructor(
    private readonly items: ItemRepository,
    private readonly access: ContentAccess,
    private readonly topics: ContentTopics,
    private readonly documents: Documents,
    private readonly progress: ProgressRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async ofClass(actor: Actor, classId: number): Promise<ClassContent> {
    const standing = await this.access.require(actor, classId);
    const now = this.clock.now();
    const [all, topics, sessions] = await Promise.all([this.items.ofClass(classId), this.topics.ofClass(classId), this.items.sessions(classId)]);
    const rows = seenBy(all, { standing, now });
    const look = await this.lookAt(all, standing, now, documentsOf(rows));
    const items = rows.map((row) => presentItem(row, look));
    return {
      classId,
      loose: items.filter(({ topicKey }) => topicKey === null),
      topics: topics.map(({ id, titleVi, titleEn, kind, depth, periods }) => ({
        key: String(id), titleVi, titleEn, kind, depth, periods,
        sessions: sessions.filter(({ topicId }) => topicId === id).map(({ no }) => no), items: items.filter(({ topicKey }) => topicKey === String(id)),
      })),
      sessions: sessions.map(({ id, no, startsAt, endsAt, title, state }) => ({ id, no, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), title, state })),
      mandatory: standing.enrolmentId === null ? null : mandatoryIn(all, look.progress),
      newSince: look.newSince?.toISOString() ?? null,
      can: { edit: standing.edits, downloadAll: items.some(({ can }) => can.download) },
    };
  }

  /** @throws AppError materials.item_not_found */
  async item(actor: Actor, id: number): Promise<ItemDetail> {
    const { row, standing } = await this.require(actor, id);
    const now = this.clock.now();
    const versions = (await this.items.versions(id)).filter((one) => standing.edits || (one.givenAt !== null && one.no <= (row.givenNo ?? 0)));
    const look = await this.lookAt([row], standing, now, documentsOf([row, ...versions]));
    const { previous, next } = await this.neighbours(row, standing, now);
    return {
      ...presentItem(row, look), previous, next,
      body: versions.find(({ no }) => no === row.givenNo)?.body ?? null,
      maxSpeed: (await this.progress.terms()).maxSpeed,
      versions: versions.map((version) => presentVersion(version, look)),
    };
  }

  /** What is not there and what may not be seen are the same. @throws AppError materials.item_not_found */
  async require(actor: Actor, id: number): Promise<SeenItem> {
    const row = await this.items.find(id);
    const standing = row && (await this.access.standing(actor, row.classId));
    if (!row || !standing || seenBy([row], { standing, now: this.clock.now() }).length === 0) throw new AppError(materialsErrors.item_not_found);
    return { row, standing };
  }

  private async lookAt(rows: readonly ItemRow[], standing: Standing, now: Date, documentIds: readonly number[]): Promise<Look> {
    const { enrolmentId } = standing;
    const [documents, own, newSince] = await Promise.all([
      this.documents.view(documentIds),
      enrolmentId === null ? [] : this.progress.ofEnrolment(enrolmentId),
      enrolmentId === null ? null : this.progress.visitBefore(enrolmentId),
    ]);
    const current = new Map(rows.map(({ id, versionId }) => [id, versionId]));
    const progress = new Map<number, NonNullable<ContentItem['progress']>>();
    for (const { itemId, versionId, percent, place, doneAt } of own) {
      const known = progress.get(itemId);
      const here = versionId === current.get(itemId);
      const done = doneAt !== null || known?.state === 'DONE';
      progress.set(itemId, { state: done ? 'DONE' : 'STARTED', percent: here ? percent : (known?.percent ?? 0), place: here ? place : (known?.place ?? 0) });
    }
    return { standing, now, documents, progress, opened: new Set(own.filter(({ itemId, versionId }) => versionId === current.get(itemId)).map(({ itemId }) => itemId)), newSince };
  }

  private async neighbours(row: ItemRow, standing: Standing, now: Date): Promise<Pick<ItemDetail, 'previous' | 'next'>> {
    const units = await this.topics.ofClass(row.classId);
    const place = new Map<number | null, number>([[null, -1], ...units.map(({ id }, at): [number, number] => [id, at])]);
    const rows = seenBy(await this.items.ofClass(row.classId), { standing, now }).filter(({ kind }) => kind !== 'ASSIGNMENT');
    const inOrder = rows.toSorted((a, b) => (place.get(a.topicId) ?? 0) - (place.get(b.topicId) ?? 0));
    const at = inOrder.findIndex(({ id }) => id === row.id);
    const of = (other: ItemRow | undefined) => other ? { id: other.id, title: other.title } : null;
    return { previous: at > 0 ? of(inOrder[at - 1]) : null, next: at < 0 ? null : of(inOrder[at + 1]) };
  }
}
