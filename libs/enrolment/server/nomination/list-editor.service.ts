import { Injectable } from '@nestjs/common';
import { enrolmentErrors as errors, type NominationList } from '@halong/enrolment/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, Database } from '@halong/platform/server';
import { ClassRepository } from '../training-class/class.repository.ts';
import { ListReader, pickedLine, type UnitContext } from './list-reader.service.ts';
import { ListScreening } from './list-screening.service.ts';
import { NominationRepository } from './nomination.repository.ts';
import type { ListRow, NewLine } from './nomination.rows.ts';

export type DraftRow = { personId: number } | { nominationId: number };

/** How a unit makes and submits its list. Every command locks the class first. */
@Injectable()
export class ListEditor {
  constructor(
    private readonly db: Database,
    private readonly classes: ClassRepository,
    private readonly reader: ListReader,
    private readonly nominations: NominationRepository,
    private readonly screening: ListScreening,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Replaces the draft by these lines, in this order. */
  save(actor: Actor, classId: number, unitId: number, { rows, version }: { rows: readonly DraftRow[]; version: number }): Promise<NominationList> {
    return this.edit(actor, classId, unitId, async (context, list) => {
      if (list.version !== version) throw new AppError(platformErrors.stale_version);
      return { lines: await this.draftOf(context, list, rows) };
    });
  }

  /** Replaces the draft by the lines of a file; the newest file wins. */
  replace(actor: Actor, classId: number, unitId: number, file: { fileId: number; lines: readonly NewLine[] }): Promise<NominationList> {
    return this.edit(actor, classId, unitId, async () => file);
  }

  /** Sends the draft: screens every line and tells the coordinators' screens. */
  async submit(actor: Actor, classId: number, unitId: number, { version }: { version: number }): Promise<NominationList> {
    return this.db.transaction(async () => {
      const context = await this.openContext(actor, classId, unitId);
      if (!context.standing.submits) throw new AppError(platformErrors.forbidden);
      const list = await this.nominations.findList(classId, unitId);
      const lines = list ? await this.nominations.linesOfLists([list.id], this.clock.today()) : [];
      if (!list || !lines.some(({ state }) => state === 'DRAFT')) throw new AppError(errors.list_empty);
      if (list.version !== version) throw new AppError(platformErrors.stale_version);
      const screened = await this.screening.screen(context, list.id, { submit: true });
      await this.nominations.markListSubmitted(list.id, actor.accountId, this.clock.now());
      await this.audit.record({ action: 'enrolment.submit_list', subjectType: 'nomination_list', subjectId: list.id, before: { state: list.state }, after: { state: 'SUBMITTED', lines: screened } });
      return this.reader.present(context);
    });
  }

  private edit(actor: Actor, classId: number, unitId: number, draft: (context: UnitContext, list: ListRow) => Promise<{ lines: readonly NewLine[]; fileId?: number }>): Promise<NominationList> {
    return this.db.transaction(async () => {
      const context = await this.openContext(actor, classId, unitId);
      const list = await this.nominations.openList(classId, unitId);
      const { lines, fileId } = await draft(context, list);
      await this.nominations.replaceDraft({ id: list.id, classId }, lines);
      await this.nominations.touchList(list.id, fileId);
      await this.screening.screen(context, list.id, { submit: false });
      return this.reader.present(context);
    });
  }

  private async openContext(actor: Actor, classId: number, unitId: number): Promise<UnitContext> {
    const context = await this.reader.context(actor, await this.classes.lock(classId), unitId);
    this.reader.assertOpen(context);
    return context;
  }

  /** Picked people must work in the unit; kept lines must be of the present draft. */
  private async draftOf({ unitId }: UnitContext, list: ListRow, rows: readonly DraftRow[]): Promise<NewLine[]> {
    const names = await this.reader.namesInUnit(rows.flatMap((row) => ('personId' in row ? [row.personId] : [])), unitId);
    const drafts = new Map((await this.nominations.linesOfLists([list.id], this.clock.today())).filter(({ state }) => state === 'DRAFT').map((line) => [line.id, line]));
    return rows.map((row): NewLine => {
      const kept = 'nominationId' in row ? drafts.get(row.nominationId) : undefined;
      const name = 'personId' in row ? names.get(row.personId) : undefined;
      if (kept) return kept;
      if (!('personId' in row) || name === undefined) throw new AppError(errors.person_unknown);
      return { ...pickedLine(row.personId, name), fileRow: null };
    });
  }
}
