import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { openContext, type Running } from '../compose.ts';
import { platformCommands } from '../domain/platform.commands.ts';
import { Audit } from './audit.ts';

describe('the audit chain', () => {
  let app: TestInstallation;
  let audit: Audit;
  beforeEach(async () => {
    app = await testInstallation([]);
    audit = app.get(Audit);
    for (let subject = 1; subject <= 20; subject += 1) await record(subject);
    await audit.link();
  });
  afterEach(() => app.close());

  const record = (subjectId: number) => app.db.transaction(() => audit.record({ action: 'grade.changed', subjectType: 'enrolment', subjectId, before: { grade: 5 }, after: { grade: 8.5 } }));
  const anchor = () => readFileSync(join(app.config.DATA_DIR, 'audit-head'), 'utf8');
  /** As much of the application as a command needs. */
  const context = () => ({ get: app.get }) as unknown as Running['app'];
  const verifyCommand = async () => {
    const lines: string[] = [];
    const exitCode = await platformCommands['verify-audit']!.run(context(), [], (line) => lines.push(line));
    return { exitCode, said: lines.join('\n') };
  };

  it('is whole when nobody touched it, and says how much waits', async () => {
    await record(21);
    expect(await audit.verify()).toEqual({ ok: true, checked: 20, waiting: 1 });
    expect(await verifyCommand()).toEqual({ exitCode: 0, said: 'The audit chain is whole: 21 records.' });
  });

  it('records who, why and in which request', async () => {
    const actor = anActor();
    await app.as(actor, () => audit.record({ action: 'role.granted', subjectType: 'account', subjectId: 3, reason: 'Quyết định 12/QĐ' }));
    await audit.record({ action: 'rolled', subjectType: 'account', subjectId: 3, actorId: null });
    const rows = await app.db.rows("SELECT actor_id, reason, request_id, `before` FROM platform_audit WHERE subject_type = 'account' ORDER BY id");
    expect(rows).toEqual([
      { actor_id: actor.accountId, reason: 'Quyết định 12/QĐ', request_id: 'test', before: 'null' },
      { actor_id: null, reason: null, request_id: 'system', before: 'null' },
    ]);
  });

  it.each([
    ['a changed value', ["UPDATE platform_audit SET `after` = '{\"grade\":10}' WHERE id = 7"], 7],
    ['a changed actor', ['UPDATE platform_audit SET actor_id = 1 WHERE id = 7'], 7],
    ['a changed time', ['UPDATE platform_audit SET at = at + INTERVAL 1 SECOND WHERE id = 7'], 7],
    ['a deleted record', ['DELETE FROM platform_audit WHERE id = 7'], 7],
    ['a deleted link', ['DELETE FROM platform_audit_link WHERE seq = 7'], 7],
    ['a deleted record with its link', ['DELETE FROM platform_audit WHERE id = 7', 'DELETE FROM platform_audit_link WHERE seq = 7'], 7],
    ['two swapped records', ['UPDATE platform_audit SET id = 1000 WHERE id = 7', 'UPDATE platform_audit SET id = 7 WHERE id = 8', 'UPDATE platform_audit SET id = 8 WHERE id = 1000'], 7],
    ['a cut-off end', ['DELETE FROM platform_audit WHERE id > 17', 'DELETE FROM platform_audit_link WHERE seq > 17'], 18],
    ['an emptied table', ['DELETE FROM platform_audit', 'DELETE FROM platform_audit_link'], 1],
  ])('shows %s', async (_name, statements, brokenAt) => {
    for (const statement of statements) await app.db.run(statement);
    expect(await audit.verify()).toMatchObject({ ok: false, brokenAt });
    const { exitCode, said } = await verifyCommand();
    expect(exitCode).toBe(1);
    expect(said).toContain('is broken at link');
  });

  it('still shows a cut-off end after new records have grown over it', async () => {
    const before = anchor();
    await app.db.run('DELETE FROM platform_audit WHERE id > 10');
    await app.db.run('DELETE FROM platform_audit_link WHERE seq > 10');
    for (let subject = 31; subject <= 60; subject += 1) await record(subject);
    await audit.link();
    expect(anchor()).toBe(before);
    expect(await audit.verify()).toMatchObject({ ok: false, why: expect.stringContaining('cut off') });
  });

  it('accepts no anchor that was written without the key', async () => {
    const forged = new Audit(app.db, app.clock, Buffer.alloc(32), { read: () => anchor(), write: () => undefined });
    expect(await forged.verify()).toMatchObject({ ok: false });
  });

  it('links every record once with several linkers at work, also from nothing', async () => {
    await app.db.run('DELETE FROM platform_audit_link');
    rmSync(join(app.config.DATA_DIR, 'audit-head'));
    const second = await openContext({ name: 'second', config: app.config, domains: [], background: false });
    const linkers = [audit, second.app.get(Audit), audit, second.app.get(Audit)];
    const linkAll = async (linker: Audit) => {
      while ((await linker.link(3)) > 0);
    };
    const writing = Array.from({ length: 30 }, (_, index) => record(100 + index));
    await Promise.all([...linkers.map(linkAll), ...writing]);
    await linkAll(audit);
    await second.close();
    expect(await audit.verify()).toEqual({ ok: true, checked: 50, waiting: 0 });
  });
});
