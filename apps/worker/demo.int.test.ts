import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Attendance } from '@halong/attendance/server';
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
    expect(await number("SELECT COUNT(*) FROM certification_certificate WHERE state = 'REVOKED' AND revocation_ground = 'ALTERED'")).toBe(1);
    expect(await number("SELECT COUNT(*) FROM certification_certificate")).toBeGreaterThan(300);
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
