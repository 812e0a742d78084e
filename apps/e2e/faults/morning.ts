import { expect } from 'vitest';
import { Audit } from '@halong/platform/server';
import type { TestInstallation } from '@halong/testing/server';
import type { ClassDay } from './class-day.ts';
import { ask, type Entry, type Ledger } from './ledger.ts';

/** What a client of the morning wrote. */
export type Fact =
  | { kind: 'attendance'; enrolmentId: number; status: string; reason: string }
  | { kind: 'grade'; enrolmentId: number; score: number; version: number }
  | { kind: 'read'; personId: number; notificationId: number };

export type MorningLedger = Ledger<Fact>;

const of = <K extends Fact['kind']>(entries: Entry<Fact>[], kind: K) => entries.map(({ what }) => what).filter((what): what is Extract<Fact, { kind: K }> => what.kind === kind);

/** Marks the attendance of one trainee again and again, in turns present and not; every fifth may be given up after a fault. */
export const markingClient = (ledger: MorningLedger, day: ClassDay, at: number, givesUp = false) => async (going: () => boolean) => {
  const { enrolmentId } = day.trainees[at]!;
  for (let n = 0; going(); n += 1) {
    const reason = `Theo phiếu ký ${at}-${n}`;
    const status = n % 2 === 0 ? 'PRESENT' : 'UNEXCUSED';
    const path = `/sessions/${day.sessionId}/attendance/${enrolmentId}/mark`;
    await ledger.send({ cookie: day.coordinator, method: 'POST', path, body: { status, reason }, key: `attendance-${at}-${n}` }, { kind: 'attendance', enrolmentId, status, reason }, givesUp);
  }
};

/** Writes the same mark of one trainee again and again, each time at the version it knows. */
export const gradingClient = (ledger: MorningLedger, day: ClassDay, at: number) => async (going: () => boolean) => {
  const { enrolmentId } = day.trainees[at]!;
  for (let version = 0; going(); version += 1) {
    const score = (version % 20) / 2;
    const body = { changes: [{ enrolmentId, component: 'kiem-tra', version, mark: { kind: 'SCORE', value: score } }] };
    await ledger.send({ cookie: day.coordinator, method: 'PUT', path: `/classes/${day.rows.classId}/grade-sheet/marks`, body, key: `grade-${at}-${version}` }, { kind: 'grade', enrolmentId, score, version });
  }
};

/** Reads the notifications of one trainee, one by one. */
export const readingClient = (ledger: MorningLedger, day: ClassDay, at: number, notificationIds: number[]) => async (going: () => boolean) => {
  const { cookie, personId } = day.trainees[at]!;
  for (const notificationId of notificationIds) {
    if (!going()) return;
    await ledger.send({ cookie, method: 'POST', path: '/my/notifications/read', body: { ids: [notificationId] }, key: `read-${at}-${notificationId}` }, { kind: 'read', personId, notificationId });
  }
};

async function countBy(app: TestInstallation, sql: string): Promise<Map<string, number>> {
  return new Map((await app.db.rows<{ name: string; n: number }>(sql)).map(({ name, n }) => [String(name), Number(n)]));
}

function byTrainee<T extends { enrolmentId: number }>(facts: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const fact of facts) groups.set(fact.enrolmentId, [...(groups.get(fact.enrolmentId) ?? []), fact]);
  return groups;
}

const evidenceSql = "SELECT JSON_UNQUOTE(JSON_EXTRACT(detail, '$.reason')) AS name, COUNT(*) AS n FROM attendance_evidence GROUP BY name";
const auditSql = "SELECT reason AS name, COUNT(*) AS n FROM platform_audit WHERE action = 'attendance.mark' GROUP BY reason";
const outboxSql = "SELECT JSON_EXTRACT(payload, '$.enrolmentId') AS name, COUNT(*) AS n FROM platform_outbox WHERE name = 'attendance.recorded' GROUP BY 1";

/** Each acknowledged fact is there once: evidence, audit, message, record, mark and note of reading. */
export async function proveMorning(app: TestInstallation, ledger: MorningLedger): Promise<void> {
  await proveAttendance(app, ledger);
  await proveGrades(app, ledger);
  for (const { notificationId } of of(ledger.entries, 'read')) {
    expect(await app.db.row('SELECT id FROM notifications_notification WHERE id = ? AND read_at IS NOT NULL', [notificationId])).toBeDefined();
  }
  await expect.poll(() => app.get(Audit).verify(), { timeout: 30_000 }).toMatchObject({ ok: true, waiting: 0 });
}

async function proveAttendance(app: TestInstallation, ledger: MorningLedger): Promise<void> {
  const [evidence, audit, messages] = await Promise.all([countBy(app, evidenceSql), countBy(app, auditSql), countBy(app, outboxSql)]);
  const marks = of(ledger.entries, 'attendance');
  const doubtful = of(ledger.abandoned, 'attendance');
  const wrong = marks.filter(({ reason }) => evidence.get(reason) !== 1 || audit.get(reason) !== 1);
  const halves = doubtful.filter(({ reason }) => (evidence.get(reason) ?? 0) !== (audit.get(reason) ?? 0) || (evidence.get(reason) ?? 0) > 1);
  expect({ wrong, halves }).toEqual({ wrong: [], halves: [] });
  const uncertain = new Set(doubtful.map(({ enrolmentId }) => enrolmentId));
  for (const [enrolmentId, own] of byTrainee(marks)) {
    if (uncertain.has(enrolmentId)) continue;
    // Each mark changes the record. The schedule that judges a running session may say so once more.
    expect(messages.get(String(enrolmentId))).toBeGreaterThanOrEqual(own.length);
    expect(await app.db.row('SELECT status FROM attendance_record WHERE enrolment_id = ?', [enrolmentId])).toEqual({ status: own.at(-1)?.status });
  }
}

async function proveGrades(app: TestInstallation, ledger: MorningLedger): Promise<void> {
  const grades = of(ledger.entries, 'grade');
  for (const [enrolmentId, own] of byTrainee(grades)) {
    const row = await app.db.row<{ score: number; version: number }>('SELECT score, version FROM assessment_grade WHERE enrolment_id = ?', [enrolmentId]);
    expect({ ...row }).toEqual({ score: own.at(-1)?.score, version: own.length });
  }
  const audited = await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_audit WHERE action = 'assessment.marks_changed'");
  expect(Number(audited?.n)).toBe(grades.length);
}

/** Sends acknowledged commands again with their keys: the same answers, and nothing is done twice. */
export async function proveReplays(url: string, ledger: MorningLedger): Promise<void> {
  for (const { command, answer } of ledger.entries.filter((_, at) => at % Math.ceil(ledger.entries.length / 100) === 0)) {
    expect(await ask(url, command)).toMatchObject({ status: 200, body: answer });
  }
}
