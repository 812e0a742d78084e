import { Injectable } from '@nestjs/common';
import { enrolmentErrors as errors, type Candidate, type EnrolmentCall, type NominationList } from '@halong/enrolment/contract';
import { AppError, foldVietnamese, formatDay, platformErrors, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { Screening } from '../screening/screening.service.ts';
import { preparesFor, runsClass, submitsFor, unitsOf } from '../training-class/class.policy.ts';
import { ClassRepository } from '../training-class/class.repository.ts';
import { isOpenForNomination } from '../training-class/class.rules.ts';
import type { ClassRow } from '../training-class/class.rows.ts';
import { CallRepository } from './call.repository.ts';
import { quotaTaken } from './list.rules.ts';
import { lineCan, listCan, type Standing } from './nomination.policy.ts';
import { presentCall, presentLine } from './nomination.presenter.ts';
import { NominationRepository } from './nomination.repository.ts';
import type { CallRow } from './nomination.rows.ts';

/** One unit and one class, with what the actor may do there. */
export interface UnitContext {
  trainingClass: ClassRow;
  unitId: number;
  call: CallRow;
  standing: Standing;
}

/** What a unit sees of its enrolment calls, lists and people. */
@Injectable()
export class ListReader {
  constructor(
    private readonly nominations: NominationRepository,
    private readonly calls: CallRepository,
    private readonly classes: ClassRepository,
    private readonly screening: Screening,
    private readonly clock: Clock,
  ) {}

  async listCalls(actor: Actor, { search, open, page, size }: PageQuery & { open?: boolean }): Promise<Page<EnrolmentCall>> {
    const filter = { today: this.clock.today(), search: foldVietnamese(search), open };
    const { rows, total } = await this.calls.page(unitsOf(actor), filter, page, size);
    return { items: rows.map(presentCall), total, page, size };
  }

  async getList(actor: Actor, classId: number, unitId: number): Promise<NominationList> {
    return this.present(await this.context(actor, await this.classes.find(classId), unitId));
  }

  async listCandidates(actor: Actor, classId: number, unitId: number, { search, page, size }: PageQuery): Promise<Page<Candidate>> {
    const { trainingClass, standing } = await this.context(actor, await this.classes.find(classId), unitId);
    if (!standing.prepares) throw new AppError(platformErrors.not_found);
    const { ids, total } = await this.calls.candidates(unitId, foldVietnamese(search), this.clock.today(), page, size);
    const list = await this.nominations.findList(classId, unitId);
    const lines = list ? await this.nominations.linesOfLists([list.id], this.clock.today()) : [];
    const listed = new Set(lines.filter(({ state }) => state !== 'REJECTED' && state !== 'WITHDRAWN').map(({ personId }) => personId));
    const people = await this.screening.people(ids);
    const alone = { unitId, quota: 1, quotaTaken: 0, freePlaces: null };
    const hints = await this.screening.screen(trainingClass, ids.map((personId) => ({ ...alone, lines: [pickedLine(personId, people.get(personId)?.fullName ?? '')] })));
    const items = ids.flatMap((personId, index): Candidate[] => {
      const [person, hint] = [people.get(personId), hints[index]?.[0]];
      if (!person || !hint) return [];
      const birthYear = person.birthYear ?? (person.birthDate ? Number(person.birthDate.slice(0, 4)) : null);
      return [{ personId, fullName: person.fullName, birthYear, position: person.position, unitName: person.unitName, onList: listed.has(personId), outcome: hint.outcome, reasons: hint.reasons }];
    });
    return { items, total, page, size };
  }

  /** Names of those of these people who work in the unit or below it today. */
  async namesInUnit(personIds: readonly number[], unitId: number): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const rows = await this.calls.ofUnit(personIds, unitId, this.clock.today());
    return new Map(rows.map(({ id, fullName }) => [id, fullName]));
  }

  /** @throws AppError platform.not_found when the actor acts neither for this unit nor for this class */
  async context(actor: Actor, trainingClass: ClassRow | undefined, unitId: number): Promise<UnitContext> {
    if (!trainingClass) throw new AppError(platformErrors.not_found);
    const lineage = await this.classes.lineage(unitId);
    const runs = runsClass(actor, await this.classes.place(trainingClass, actor.personId));
    const standing = { prepares: preparesFor(actor, lineage), submits: submitsFor(actor, lineage), runs };
    const call = await this.calls.find(trainingClass.id, unitId, this.clock.today());
    if (!call || trainingClass.state === 'PLANNED' || !(standing.prepares || standing.runs)) throw new AppError(platformErrors.not_found);
    return { trainingClass, unitId, call, standing };
  }

  /** Those who act for the unit, as long as it may change its list. @throws AppError nomination_closed, no_quota */
  assertOpen({ trainingClass, call, standing }: UnitContext): void {
    if (!standing.prepares) throw new AppError(platformErrors.not_found);
    const { code: classCode, nominationDeadline } = trainingClass;
    if (!isOpenForNomination(trainingClass, this.clock.today())) throw new AppError(errors.nomination_closed, { classCode, deadline: nominationDeadline ? formatDay(nominationDeadline) : '—' });
    if (Number(call.quota) === 0) throw new AppError(errors.no_quota, { classCode });
  }

  /** The list as it is now; drafts are the unit's own affair. */
  async present({ trainingClass, unitId, standing }: UnitContext): Promise<NominationList> {
    const today = this.clock.today();
    const call = await this.calls.find(trainingClass.id, unitId, today);
    const list = await this.nominations.findList(trainingClass.id, unitId);
    const lines = list ? await this.nominations.linesOfLists([list.id], today) : [];
    const visible = lines.filter(({ state }) => standing.prepares || state !== 'DRAFT');
    const quota = Number(call?.quota ?? 0);
    const wanted = lines.filter(({ state, screening }) => ['DRAFT', 'SUBMITTED', 'WAITLISTED'].includes(state) && screening === 'ELIGIBLE').length;
    return {
      call: presentCall(call as CallRow),
      targetGroupText: trainingClass.targetGroupText,
      version: list?.version ?? 0,
      submittedAt: list?.submittedAt?.toISOString() ?? null,
      rows: visible.map((line) => presentLine(line, lineCan(standing, line.state, trainingClass))),
      freeInQuota: Math.max(0, quota - quotaTaken(lines) - wanted),
      can: listCan(standing, trainingClass, today, quota),
    };
  }
}

/** A line for somebody picked by hand, before it is stored. */
export const pickedLine = (personId: number, writtenName: string) => ({
  id: null, personId, writtenName, writtenBorn: null, writtenPosition: null, personalIdHash: null, submittedAt: null,
});
