import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Attendance } from '@halong/attendance/server';
import { classCompletionTopic, completionTopic, overviewTopic, unitLedgerTopic } from '@halong/completion/contract';
import { Enrolments } from '@halong/enrolment/server';
import { Clock, Database, Realtime } from '@halong/platform/server';
import { ledgerRows } from '../ledger/ledger-rows.rules.ts';
import { inputOf, type ClassFacts, type EnrolmentFacts } from './completion-facts.ts';
import { CompletionFactsRepository } from './completion-facts.repository.ts';
import { CompletionRepository, type Computed } from './completion.repository.ts';
import { completionTree, isComplete } from './completion.rules.ts';

/** Any day that a session can have. */
const [always, forever] = ['2000-01-01', '2199-12-31'];

/** Computes completion and ledger from the records, for whole sets of enrolments. */
@Injectable()
export class Recompute {
  constructor(
    private readonly db: Database,
    private readonly facts: CompletionFactsRepository,
    private readonly stored: CompletionRepository,
    private readonly attendance: Attendance,
    private readonly enrolments: Enrolments,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  /** Computes these again and keeps what changed; answers how many did. Somebody who passed and meets everything has completed the class. */
  async run(enrolmentIds: readonly number[]): Promise<number> {
    if (enrolmentIds.length === 0) return 0;
    return this.db.transaction(async () => {
      await this.facts.lock(enrolmentIds);
      const before = await this.compute(enrolmentIds);
      const changed = await this.different((await this.complete(before)) ? await this.compute(enrolmentIds) : before);
      await this.stored.store(changed, this.clock.now());
      await this.stored.sumYears(before.map(({ personId }) => personId));
      await this.tell(changed);
      return changed.length;
    });
  }

  /** The enrolments whose stored result is not what the records give now. */
  async check(enrolmentIds: readonly number[]): Promise<number[]> {
    if (enrolmentIds.length === 0) return [];
    return (await this.different(await this.compute(enrolmentIds))).map(({ enrolmentId }) => enrolmentId);
  }

  private async compute(enrolmentIds: readonly number[]): Promise<Judged[]> {
    const enrolments = await this.facts.enrolments(enrolmentIds);
    const classes = await this.facts.classes([...new Set(enrolments.map(({ classId }) => classId))]);
    const absences = await this.attendance.absenceOf(enrolmentIds);
    const sessions = new Map<number, LedgerSession[]>();
    for (const one of await this.attendance.attended(enrolmentIds, always, forever)) sessions.set(one.enrolmentId, [...(sessions.get(one.enrolmentId) ?? []), one]);
    return enrolments.flatMap((enrolment) => {
      const ofClass = classes.get(enrolment.classId);
      if (!ofClass) return [];
      const tree = completionTree(inputOf(ofClass, enrolment, absences.get(enrolment.id)), ofClass.rules);
      return [{ enrolmentId: enrolment.id, personId: enrolment.personId, classId: ofClass.id, state: enrolment.state, tree, ledger: ledgerOf(ofClass, enrolment, sessions.get(enrolment.id) ?? []) }];
    });
  }

  /** @returns whether anybody's state changed */
  private async complete(computed: readonly Judged[]): Promise<boolean> {
    const done = computed.filter(({ state, tree }) => state === 'PASSED' && isComplete(tree));
    for (const { enrolmentId: id } of done) await this.enrolments.setState({ id, to: 'COMPLETED', by: 'SYSTEM' });
    return done.length > 0;
  }

  private async different<T extends Computed>(computed: readonly T[]): Promise<T[]> {
    const ids = computed.map(({ enrolmentId }) => enrolmentId);
    if (ids.length === 0) return [];
    const [trees, ledger] = [await this.stored.trees(ids), await this.stored.ledger(ids)];
    const rows = new Map<number, typeof ledger>();
    for (const row of ledger) rows.set(row.enrolmentId, [...(rows.get(row.enrolmentId) ?? []), { ...row }]);
    return computed.filter((one) => {
      const sameTree = isDeepStrictEqual(trees.get(one.enrolmentId), JSON.parse(JSON.stringify(one.tree)));
      return !sameTree || !isDeepStrictEqual(rows.get(one.enrolmentId) ?? [], one.ledger);
    });
  }

  private async tell(changed: readonly Computed[]): Promise<void> {
    if (changed.length === 0) return;
    for (const { enrolmentId } of changed) this.realtime.changed(completionTopic.name, enrolmentId);
    for (const classId of new Set(changed.map((one) => one.classId))) this.realtime.changed(classCompletionTopic.name, classId);
    for (const unitId of await this.stored.unitsAbove(changed.map(({ enrolmentId }) => enrolmentId), this.clock.today())) this.realtime.changed(unitLedgerTopic.name, unitId);
    this.realtime.changed(overviewTopic.name, 0);
  }
}

type Judged = Computed & { personId: number; state: string };
type LedgerSession = Awaited<ReturnType<Attendance['attended']>>[number];

function ledgerOf(ofClass: ClassFacts, { id, personId, state }: EnrolmentFacts, sessions: readonly LedgerSession[]) {
  const { id: classId, state: classState, year: classYear, recognisedOn, rules } = ofClass;
  return ledgerRows({ enrolmentId: id, personId, classId, enrolmentState: state, classState, classYear, recognisedOn, sessions }, rules);
}
