import { Injectable } from '@nestjs/common';
import { ClassAccess, followedUnits } from '@halong/assessment/server';
import { TrainingClasses } from '@halong/classes/server';
import type { CompletionItem, EnrolmentCompletion, Verdict } from '@halong/completion/contract';
import { AppError, foldVietnamese, platformErrors, type Actor, type PageQuery, type Role } from '@halong/platform/contract';
import { searchWords } from '@halong/platform/server';
import { CompletionRepository, treeIn, type CompletionRow, type TraineeScope } from './completion.repository.ts';

const staff: readonly Role[] = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'CERTIFICATE_OFFICER', 'SYSTEM_ADMIN'];

/** Completion as people look at it. */
@Injectable()
export class Completions {
  constructor(
    private readonly stored: CompletionRepository,
    private readonly access: ClassAccess,
    private readonly classes: TrainingClasses,
  ) {}

  /** @throws AppError platform.not_found for a class whose trainees are none of the actor's business */
  async listOfClass(actor: Actor, classId: number, { page, size, search, met }: PageQuery & { met?: Verdict | undefined }) {
    const scope = await this.visibleTrainees(actor, classId);
    if (!scope) throw new AppError(platformErrors.not_found);
    const words = searchWords(foldVietnamese(search));
    const { rows, total } = await this.stored.page(classId, { scope, met, words }, page, size);
    const counted = await this.stored.counts(classId, scope);
    const countOf = (verdict: Verdict): number => Number(counted.find((one) => one.met === verdict)?.n ?? 0);
    return { items: rows.map(presentItem), total, page, size, counts: { MET: countOf('MET'), PENDING: countOf('PENDING'), NOT_MET: countOf('NOT_MET') } };
  }

  /** For the trainee, the staff of the class and the head of the unit that sent them. @throws AppError platform.not_found */
  async ofEnrolment(actor: Actor, enrolmentId: number): Promise<EnrolmentCompletion> {
    const row = await this.stored.find(enrolmentId);
    if (!row || !(await this.maySee(actor, row))) throw new AppError(platformErrors.not_found);
    return presentCompletion(row);
  }

  /** @throws AppError platform.not_found when the actor is not in the class */
  async mine(actor: Actor, classId: number): Promise<EnrolmentCompletion> {
    const enrolmentId = actor.personId === null ? undefined : await this.stored.enrolmentOf(classId, actor.personId);
    if (enrolmentId === undefined) throw new AppError(platformErrors.not_found);
    return this.ofEnrolment(actor, enrolmentId);
  }

  async mayWatchEnrolment(actor: Actor, enrolmentId: number): Promise<boolean> {
    const row = await this.stored.find(enrolmentId);
    return row !== undefined && this.maySee(actor, row);
  }

  async mayWatchClass(actor: Actor, classId: number): Promise<boolean> {
    return (await this.visibleTrainees(actor, classId)) !== undefined;
  }

  /** Nothing for a class whose trainees are none of the actor's business; unit heads must see the class itself. */
  private async visibleTrainees(actor: Actor, classId: number): Promise<TraineeScope | undefined> {
    const scope = scopeOf(actor, await this.access.roles(actor, classId));
    if (scope.everyone) return scope;
    return scope.subtreeIds.length > 0 && (await this.classes.isVisible(actor, classId)) ? scope : undefined;
  }

  /** Whether the unit is one that the actor follows, or below one. */
  followsUnit(actor: Actor, unitId: number): Promise<boolean> {
    return this.stored.isBelow(unitId, followedUnits(actor));
  }

  private async maySee(actor: Actor, { personId, classId, unitId }: CompletionRow): Promise<boolean> {
    if (actor.personId === personId) return true;
    if (scopeOf(actor, await this.access.roles(actor, classId)).everyone) return true;
    return this.stored.isBelow(unitId, followedUnits(actor));
  }
}

/** All trainees for the staff of the class, their own people for unit heads. */
function scopeOf(actor: Actor, held: readonly Role[]): TraineeScope {
  return held.some((role) => staff.includes(role)) ? { everyone: true } : { everyone: false, subtreeIds: followedUnits(actor) };
}

function presentItem({ enrolmentId, personId, fullName, unitName, enrolmentState, tree: stored }: CompletionRow): CompletionItem {
  const tree = treeIn(stored);
  const missing = tree.groups.flatMap(({ leaves }) => leaves).filter(({ met }) => met !== 'MET');
  return { enrolmentId, personId, fullName, unitName, enrolmentState, met: tree.met, missing: missing.map(({ key, label, met, why, actor }) => ({ key, label, met, why, actor })) };
}

function presentCompletion({ classId, code, nameVi, nameEn, classState, personId, fullName, unitName, tree, computedAt }: CompletionRow): EnrolmentCompletion {
  return { class: { id: classId, code, nameVi, nameEn, state: classState }, person: { id: personId, fullName, unitName }, tree: treeIn(tree), computedAt: computedAt.toISOString() };
}
