import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page } from '@halong/platform/contract';
import { Clock, Database, isDuplicate, type SqlValue } from '@halong/platform/server';
import { Programmes } from '@halong/catalogue/server';
import { classesErrors, classTopic, type ClassDetail, type ClassItem } from '@halong/classes/contract';
import { classesMessages } from '../events.ts';
import { ClassParticipation } from '../class-roles/class-participation.service.ts';
import { ClassJournal } from '../journal/class-journal.ts';
import { mayWorkFor } from './training-class.policy.ts';
import { presentClass, presentClassItem } from './training-class.presenter.ts';
import { TrainingClassRepository, type ClassFilter } from './training-class.repository.ts';
import { classCode, isPlanning } from './training-class.rules.ts';
import { TrainingClasses, type ClassAccess } from './training-class.service.ts';

export interface NewClass {
  programmeVersionId: number;
  intakeNo: number;
  year: number;
  institutionId: number;
  organisingUnitId: number | null;
  capacity?: number | undefined;
  nominationDeadline: string | null;
  openingDate: string | null;
  closingDate: string | null;
}

export type ClassEdit = { version: number } & { [K in keyof Omit<NewClass, 'programmeVersionId' | 'intakeNo' | 'year'>]?: NewClass[K] | undefined } & {
  nameVi?: string | undefined;
  nameEn?: string | undefined;
};

/** Planning a class: host, organiser, dates, capacity, quotas, staff. */
@Injectable()
export class ClassPlanning {
  constructor(
    private readonly access: TrainingClasses,
    private readonly classes: TrainingClassRepository,
    private readonly programmes: Programmes,
    private readonly db: Database,
    private readonly journal: ClassJournal,
    private readonly clock: Clock,
    private readonly participation: ClassParticipation,
  ) {}

  /** The classes in the actor's scope. As many statements for ten classes as for ten thousand. */
  async list(actor: Actor, query: ClassFilter & { page: number; size: number }): Promise<Page<ClassItem>> {
    const scope = await this.access.scopeOf(actor);
    const filter = { ...query, search: foldVietnamese(query.search) };
    const { rows, total } = await this.classes.page(scope, filter, actor.personId ?? 0, query.page, query.size);
    return { items: rows.map((row) => presentClassItem(row, actor)), total, page: query.page, size: query.size };
  }

  /** @throws AppError platform.not_found */
  async get(actor: Actor, id: number): Promise<ClassDetail> {
    const { row } = await this.access.accessTo(actor, id);
    const [quotas, staff, totals] = [await this.classes.quotas(id), await this.classes.staff(id), await this.classes.totals(id)];
    return presentClass(row, { quotas, staff, totals, takesPart: await this.participation.takesPart(actor, id) }, actor);
  }

  create(actor: Actor, body: NewClass): Promise<ClassDetail> {
    return this.db.transaction(async () => {
      if (!mayWorkFor(actor, body.institutionId)) throw new AppError(platformErrors.forbidden);
      await this.assertInstitution(body.institutionId);
      if (body.organisingUnitId !== null) await this.assertUnits([body.organisingUnitId]);
      const programme = await this.programmes.version(body.programmeVersionId);
      if (!programme) throw new AppError(classesErrors.programme_unknown);
      const code = classCode(programme.code, body.intakeNo, body.year);
      const id = await this.add(code, {
        code, programme_version_id: programme.id, intake_no: body.intakeNo, year: body.year, name_vi: programme.nameVi, name_en: programme.nameEn,
        search_key: searchKey(code, programme.nameVi, programme.nameEn), institution_id: body.institutionId, organising_unit_id: body.organisingUnitId,
        capacity: body.capacity ?? programme.classSize, state: 'PLANNED', nomination_deadline: body.nominationDeadline,
        opening_date: body.openingDate, closing_date: body.closingDate,
      });
      await this.journal.record({ action: 'class.planned', subjectType: 'class', subjectId: id, after: { code, ...body } });
      await this.journal.publish(classesMessages.classPlanned, { classId: id });
      this.journal.changed(classTopic, id);
      return this.get(actor, id);
    });
  }

  edit(actor: Actor, id: number, { version, ...changes }: ClassEdit): Promise<ClassDetail> {
    return this.change(actor, id, version, async ({ record, row }) => {
      const { nameVi = record.nameVi, nameEn = record.nameEn, ...planned } = changes;
      if (Object.values(planned).some((value) => value !== undefined) && !isPlanning(record.state)) throw new AppError(classesErrors.class_fixed);
      if (planned.institutionId !== undefined && planned.institutionId !== record.institutionId) await this.assertMayMove(actor, id, planned.institutionId);
      if (planned.organisingUnitId) await this.assertUnits([planned.organisingUnitId]);
      if (planned.capacity !== undefined) await this.assertSeats(await this.classes.quotas(id), planned.capacity);
      await this.classes.update(id, {
        name_vi: nameVi, name_en: nameEn, search_key: searchKey(record.code, nameVi, nameEn),
        ...definedOnly({
          institution_id: planned.institutionId, organising_unit_id: planned.organisingUnitId, capacity: planned.capacity,
          nomination_deadline: planned.nominationDeadline, opening_date: planned.openingDate, closing_date: planned.closingDate,
        }),
      });
      await this.journal.record({ action: 'class.edited', subjectType: 'class', subjectId: id, before: { ...record, rules: undefined, decision: row.decision_no }, after: changes });
    });
  }

  setQuotas(actor: Actor, id: number, version: number, quotas: { unitId: number; seats: number }[]): Promise<ClassDetail> {
    return this.change(actor, id, version, async ({ record }) => {
      if (!isPlanning(record.state)) throw new AppError(classesErrors.class_fixed);
      await this.assertSeats(quotas, record.capacity);
      await this.assertUnits(quotas.map(({ unitId }) => unitId));
      const before = (await this.classes.quotas(id)).map(({ unit_id, seats }) => ({ unitId: unit_id, seats }));
      await this.classes.setQuotas(id, quotas.filter(({ seats }) => seats > 0));
      await this.classes.update(id, {});
      await this.journal.record({ action: 'class.quotas_set', subjectType: 'class', subjectId: id, before, after: quotas });
      await this.journal.publish(classesMessages.quotasChanged, { classId: id });
    });
  }

  setStaff(actor: Actor, id: number, version: number, staff: { personId: number; role: string }[]): Promise<ClassDetail> {
    return this.change(actor, id, version, async () => {
      const wanted = [...new Map(staff.map((one) => [`${one.personId} ${one.role}`, one])).values()];
      const people = [...new Set(wanted.map(({ personId }) => personId))];
      const known = await this.classes.existingPeople(people);
      if (people.some((personId) => !known.has(personId))) throw new AppError(classesErrors.person_unknown);
      const before = await this.classes.staff(id);
      await this.classes.setStaff(id, wanted);
      await this.classes.update(id, {});
      await this.journal.record({ action: 'class.staff_set', subjectType: 'class', subjectId: id, before, after: wanted });
      await this.journal.publish(classesMessages.staffChanged, { classId: id });
    });
  }

  private change(actor: Actor, id: number, version: number, work: (access: ClassAccess) => Promise<void>): Promise<ClassDetail> {
    return this.db.transaction(async () => {
      const access = await this.access.lockToWork(actor, id);
      if (access.record.version !== version) throw new AppError(platformErrors.stale_version);
      await work(access);
      this.journal.changed(classTopic, id);
      return this.get(actor, id);
    });
  }

  private async add(code: string, values: Record<string, SqlValue>): Promise<number> {
    try {
      return await this.classes.add(values);
    } catch (error) {
      throw isDuplicate(error) ? new AppError(classesErrors.code_taken, { code }) : error;
    }
  }

  private async assertInstitution(id: number): Promise<void> {
    const found = await this.classes.existingUnits([id], this.clock.today(), 'TRAINING_INSTITUTION');
    if (!found.has(id)) throw new AppError(classesErrors.institution_unknown);
  }

  /** Sessions hold rooms and lecturers of the host, so a class with a timetable stays where it is. */
  private async assertMayMove(actor: Actor, id: number, institutionId: number): Promise<void> {
    if (!mayWorkFor(actor, institutionId)) throw new AppError(platformErrors.forbidden);
    if ((await this.classes.totals(id)).length > 0) throw new AppError(classesErrors.class_fixed);
    await this.assertInstitution(institutionId);
  }

  private async assertUnits(ids: readonly number[]): Promise<void> {
    const known = await this.classes.existingUnits(ids, this.clock.today(), null);
    const twice = new Set(ids).size !== ids.length;
    if (twice || ids.some((id) => !known.has(id))) throw new AppError(classesErrors.unit_unknown);
  }

  private async assertSeats(quotas: readonly { seats: number }[], capacity: number): Promise<void> {
    const seats = quotas.reduce((sum, quota) => sum + quota.seats, 0);
    if (seats > capacity) throw new AppError(classesErrors.quotas_exceed_capacity, { seats, capacity });
  }
}

const searchKey = (...texts: string[]): string => foldVietnamese(texts.join(' ')).slice(0, 400);

function definedOnly(values: Record<string, SqlValue | undefined>): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined));
}
