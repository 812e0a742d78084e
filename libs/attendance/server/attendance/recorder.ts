import { Injectable } from '@nestjs/common';
import { Clock, Database, Outbox } from '@halong/platform/server';
import { attendanceRecorded } from '../attendance.messages.ts';
import { Announcer } from './announcer.ts';
import { EvidenceRepository } from './evidence.repository.ts';
import type { NewEvidence, StoredEvidence } from './evidence.rows.ts';
import { grouped } from './grouped.ts';
import { judgePresence, type Presence } from './presence.rules.ts';
import { RecordRepository } from './record.repository.ts';
import { sameOutcome, storedOf, type StoredPresence, type TraineeRow } from './record.rows.ts';
import type { SessionFacts } from './session-facts.ts';

export interface Judged {
  presence: Presence;
  evidence: StoredEvidence[];
}

const people = 50;

/**
 * The only writer of evidence and records. A record is always what the rules make of all evidence of the person,
 * and is stored in the transaction of the evidence that changed it, under the lock of the enrolment.
 */
@Injectable()
export class Recorder {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly evidence: EvidenceRepository,
    private readonly records: RecordRepository,
    private readonly outbox: Outbox,
    private readonly announcer: Announcer,
  ) {}

  /** What is known of one person now, without writing. */
  async judge(session: SessionFacts, enrolmentId: number): Promise<Judged> {
    const evidence = await this.evidence.ofMany(session.id, [enrolmentId]);
    return { evidence, presence: judgePresence(session.plan, evidence, session.rules, this.clock.millis()) };
  }

  /** The person as they are, locked until the transaction ends; undefined when they are not of this session. */
  lock(sessionId: number, enrolmentId: number): Promise<TraineeRow | undefined> {
    return this.records.lockOne(sessionId, enrolmentId);
  }

  /**
   * Adds one piece to evidence that was read under the lock of the enrolment (`lock`, `EvidenceRepository.lock`).
   * A piece that was stored before changes nothing.
   * @param before the record as it is, when the caller has read it already under that lock; null when there is none
   */
  async add(session: SessionFacts, known: readonly StoredEvidence[], piece: NewEvidence, before?: StoredPresence | null): Promise<Judged> {
    const added = await this.evidence.add(session.id, piece);
    const evidence = added ? [...known, added] : [...known];
    const presence = judgePresence(session.plan, evidence, session.rules, Math.max(this.clock.millis(), piece.at));
    await this.store(session, new Map([[piece.enrolmentId, presence]]), before === undefined ? undefined : new Map(before ? [[piece.enrolmentId, before]] : []));
    return { presence, evidence };
  }

  /** Adds pieces of several people and judges each of them, in one transaction. */
  async addMany(session: SessionFacts, pieces: readonly NewEvidence[]): Promise<void> {
    const enrolmentIds = [...new Set(pieces.map((one) => one.enrolmentId))].sort((a, b) => a - b);
    for (let from = 0; from < enrolmentIds.length; from += people) {
      const part = enrolmentIds.slice(from, from + people);
      await this.db.transaction(async () => {
        await this.evidence.lock(part);
        await this.evidence.addMany(session.id, pieces.filter((one) => part.includes(one.enrolmentId)));
        await this.judgeAgain(session, part);
      });
    }
  }

  /** Judges everybody of the session again, absent people too; answers how many outcomes changed. */
  async judgeAll(session: SessionFacts): Promise<number> {
    const enrolmentIds = await this.records.enrolmentIds(session);
    let changed = 0;
    for (let from = 0; from < enrolmentIds.length; from += people) {
      const part = enrolmentIds.slice(from, from + people);
      changed += await this.db.transaction(async () => {
        await this.evidence.lock(part);
        return this.judgeAgain(session, part);
      });
    }
    return changed;
  }

  private async judgeAgain(session: SessionFacts, enrolmentIds: readonly number[]): Promise<number> {
    const evidence = grouped(await this.evidence.ofMany(session.id, enrolmentIds), (one) => one.enrolmentId);
    const now = this.clock.millis();
    return this.store(session, new Map(enrolmentIds.map((id) => [id, judgePresence(session.plan, evidence.get(id) ?? [], session.rules, now)])));
  }

  private async store(session: SessionFacts, judged: ReadonlyMap<number, Presence>, known?: ReadonlyMap<number, StoredPresence>): Promise<number> {
    const before = known ?? (await this.records.ofMany(session.id, [...judged.keys()]));
    const records = new Map<number, StoredPresence>([...judged].map(([id, presence]) => [id, storedOf(presence)]));
    await this.records.save(session.id, records);
    const changed = [...records].filter(([id, record]) => !sameOutcome(before.get(id), record)).map(([id]) => id);
    for (const enrolmentId of changed) await this.outbox.publish(attendanceRecorded, { enrolmentId, sessionId: session.id });
    this.announcer.changed(session.id, changed);
    return changed.length;
  }
}
