import { Injectable } from '@nestjs/common';
import type { ItemProgress, ProgressBatch } from '@halong/materials/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { AccessLog } from '../content/access-log.service.ts';
import { ContentAccess } from '../content/content-access.service.ts';
import { ClassContents, type SeenItem } from '../content/content.service.ts';
import { DocumentRepository } from '../document/document.repository.ts';
import { addSeen, creditOf, measureOf, percentOf, spareOf } from './credit.rules.ts';
import { ProgressEffects } from './progress-effects.ts';
import { ProgressRepository } from './progress.repository.ts';
import type { Showing, StoredProgress } from './progress.rows.ts';
import type { Span } from './span.rules.ts';

type Batch = Required<Omit<ProgressBatch, 'durationMs'>> & Pick<ProgressBatch, 'durationMs'>;

const nothing: ItemProgress = { state: 'UNOPENED', percent: 0, place: 0 };
/** A trainee who comes back within these milliseconds is still on the same visit. */
const oneVisit = 1_800_000;

/** What trainees have seen, credited by the server's clock and united from all their tabs and devices. */
@Injectable()
export class Progress {
  constructor(
    private readonly contents: ClassContents,
    private readonly access: ContentAccess,
    private readonly progress: ProgressRepository,
    private readonly documents: DocumentRepository,
    private readonly log: AccessLog,
    private readonly effects: ProgressEffects,
    private readonly db: Database,
  ) {}

  /**
   * Takes one batch. Batch 0 opens the showing; one that came before, or comes again, adds nothing. Who has no seat in the class
   * only looks: nothing is kept of them. @throws AppError materials.item_not_found
   */
  async report(actor: Actor, itemId: number, batch: Batch): Promise<ItemProgress> {
    return this.db.transaction(async () => {
      const item = await this.contents.require(actor, itemId);
      const { row: { versionId }, standing: { enrolmentId } } = item;
      if (enrolmentId === null || versionId === null || actor.personId === null) return nothing;
      const now = this.effects.now();
      // The person's watch is the first lock: batches of all tabs and devices come one after the other.
      const watch = await this.progress.lockWatch(actor.personId, now);
      const showing: Showing = { token: batch.showing, enrolmentId, versionId };
      const fresh = await this.progress.advance(showing, batch.no, now);
      const before = await this.open(actor, item, { enrolmentId, versionId }, now);
      if (fresh === 'KNOWN') return shown(before);
      const terms = await this.progress.terms();
      const credit = fresh === 'OPENED' ? 0 : creditOf({ lastAt: watch.lastAt.getTime(), spareMs: watch.spareMs }, now.getTime(), batch.speed, terms);
      const document = item.row.documentId === null ? null : ((await this.documents.find(item.row.documentId)) ?? null);
      const toldMs = Math.max(before.toldMs ?? 0, batch.durationMs ?? 0) || null;
      const measure = measureOf(item.row, document, toldMs);
      const ranges = batch.ranges.map(({ from, to }): Span => [Math.round(from * 1_000), Math.round(to * 1_000)]);
      const { seen, used } = addSeen(before.seen, { pages: batch.pages, ranges }, credit, measure, terms);
      const percent = percentOf(seen, measure);
      const doneAt = before.doneAt ?? (percent >= terms.donePercent ? now : null);
      const after = { ...before, seen, percent, doneAt, toldMs, place: batch.place };
      await this.progress.keep(after, now);
      await this.progress.setWatch(actor.personId, now, spareOf(credit, used));
      if (doneAt !== null && before.doneAt === null) await this.effects.finished(item, enrolmentId);
      return shown(after);
    });
  }

  /** The visit before this one is kept; coming back soon is the same visit. @throws AppError platform.not_found */
  async visit(actor: Actor, classId: number): Promise<Date | null> {
    return this.db.transaction(async () => {
      const { enrolmentId } = await this.access.require(actor, classId);
      if (enrolmentId === null) throw new AppError(platformErrors.forbidden);
      await this.progress.visit(enrolmentId, this.effects.now(), oneVisit);
      return this.progress.visitBefore(enrolmentId);
    });
  }

  private async open(actor: Actor, { row }: SeenItem, { enrolmentId, versionId }: { enrolmentId: number; versionId: number }, now: Date): Promise<StoredProgress> {
    const known = await this.progress.find(enrolmentId, versionId);
    if (known) return known;
    await this.log.note(actor, row, 'OPENED');
    await this.progress.start({ enrolmentId, versionId, itemId: row.id }, now);
    return { enrolmentId, versionId, itemId: row.id, seen: [], percent: 0, place: 0, toldMs: null, doneAt: null };
  }
}

const shown = ({ doneAt, percent, place }: Pick<StoredProgress, 'doneAt' | 'percent' | 'place'>): ItemProgress => ({ state: doneAt === null ? 'STARTED' : 'DONE', percent, place });
