import type { AttendanceEvidence, AttendanceRow, AttendanceSession } from '@halong/attendance/contract';
import type { StoredEvidence } from './evidence.rows.ts';
import { explainPresence } from './explain.rules.ts';
import { neededOnline } from './period.rules.ts';
import { judgePresence, stillConnected, type Presence } from './presence.rules.ts';
import { storedOf, type StoredPresence, type TraineeRow } from './record.rows.ts';
import { lockInstant, opensAt, type SessionFacts } from './session-facts.ts';
import { promptsSeen, timelineOf } from './timeline.rules.ts';

/** Nobody writes that somebody is not heard any more; it follows from the last heartbeat. */
function leftBy({ leftAt, seenUntil }: StoredPresence, { rules }: SessionFacts, now: number): number | null {
  if (leftAt !== null || typeof seenUntil !== 'number') return leftAt;
  return stillConnected(seenUntil, rules, now) ? null : seenUntil;
}

const onlineReasons = new Set<string>(['ONLINE_ENOUGH', 'ONLINE_TOO_SHORT']);
const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

export function presentSession(session: SessionFacts): AttendanceSession {
  const { id, classId, classCode, classNameVi, classNameEn, sessionNo, topic, day, state, roomName, rules } = session;
  return {
    id, classId, classCode, classNameVi, classNameEn, sessionNo, topic, day, state, roomName,
    mode: session.plan.mode,
    startsAt: iso(session.startsAt), endsAt: iso(session.endsAt), opensAt: iso(opensAt(session)), lateAfter: iso(session.startsAt + rules.late.minutes * 60_000),
    lecturers: session.lecturers.map((one) => one.name),
    periods: session.plan.periods.map(({ no, startsAt, endsAt }) => ({ no, startsAt: iso(startsAt), endsAt: iso(endsAt) })),
    lockedAt: isoOrNull(session.lockedAt),
    locksAt: iso(lockInstant({ ...session, lockedAt: null })),
  };
}

/** One line. Somebody of whom nothing is stored is judged by no evidence. */
export function presentRow(session: SessionFacts, { enrolmentId, fullName, unitName, record }: TraineeRow, now: number): AttendanceRow {
  const judged = record ?? storedOf(judgePresence(session.plan, [], session.rules, now));
  const { status, way, arrivedAt, periods, periodsCredited, minutesPresent, toReview } = judged;
  const times = new Map(session.plan.periods.map((one) => [one.no, one]));
  return {
    enrolmentId, fullName, unitName, status, way, arrivedAt: isoOrNull(arrivedAt), leftAt: isoOrNull(leftBy(judged, session, now)), periodsCredited, minutes: minutesPresent, toReview,
    periods: periods.map(({ no, state, minutesPresent: present, minutesTotal, why }) => ({
      no, state, minutesPresent: present, minutesTotal,
      // Records that were judged earlier do not say what was needed.
      why: onlineReasons.has(why.code) ? { code: why.code, params: { ...neededOnline(session.rules, minutesTotal * 60_000), ...why.params } } : why,
      startsAt: iso(times.get(no)?.startsAt ?? session.startsAt), endsAt: iso(times.get(no)?.endsAt ?? session.endsAt),
    })),
  };
}

export interface EvidenceView {
  session: SessionFacts;
  trainee: TraineeRow;
  evidence: readonly StoredEvidence[];
  presence: Presence;
  appliedRules: AttendanceEvidence['appliedRules'];
  can: AttendanceEvidence['can'];
  now: number;
}

export function presentEvidence({ session, trainee, evidence, presence, appliedRules, can, now }: EvidenceView): AttendanceEvidence {
  const { title, lines, rules } = explainPresence(presence, evidence, session.rules);
  const span = ({ from, to }: { from: number; to: number }) => ({ from: iso(from), to: iso(to) });
  return {
    session: presentSession(session),
    person: presentRow(session, { ...trainee, record: storedOf(presence) }, now),
    stretches: presence.intervals.map(span),
    gaps: presence.gaps.map((gap) => ({ ...span(gap), period: gap.period, kind: gap.kind })),
    prompts: promptsSeen(evidence).map(({ no, shownAt, answeredAt }) => ({ no, shownAt: iso(shownAt), answeredAt: isoOrNull(answeredAt) })),
    title, lines, rules, appliedRules,
    timeline: timelineOf(evidence, session.rules, session, now).map(({ at, ...rest }) => ({ at: iso(at), ...rest })),
    can,
  };
}
