import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { createPool, type Pool, type RowDataPacket } from 'mysql2/promise';
import { classPages } from './bare-class.ts';

/**
 * The limit that the product is measured against: handlers written by hand on Fastify and mysql2, with the same
 * answer, the same check of the session (five seconds cached), the same rows and the same durability.
 */
const url = new URL(process.env['DATABASE_URL'] ?? '');
const pool: Pool = createPool({
  user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database: url.pathname.slice(1),
  socketPath: url.searchParams.get('socketPath') ?? undefined, timezone: 'Z', dateStrings: ['DATE'], decimalNumbers: true, connectionLimit: 10,
});

interface Session {
  accountId: number;
  personId: number;
  until: number;
}
const sessions = new Map<string, Session>();

async function sessionOf(cookie: string | undefined): Promise<Session | undefined> {
  const token = /(?:^|; )sid=([\w-]{43})/.exec(cookie ?? '')?.[1];
  if (!token) return undefined;
  const hash = createHash('sha256').update(token).digest('hex');
  const known = sessions.get(hash);
  if (known && known.until > Date.now()) return known;
  const [rows] = await pool.execute<RowDataPacket[]>(
    'SELECT a.id AS accountId, a.person_id AS personId FROM identity_session s JOIN identity_account a ON a.id = s.account_id WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.expires_at > NOW(3)',
    [hash],
  );
  if (!rows[0]) return undefined;
  const fresh = { accountId: rows[0]['accountId'] as number, personId: rows[0]['personId'] as number, until: Date.now() + 5_000 };
  sessions.set(hash, fresh);
  return fresh;
}

const mine = process.env['BENCH_SESSIONS_SQL'] ?? '';
const year = process.env['BENCH_YEAR_SQL'] ?? '';
const app = Fastify();

app.get('/today', async (request, reply) => {
  const session = await sessionOf(request.headers.cookie);
  if (!session) return reply.code(401).send();
  const now = new Date();
  const day = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const midnight = new Date(`${day}T00:00:00+07:00`);
  const [[rows], [years]] = await Promise.all([
    pool.execute<RowDataPacket[]>(mine, [midnight, new Date(midnight.getTime() + 14 * 86_400_000), session.personId]),
    pool.execute<RowDataPacket[]>(year, [day, day, Number(day.slice(0, 4)), session.personId]),
  ]);
  return { day, now, sessions: rows, ledger: years[0] };
});

app.post<{ Params: { session: string; enrolment: string }; Body: { status: string; reason: string } }>('/mark/:session/:enrolment', async (request, reply) => {
  const session = await sessionOf(request.headers.cookie);
  if (!session) return reply.code(401).send();
  const [sessionId, enrolmentId] = [Number(request.params.session), Number(request.params.enrolment)];
  const key = String(request.headers['idempotency-key']);
  const hash = createHash('sha256').update(request.url + JSON.stringify(request.body)).digest('hex');
  const at = new Date();
  const connection = await pool.getConnection();
  try {
    await connection.query('START TRANSACTION');
    await connection.execute('INSERT INTO platform_idempotency (account_id, request_key, request_hash) VALUES (?, ?, ?)', [session.accountId, key, hash]);
    const [plan] = await connection.execute<RowDataPacket[]>(
      'SELECT s.id, s.class_id, s.mode, s.starts_at, s.ends_at, c.rules FROM classes_session s JOIN classes_class c ON c.id = s.class_id WHERE s.id = ?', [sessionId],
    );
    const [periods] = await connection.execute<RowDataPacket[]>('SELECT period_no, starts_at, ends_at FROM classes_session_period WHERE session_id = ? ORDER BY period_no', [sessionId]);
    await connection.execute('SELECT id, full_name FROM enrolment_enrolment WHERE id = ? FOR UPDATE', [enrolmentId]);
    const [evidence] = await connection.execute<RowDataPacket[]>('SELECT id, kind, at, detail FROM attendance_evidence WHERE session_id = ? AND enrolment_id = ? ORDER BY at, id', [sessionId, enrolmentId]);
    const [records] = await connection.execute<RowDataPacket[]>('SELECT * FROM attendance_record WHERE session_id = ? AND enrolment_id = ?', [sessionId, enrolmentId]);
    const detail = JSON.stringify({ status: request.body.status });
    await connection.execute('INSERT IGNORE INTO attendance_evidence (session_id, enrolment_id, kind, at, detail, once_key, by_account) VALUES (?, ?, ?, ?, ?, ?, ?)', [sessionId, enrolmentId, 'MANUAL', at, detail, key, session.accountId]);
    const judgement = JSON.stringify({ status: request.body.status, periods: periods.map((one) => ({ no: one['period_no'], state: 'CREDITED' })), evidence: evidence.length + 1 });
    await connection.execute(
      `INSERT INTO attendance_record (session_id, enrolment_id, status, way, periods_credited, periods_total, minutes, judgement) VALUES (?, ?, ?, 'NONE', ?, ?, 0, ?)
       ON DUPLICATE KEY UPDATE status = VALUES(status), periods_credited = VALUES(periods_credited), judgement = VALUES(judgement), version = version + 1`,
      [sessionId, enrolmentId, request.body.status, periods.length, periods.length, judgement],
    );
    await connection.execute(
      'INSERT INTO platform_audit (at, actor_id, action, subject_type, subject_id, reason, `before`, `after`, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [at, session.accountId, 'attendance.mark', 'enrolment', enrolmentId, request.body.reason, JSON.stringify(records[0] ?? null), judgement, key],
    );
    await connection.execute('INSERT INTO platform_outbox (name, payload, available_at) VALUES (?, ?, ?)', ['attendance.recorded', JSON.stringify({ enrolmentId, sessionId }), at]);
    const answer = { session: plan[0]?.['id'] as number, judgement: JSON.parse(judgement) as unknown };
    await connection.execute('UPDATE platform_idempotency SET answer = ? WHERE account_id = ? AND request_key = ?', [JSON.stringify(answer), session.accountId, key]);
    await connection.query('COMMIT');
    return answer;
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
});

classPages(app, pool, sessionOf);

await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
