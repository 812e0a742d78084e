import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import type { TrainingClassState } from '@halong/classes/contract';
import type { RuleSet } from '@halong/regulations/contract';
import { readRules, RuleSets } from '@halong/regulations/server';
import { ClassAudiences } from '../audience/class-audiences.ts';
import type { ClassActor } from './training-class.lifecycle.ts';
import { mayWorkOn, rolesOn, visibleTo, type ClassPlace, type ClassScope } from './training-class.policy.ts';
import { placeOf, stateOf } from './training-class.presenter.ts';
import { TrainingClassRepository } from './training-class.repository.ts';
import type { ClassDetailRow } from './training-class.rows.ts';

/** A class as other domains see it. Days are yyyy-MM-dd. */
export interface ClassRecord {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  state: TrainingClassState;
  category: string;
  programmeVersionId: number;
  institutionId: number;
  organisingUnitId: number | null;
  capacity: number;
  openingDate: string | null;
  closingDate: string | null;
  nominationDeadline: string | null;
  ruleSetId: number | null;
  /** Frozen with the decision. */
  rules: RuleSet | null;
  version: number;
}

/** What an actor is to a class that they may see. */
export interface ClassAccess {
  record: ClassRecord;
  place: ClassPlace;
  /** May plan, edit and make the timetable. */
  works: boolean;
  roles: ClassActor[];
  row: ClassDetailRow;
}

const everything: ClassScope = { everything: true };

/** Classes for other domains and for the services here: reading, locking, access, rules. */
@Injectable()
export class TrainingClasses {
  constructor(
    private readonly classes: TrainingClassRepository,
    private readonly audiences: ClassAudiences,
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  /** Without asking who wants to know. @throws AppError platform.not_found */
  async get(id: number): Promise<ClassRecord> {
    const row = await this.classes.find(everything, id, 0);
    if (!row) throw new AppError(platformErrors.not_found);
    return recordOf(row);
  }

  /** Locks the class until the end of the transaction: the first lock of every command about it. @throws AppError platform.not_found */
  async forUpdate(id: number): Promise<ClassRecord> {
    if (!this.db.inTransaction) throw new Error('A lock needs a transaction');
    await this.classes.lock(id);
    return this.get(id);
  }

  /** The rules of a class: frozen with the decision; before that those in force today. @throws AppError regulations.none_in_force */
  async rulesOf(record: Pick<ClassRecord, 'rules' | 'category'>): Promise<RuleSet> {
    return record.rules ?? (await this.ruleSets.inForce(record.category, this.clock.today())).rules;
  }

  /** Which classes the actor may see, for lists. */
  async scopeOf(actor: Actor): Promise<ClassScope> {
    const own = visibleTo(actor, []);
    if (own.everything) return own;
    const { attends, sees } = await this.audiences.of(actor);
    return visibleTo(actor, [...attends, ...sees]);
  }

  /** Whether there is such a class for this actor. */
  async isVisible(actor: Actor, id: number): Promise<boolean> {
    return (await this.classes.find(await this.scopeOf(actor), id, 0)) !== undefined;
  }

  /** What the actor is to this class; a class that they may not see is none. @throws AppError platform.not_found */
  async accessTo(actor: Actor, id: number): Promise<ClassAccess> {
    const row = await this.classes.find(await this.scopeOf(actor), id, actor.personId ?? 0);
    if (!row) throw new AppError(platformErrors.not_found);
    const place = placeOf(row);
    return { record: recordOf(row), place, works: mayWorkOn(actor, place), roles: rolesOn(actor, place), row };
  }

  /** The same under the class's lock, for those who work on it. @throws AppError platform.not_found, platform.forbidden */
  async lockToWork(actor: Actor, id: number): Promise<ClassAccess> {
    await this.classes.lock(id);
    const access = await this.accessTo(actor, id);
    if (!access.works) throw new AppError(platformErrors.forbidden);
    return access;
  }
}

export function recordOf(row: ClassDetailRow): ClassRecord {
  return {
    id: row.id, code: row.code, nameVi: row.name_vi, nameEn: row.name_en, state: stateOf(row), category: row.category,
    programmeVersionId: row.programme_version_id, institutionId: row.institution_id, organisingUnitId: row.organising_unit_id, capacity: row.capacity,
    openingDate: row.opening_date, closingDate: row.closing_date, nominationDeadline: row.nomination_deadline, ruleSetId: row.rule_set_id,
    rules: row.rules === null ? null : readRules(row.rules), version: row.version,
  };
}
