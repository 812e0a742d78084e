import { Injectable } from '@nestjs/common';
import { attendanceErrors as errors, type CheckInReceipt } from '@halong/attendance/contract';
import { AppError, dayOf, formatDay, timeOf, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { presentSession } from '../attendance/attendance.presenter.ts';
import { EvidenceRepository } from '../attendance/evidence.repository.ts';
import { judgePresence } from '../attendance/presence.rules.ts';
import { Recorder, type Judged } from '../attendance/recorder.ts';
import { opensAt, type SessionFacts } from '../attendance/session-facts.ts';
import { SessionFactsRepository } from '../attendance/session-facts.repository.ts';
import { checkCode, expiredSince, readToken, type SessionCode } from '../check-code/check-code.rules.ts';
import { afterAttempt, pauseLeftSec, type CodeAttempts } from '../check-code/wrong-code.rules.ts';
import { refuseRoom, sessionsToTry, standingScan } from './check-in.rules.ts';
import { CodeTryRepository } from './code-try.repository.ts';

type Kind = 'ROOM_CHECK_IN' | 'ROOM_CHECK_OUT';
/** What the trainee sent: the token of the QR picture or the digits, `code` is what is checked. */
type Presented = { token?: string; digits?: string; sessionId?: number };
interface Attempt {
  kind: Kind;
  code: string;
  isToken: boolean;
  /** When the request came in: waiting for a lock must not make a code expire. */
  at: number;
}
type Outcome = { receipt: CheckInReceipt } | { refusal: AppError };

const halfDayMs = 12 * 3_600_000;
const takingCodes = (session: SessionFacts) => ({ state: session.state, mode: session.plan.mode, opensAt: opensAt(session), endsAt: session.endsAt, session });

/** Room presence: a trainee says what the projector shows. */
@Injectable()
export class CheckIns {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly facts: SessionFactsRepository,
    private readonly evidence: EvidenceRepository,
    private readonly tries: CodeTryRepository,
    private readonly recorder: Recorder,
  ) {}

  /**
   * Takes in one scan. The first result is answered again to a repeat, also when its code has expired by then.
   * @throws AppError the refusals of the route, each with what to do next
   */
  async scan(actor: Actor, kind: Kind, presented: Presented): Promise<CheckInReceipt> {
    const at = this.clock.millis();
    const { personId } = actor;
    if (personId === null) throw new AppError(errors.not_enrolled);
    // A wrong code must be remembered, so its transaction commits and the refusal comes after it.
    const outcome = await this.db.transaction(() => (presented.token === undefined ? this.byDigits(personId, kind, presented, at) : this.byToken(personId, kind, presented.token, at)));
    if ('refusal' in outcome) throw outcome.refusal;
    return outcome.receipt;
  }

  private async byToken(personId: number, kind: Kind, scanned: string, at: number): Promise<Outcome> {
    const read = readToken(scanned);
    const session = read && (await this.facts.find(read.sessionId));
    if (!session || !read) return { refusal: new AppError(errors.qr_unknown) };
    const enrolmentId = await this.evidence.lockOfPerson(session.classId, personId);
    if (enrolmentId === undefined) return { refusal: new AppError(errors.not_enrolled) };
    return this.attempt(session, enrolmentId, { kind, code: read.token, isToken: true, at });
  }

  private async byDigits(personId: number, kind: Kind, { digits = '', sessionId }: Presented, at: number): Promise<Outcome> {
    const own = await this.facts.aroundOf(personId, new Date(at - halfDayMs), new Date(at + halfDayMs));
    const wanted = own.filter(({ session }) => sessionId === undefined || session.id === sessionId).map((one) => ({ ...takingCodes(one.session), ...one }));
    const { open, nearest } = sessionsToTry(wanted, at);
    const code = digits.replace(/\D/g, '');
    const matching = open.find(({ session }) => this.codeOf(session) && checkCode(this.codeOf(session)!, code, at, session.rules).ok);
    const target = matching ?? open[0] ?? nearest;
    if (!target) return { refusal: new AppError(errors.no_session_now) };
    await this.evidence.lock([target.enrolmentId]);
    return this.attempt(target.session, target.enrolmentId, { kind, code, isToken: false, at });
  }

  private async attempt(session: SessionFacts, enrolmentId: number, attempt: Attempt): Promise<Outcome> {
    const known = await this.evidence.ofMany(session.id, [enrolmentId]);
    const standing = standingScan(known, attempt.kind);
    const judgedNow = (): Judged => ({ evidence: known, presence: judgePresence(session.plan, known, session.rules, this.clock.millis()) });
    if (standing) return { receipt: receiptOf(session, enrolmentId, judgedNow(), standing.at, true) };
    const closed = refuseRoom(takingCodes(session), attempt.at);
    if (closed) return { refusal: this.closedError(session, closed) };
    const tries = await this.tries.of(session.id, enrolmentId);
    const seconds = pauseLeftSec(tries, attempt.at);
    if (seconds > 0) return { refusal: new AppError(errors.code_paused, { seconds }) };
    const code = this.codeOf(session);
    const check = code && checkCode(code, attempt.code, attempt.at, session.rules);
    if (!check?.ok) return { refusal: await this.wrong(session, enrolmentId, attempt, tries) };
    if (tries.wrong > 0) await this.tries.save(session.id, enrolmentId, afterAttempt(tries, { at: attempt.at, correct: true }, session.rules));
    const detail = { step: check.step, via: check.via };
    const judged = await this.recorder.add(session, known, { enrolmentId, kind: attempt.kind, at: attempt.at, detail, onceKey: `scan-${attempt.at}`, byAccount: null });
    return { receipt: receiptOf(session, enrolmentId, judged, attempt.at, false) };
  }

  /** An old code is no guess and is not counted; anything else is. */
  private async wrong(session: SessionFacts, enrolmentId: number, { code, isToken, at }: Attempt, tries: CodeAttempts): Promise<AppError> {
    const known = this.codeOf(session);
    const since = known && expiredSince(known, code, at, session.rules);
    if (since) return new AppError(isToken ? errors.qr_expired : errors.code_expired, { code: spaced(code), at: secondsText(since) });
    const next = afterAttempt(tries, { at, correct: false }, session.rules);
    await this.tries.save(session.id, enrolmentId, next);
    const seconds = pauseLeftSec(next, at);
    if (seconds > 0) return new AppError(errors.code_paused, { seconds });
    if (isToken) return new AppError(errors.qr_unknown);
    return new AppError(errors.code_wrong, { code: spaced(code), left: session.rules.attendance.wrongCodes - next.wrong });
  }

  private codeOf({ id, secret, startsAt, endsAt }: SessionFacts): SessionCode | undefined {
    return secret === null ? undefined : { sessionId: id, secret, startsAt, endsAt };
  }

  private closedError(session: SessionFacts, refusal: 'session_cancelled' | 'online_only' | 'not_open_yet' | 'session_over'): AppError {
    const day = formatDay(dayOf(session.startsAt));
    return new AppError(errors[refusal], { day, sessionId: session.id, opensAt: timeOf(opensAt(session)), endedAt: timeOf(session.endsAt) });
  }
}

const secondsText = (at: number): string => `${timeOf(at)}:${String(Math.floor(at / 1000) % 60).padStart(2, '0')}`;
const spaced = (digits: string): string => (digits.length === 6 ? `${digits.slice(0, 3)} ${digits.slice(3)}` : digits.slice(0, 12));

/** Which periods count is told as if the person stayed to the end. */
function receiptOf(session: SessionFacts, enrolmentId: number, { presence, evidence }: Judged, at: number, repeated: boolean): CheckInReceipt {
  const { periods } = judgePresence(session.plan, evidence, session.rules, session.endsAt);
  const having = (state: string): number[] => periods.filter((one) => one.state === state).map((one) => one.no);
  return {
    session: presentSession(session), enrolmentId, status: presence.status, at: new Date(at).toISOString(), repeated,
    periods: { counting: having('CREDITED'), toDecide: having('TO_DECIDE'), missed: having('NOT_CREDITED') },
  };
}
