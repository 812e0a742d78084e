import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attendance } from '@halong/attendance/server';
import { CertificateJobs } from '@halong/certification/server';
import { addDays } from '@halong/platform/contract';
import { Clock, openContext, platformCommands, type Running } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { demoPassword, personas } from './demo/accounts.ts';
import { loadDemo } from './demo/load-demo.ts';
import { domains } from '../api/domains.ts';

const folder = resolve('apps/launcher/demo');

describe('the demo province', () => {
  let product: TestInstallation;
  let demo: Running;
  beforeAll(async () => {
    product = await testInstallation(domains, { http: true });
    demo = await openContext({ name: 'demo', config: product.config, domains, background: false });
  });
  afterAll(async () => {
    await demo.close();
    await product.close();
  });

  const number = async (sql: string, ...params: (string | Date)[]): Promise<number> => Number(Object.values((await product.db.row(sql, params)) ?? {})[0]);

  it('broken off in the middle leaves no half year, and the next start finishes', { timeout: 600_000 }, async () => {
    // The database refuses in the middle of the year, when some classes have their certificates already.
    await product.db.pool.promise().query(
      "CREATE TRIGGER halfway BEFORE INSERT ON certification_certificate FOR EACH ROW IF NEW.seq = 20 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken off'; END IF",
    );
    await expect(loadDemo(demo.app, folder)).rejects.toThrow('broken off');
    await product.db.pool.promise().query('DROP TRIGGER halfway');
    expect(await number('SELECT COUNT(*) FROM classes_class')).toBe(0);
    expect(await number('SELECT COUNT(*) FROM identity_account')).toBe(0);
    expect(await loadDemo(demo.app, folder)).toBe(true);
    expect(Math.abs(demo.app.get(Clock).millis() - product.clock.millis())).toBeLessThan(60_000);
  });

  it('has 64 classes in the states of the scenario and one live session', async () => {
    const rows = await product.db.rows<{ state: string; n: number }>("SELECT IF(state IN ('EXAM', 'GRADING'), 'GRADING', state) AS state, COUNT(*) AS n FROM classes_class GROUP BY 1");
    expect(Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]))).toEqual({ CERTIFIED: 44, GRADING: 5, RUNNING: 6, NOMINATING: 4, POSTPONED: 3, CANCELLED: 2 });
    expect(await number("SELECT COUNT(*) FROM classes_session WHERE state = 'LIVE' AND starts_at <= ? AND ends_at > ?", product.clock.now(), product.clock.now())).toBe(1);
    expect(await number("SELECT COUNT(*) FROM attendance_record r JOIN classes_session s ON s.id = r.session_id WHERE s.state = 'LIVE' AND r.arrived_at IS NOT NULL")).toBeGreaterThan(10);
  });

  it('the trainee has 26 of 40 periods, four of one class have missed too much, one certificate is revoked', async () => {
    const trainee = await number("SELECT person_id FROM identity_account WHERE login = 'hocvien'");
    expect(await number("SELECT SUM(periods_attended) FROM completion_ledger WHERE state = 'COUNTED' AND person_id = ?", String(trainee))).toBe(26);
    const trouble = await number("SELECT c.id FROM classes_class c WHERE c.code LIKE 'QPAN-3 %'");
    const absences = await product.get(Attendance).absenceOfClass(trouble);
    expect([...absences.values()].filter(({ barred }) => barred)).toHaveLength(4);
    for (const { id } of await product.db.rows<{ id: number }>("SELECT id FROM classes_class WHERE state IN ('RUNNING', 'EXAM') AND id <> ?", [trouble])) {
      expect([...(await product.get(Attendance).absenceOfClass(id)).values()].filter(({ barred }) => barred)).toEqual([]);
    }
    expect(await number("SELECT COUNT(*) FROM certification_certificate WHERE state = 'REVOKED' AND revocation_ground = 'ALTERED'")).toBe(1);
    expect(await number("SELECT COUNT(*) FROM certification_certificate")).toBeGreaterThan(300);
  });

  it('tells nobody today of what lies in the past: notices have the day of their fact, and no letter is written', async () => {
    const told = await product.db.rows<{ kind: string; n: number; unmailed: number; unread: number }>(
      'SELECT kind, COUNT(*) AS n, SUM(mailed_at IS NULL) AS unmailed, SUM(read_at IS NULL AND at < ?) AS unread FROM notifications_notification GROUP BY kind',
      [new Date(product.clock.millis() - 8 * 24 * 3_600_000)],
    );
    const certificates = await number("SELECT COUNT(*) FROM certification_certificate WHERE state <> 'REVOKED'");
    expect(Number(told.find(({ kind }) => kind === 'certificate_issued')?.n)).toBeGreaterThanOrEqual(certificates);
    expect(told.map(({ unmailed, unread }) => [Number(unmailed), Number(unread)])).toEqual(told.map(() => [0, 0]));
    expect(await number("SELECT COUNT(*) FROM platform_outbox WHERE name = 'notifications.mail' AND done_at IS NULL")).toBe(0);
    const batch = await number('SELECT MIN(id) FROM certification_batch');
    await demo.app.get(CertificateJobs, { strict: false }).makePapers({ batchId: batch });
    expect(await number("SELECT COUNT(*) FROM certification_certificate WHERE batch_id = ? AND file_id IS NULL", String(batch))).toBe(0);
    expect(await number("SELECT COUNT(*) FROM platform_outbox WHERE name = 'notifications.mail' AND done_at IS NULL")).toBe(0);
    expect(await number('SELECT COUNT(*) FROM platform_mail')).toBe(0);
  });

  it('everybody with an account but the administrator stands in the lists, and the ward of the demo is at 83 %', async () => {
    const without = await product.db.rows<{ login: string }>('SELECT login FROM identity_account WHERE person_id IS NULL');
    expect(without.map(({ login }) => login)).toEqual(['quantri']);
    const people = await product.db.rows<{ id: number; counted: number }>(
      `SELECT m.person_id AS id, COALESCE((SELECT SUM(l.periods_attended) FROM completion_ledger l WHERE l.person_id = m.person_id AND l.state = 'COUNTED' AND l.year = ?), 0) AS counted
       FROM organisation_employment m JOIN organisation_unit_ancestor a ON a.unit_id = m.unit_id JOIN organisation_unit u ON u.id = a.ancestor_id
       WHERE u.code = 'QN-P-HALONG' AND m.valid_to IS NULL GROUP BY m.person_id`,
      [product.clock.today().slice(0, 4)],
    );
    const enough = people.filter(({ counted }) => Number(counted) >= 40).length;
    expect(Math.round((enough / people.length) * 100)).toBe(83);
  });

  it('one grade sheet is late: the class ended six days ago, and half of the marks are missing', async () => {
    const late = await product.db.rows<{ closed: string; marked: number; trainees: number }>(
      `SELECT c.closing_date AS closed, (SELECT COUNT(DISTINCT g.enrolment_id) FROM assessment_grade g JOIN enrolment_enrolment e ON e.id = g.enrolment_id WHERE e.class_id = c.id) AS marked,
         (SELECT COUNT(*) FROM enrolment_enrolment e WHERE e.class_id = c.id) AS trainees
       FROM classes_class c JOIN assessment_grade_sheet s ON s.class_id = c.id AND s.state = 'OPEN' WHERE c.state = 'GRADING'`,
    );
    expect(late).toHaveLength(1);
    const [{ closed, marked, trainees } = { closed: '', marked: 0, trainees: 0 }] = late;
    expect([closed <= addDays(product.clock.today(), -6), Number(marked) * 2]).toEqual([true, Number(trainees)]);
  });

  it.each(personas.map(({ login, name }) => [login, name] as const))('%s signs in as %s', async (login, name) => {
    const answer = await fetch(`${product.url}/api/session`, {
      method: 'POST', headers: { 'content-type': 'application/json', origin: product.config.PUBLIC_URL }, body: JSON.stringify({ login, password: demoPassword, ownDevice: false }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ login, displayName: name });
  });

  it('has an audit trail that holds', { timeout: 60_000 }, async () => {
    const said: string[] = [];
    expect(await platformCommands['verify-audit']?.run(demo.app, [], (line) => said.push(line))).toBe(0);
    expect(said.join('\n')).not.toBe('');
  });

  it('a second start changes nothing', { timeout: 60_000 }, async () => {
    const tables = (await product.db.rows<{ name: string }>('SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1')).map(({ name }) => name);
    const checksums = () => product.db.rows(`CHECKSUM TABLE ${tables.join(', ')}`);
    const before = await checksums();
    expect(await loadDemo(demo.app, folder)).toBe(false);
    expect(await checksums()).toEqual(before);
  });
});
