import type { DeskSession, TodaySession } from '@halong/insights/contract';
import type { DeskSessionRow, MySessionRow, SessionFactsRow } from './today.rows.ts';

function presentFacts(row: SessionFactsRow) {
  return {
    sessionId: row.id, sessionNo: row.session_no, classId: row.class_id, classCode: row.code, classNameVi: row.name_vi, classNameEn: row.name_en,
    topic: row.topic, startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), firstPeriod: row.first_period ?? 0, lastPeriod: row.last_period ?? 0,
    mode: row.mode, state: row.state, where: row.place, lecturers: row.lecturers,
  };
}

export function presentMySession(row: MySessionRow): TodaySession {
  const known = row.status !== null && row.way !== null;
  return {
    ...presentFacts(row),
    sessionsTotal: Number(row.sessions_total),
    checkInFrom: new Date(row.starts_at.getTime() - Number(row.window_before) * 60_000).toISOString(),
    mine: known
      ? { status: row.status ?? '', way: row.way ?? '', arrivedAt: row.arrived_at?.toISOString() ?? null, periodsCredited: row.periods_credited, periodsTotal: row.periods_total }
      : null,
  };
}

export function presentDeskSession(row: DeskSessionRow): DeskSession {
  return { ...presentFacts(row), expected: Number(row.expected), present: Number(row.present), toReview: Number(row.to_review) };
}
