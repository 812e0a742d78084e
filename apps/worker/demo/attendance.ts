import type { INestApplicationContext } from '@nestjs/common';
import { AttendanceJobs, AttendanceSessions, Recorder, type NewEvidence } from '@halong/attendance/server';
import { SessionJobs, Sessions } from '@halong/classes/server';
import { Enrolments } from '@halong/enrolment/server';
import { Clock, Database } from '@halong/platform/server';
import { isTrouble, type PlannedClass } from './class-plan.ts';
import { chance } from './seeded.ts';

const minute = 60_000;
type Span = { startsAt: number; endsAt: number };

const inRoom = (enrolmentId: number, at: number): NewEvidence[] => [{ enrolmentId, kind: 'ROOM_CHECK_IN', at, detail: { via: 'QR' }, onceKey: `scan-${at}`, byAccount: null }];

function online(enrolmentId: number, from: number, to: number, prompts: number): NewEvidence[] {
  const connectionId = `demo-${enrolmentId}`;
  const piece = (kind: NewEvidence['kind'], at: number, detail: Record<string, unknown>, onceKey: string): NewEvidence => ({ enrolmentId, kind, at, detail, onceKey, byAccount: null });
  const asked = Array.from({ length: prompts }, (_, at) => String(at + 1)).flatMap((promptId) => {
    const shownAt = from + Number(promptId) * 40 * minute;
    return [piece('PROMPT_SHOWN', shownAt, { promptId }, promptId), piece('PROMPT_ANSWERED', shownAt + 15_000, { promptId }, promptId)];
  });
  return [piece('ONLINE_INTERVAL', to, { from, to, connectionId }, connectionId), ...asked];
}

/** Records who was there, session by session, and lets the clock's own jobs judge and lock. */
export class DemoAttendance {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly trainee: number,
  ) {}

  /** Everything that was held on this day, looked at in its evening. */
  async day(day: string, classes: ReadonlyMap<number, PlannedClass>): Promise<void> {
    const rows = await this.app.get(Database).rows<{ id: number; class_id: number; session_no: number }>(
      `SELECT s.id, s.class_id, s.session_no FROM classes_session s JOIN classes_class c ON c.id = s.class_id
       WHERE s.day = ? AND s.state = 'SCHEDULED' AND c.state IN ('DECIDED', 'RUNNING') ORDER BY s.id`,
      [day],
    );
    for (const { id, class_id, session_no } of rows) {
      const one = classes.get(class_id);
      if (one) await this.record(id, one, session_no);
    }
    await this.tick();
  }

  /** What the worker does every few seconds, once. */
  async tick(): Promise<void> {
    await this.get(SessionJobs).advance();
    await this.get(AttendanceJobs).judge();
    await this.get(AttendanceJobs).lock();
  }

  /** The live session twenty minutes after its start: most have come, in the room or online. */
  async live(classId: number): Promise<void> {
    const now = this.get(Clock).millis();
    const session = (await this.get(Sessions).ofClass(classId)).find(({ startsAt, endsAt }) => startsAt.getTime() <= now && now < endsAt.getTime());
    if (!session) throw new Error('The demo province has no live session');
    await this.tick();
    const facts = await this.sessions.ensure(await this.sessions.get(session.id));
    const trainees = (await this.get(Enrolments).ofClass(classId)).filter(({ personId }) => personId !== this.trainee);
    const pieces = trainees.flatMap(({ id }, at) => {
      if (at % 5 === 4) return [];
      const came = facts.startsAt + Math.round((chance('live', at) * 22 - 12) * minute);
      return at % 3 === 2 ? online(id, came, now - 5_000, 0) : inRoom(id, Math.min(came, now - minute));
    });
    await this.get(Recorder).addMany(facts, pieces);
  }

  private async record(sessionId: number, one: PlannedClass, sessionNo: number): Promise<void> {
    const facts = await this.sessions.ensure(await this.sessions.get(sessionId));
    const trainees = await this.get(Enrolments).ofClass(facts.classId);
    const last = sessionNo === one.days.flatMap(({ periods }) => periods).length;
    const pieces = trainees.flatMap(({ id, personId }, at) => {
      if (personId === this.trainee) return this.traineeIn(one, id, facts, last);
      if (isAbsent(one, at, sessionNo)) return [];
      return present(one, id, facts, chance('way', sessionId, at));
    });
    await this.get(Recorder).addMany(facts, pieces);
  }

  /** The demo trainee misses nothing but the end of the two held classes: 13 of 16 periods each. */
  private traineeIn(one: PlannedClass, enrolmentId: number, span: Span, last: boolean): NewEvidence[] {
    if (!last || one.ending !== 'CERTIFIED') return present(one, enrolmentId, span, 0.3);
    const detail = { status: 'LEFT_EARLY', periods: [5], by: 'Trần Đức Minh', reason: 'Rời lớp theo điều động đột xuất của cơ quan' };
    return [{ enrolmentId, kind: 'MANUAL', at: span.endsAt, detail, onceKey: `demo-${span.endsAt}`, byAccount: null }];
  }

  private get sessions(): AttendanceSessions {
    return this.get(AttendanceSessions);
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(type as never, { strict: false });
  }
}

/** Four of the class with trouble have been away for more than a quarter of it; elsewhere now and then somebody is. */
function isAbsent(one: PlannedClass, at: number, sessionNo: number): boolean {
  if (isTrouble(one)) return at < 4 ? sessionNo % 3 === at % 3 : false;
  // Of the classes under way only the one with trouble has people over the limit: elsewhere each of a few has missed one session.
  if (one.ending === 'RUNNING') return one.days.length >= 10 && at % 7 === 3 && sessionNo === 2 + (at % 3);
  return chance('absent', one.no, at, sessionNo) < (one.days.length > 3 ? 0.035 : 0.01) || (at === 5 && one.no % 6 === 1 && sessionNo <= 3);
}

function present(one: PlannedClass, enrolmentId: number, { startsAt, endsAt }: Span, way: number): NewEvidence[] {
  const isOnline = one.mode === 'ONLINE' || (one.mode === 'BOTH' && way > 0.6);
  const early = startsAt - Math.round(2 + way * 15) * minute;
  const at = way > 0.2 && way < 0.24 ? startsAt + 6 * minute : early;
  return isOnline ? online(enrolmentId, at, endsAt, 2) : inRoom(enrolmentId, at);
}

