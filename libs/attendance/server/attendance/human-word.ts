import { Injectable } from '@nestjs/common';
import type { AttendanceEvidence } from '@halong/attendance/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit, Clock, Database } from '@halong/platform/server';
import { AttendanceViews } from './attendance.service.ts';
import { ChangeRights, type Change } from './change-rights.ts';
import { EvidenceRepository } from './evidence.repository.ts';
import type { NewEvidence } from './evidence.rows.ts';
import { judgePresence, type Presence } from './presence.rules.ts';
import { Recorder } from './recorder.ts';
import type { SessionFacts } from './session-facts.ts';

export interface Word {
  kind: NewEvidence['kind'];
  detail: Record<string, unknown>;
  /** When it happened, epoch milliseconds; now when left out. */
  at?: number;
}

const humanKinds = new Set(['MANUAL', 'EXCUSED', 'PERIOD_DECISION']);

const briefOf = ({ status, periods }: Presence) => ({ status, credited: periods.filter((one) => one.state === 'CREDITED').map((one) => one.no) });

/** A piece of evidence that a human enters. Two words of one person at one instant are still two words: the key is never repeated. */
export function pieceOf(actor: Actor, enrolmentId: number, now: number, reason: string, { kind, detail, at = now }: Word): NewEvidence {
  const onceKey = `${actor.accountId}-${now}-${process.hrtime.bigint()}`;
  return { enrolmentId, kind, at, detail: { ...detail, by: actor.displayName, reason }, onceKey, byAccount: actor.accountId };
}

/** What a human says about one person: a further piece of evidence, judged and audited in one transaction. */
@Injectable()
export class HumanWord {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rights: ChangeRights,
    private readonly evidence: EvidenceRepository,
    private readonly recorder: Recorder,
    private readonly views: AttendanceViews,
  ) {}

  /** @throws AppError as `ChangeRights.require`, not_found when the person is not of this session, and what `decide` throws */
  async enter(actor: Actor, sessionId: number, enrolmentId: number, change: Change, decide: (session: SessionFacts) => Word | Promise<Word>): Promise<AttendanceEvidence> {
    return this.db.transaction(async () => {
      const trainee = await this.recorder.lock(sessionId, enrolmentId);
      const session = await this.rights.require(actor, sessionId, change);
      if (!trainee) throw new AppError(platformErrors.not_found);
      const word = await decide(session);
      const known = await this.evidence.ofMany(sessionId, [enrolmentId]);
      const now = this.after(known);
      const before = judgePresence(session.plan, known, session.rules, now);
      const judged = await this.recorder.add(session, known, pieceOf(actor, enrolmentId, now, change.reason, word), trainee.record);
      await this.audit.record({
        action: change.action, subjectType: 'enrolment', subjectId: enrolmentId, reason: change.reason,
        before: { sessionId, ...briefOf(before) }, after: { sessionId, ...word.detail, ...briefOf(judged.presence) },
      });
      return this.views.present(actor, session, trainee, judged);
    });
  }

  /**
   * Now, and after every word that was said before: two processes may read the clock some milliseconds apart,
   * and under the lock of the enrolment the later word must count.
   */
  private after(known: readonly { kind: string; at: number }[]): number {
    const said = known.filter(({ kind }) => humanKinds.has(kind)).map(({ at }) => at + 1);
    return Math.max(this.clock.millis(), ...said);
  }
}
