import { Inject, Injectable } from '@nestjs/common';
import { checkInTopic, type CheckCodeView } from '@halong/attendance/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, CONFIG, Watch, type Config } from '@halong/platform/server';
import { AttendanceSessions, type ReadySession } from '../attendance/attendance-sessions.ts';
import { mayShowCode } from '../attendance/attendance.policy.ts';
import { presentSession } from '../attendance/attendance.presenter.ts';
import { RecordRepository } from '../attendance/record.repository.ts';
import { opensAt, type SessionFacts } from '../attendance/session-facts.ts';
import { codeNow, tokenOf } from '../check-code/check-code.rules.ts';
import { windowOf } from './check-in.rules.ts';

const recentMs = 10_000;

/** What the room sees on the wall. */
@Injectable()
export class Projector {
  constructor(
    private readonly clock: Clock,
    private readonly sessions: AttendanceSessions,
    private readonly records: RecordRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws AppError platform.not_found for those who do not run the session */
  async show(actor: Actor, sessionId: number): Promise<CheckCodeView> {
    const session = await this.runBy(actor, sessionId);
    const now = this.clock.millis();
    const window = windowOf({ state: session.state, opensAt: opensAt(session), endsAt: session.endsAt }, now);
    const open = window === 'OPEN' && session.plan.mode !== 'ONLINE';
    const counts = await this.records.presence(session);
    // Online presence is stored in batches: it gets as much longer to appear.
    const onlineSince = new Date(now - recentMs - session.rules.online.batchSec * 1000);
    return {
      session: presentSession(session),
      window,
      code: open ? this.codeOf(await this.sessions.ensure(session), now) : null,
      counts,
      recent: await this.records.arrivals(sessionId, new Date(now - recentMs), onlineSince),
      now: new Date(now).toISOString(),
    };
  }

  @Watch(checkInTopic)
  async mayWatch(actor: Actor, sessionId: number): Promise<boolean> {
    return mayShowCode(actor, await this.sessions.get(sessionId));
  }

  private async runBy(actor: Actor, sessionId: number): Promise<SessionFacts> {
    const session = await this.sessions.get(sessionId);
    if (!mayShowCode(actor, session)) throw new AppError(platformErrors.not_found);
    return session;
  }

  private codeOf(session: ReadySession, now: number): CheckCodeView['code'] {
    const { digits, token: secretPart, changesAt } = codeNow({ secret: session.secret, sessionId: session.id }, now, session.rules);
    const token = tokenOf(session.id, secretPart);
    return { digits, token, url: new URL(`/c/${token}`, this.config.PUBLIC_URL).toString(), changesAt: new Date(changesAt).toISOString(), rotateSec: session.rules.attendance.qrRotateSec };
  }
}
