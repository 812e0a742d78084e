import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { platformErrors } from '@halong/platform/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { Idempotency } from './idempotency.ts';

describe('a request with a key', () => {
  let app: TestInstallation;
  let idempotency: Idempotency;
  beforeAll(async () => {
    app = await testInstallation([]);
    idempotency = app.get(Idempotency);
    await app.db.run('CREATE TABLE probe_effect (id int AUTO_INCREMENT PRIMARY KEY, subject varchar(20) NOT NULL)');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.db.run('DELETE FROM probe_effect');
    await app.db.run('DELETE FROM platform_idempotency');
  });

  const count = async (table: string) => Number((await app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);
  const work = (subject: string) => async () => ({ id: await app.db.insert('probe_effect', { subject }), subject });

  it('has one effect and one answer, 20 at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => idempotency.once(1, 'key-1', ['POST', '/x', { a: 1 }], work('a'))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count('probe_effect')).toBe(1);
  });

  it('is refused when the key belonged to something else, without an effect', async () => {
    await idempotency.once(1, 'key-2', ['POST', '/x', { a: 1 }], work('a'));
    for (const other of [['POST', '/x', { a: 2 }], ['POST', '/y', { a: 1 }], ['PUT', '/x', { a: 1 }]]) {
      await expect(idempotency.once(1, 'key-2', other, work('b'))).rejects.toMatchObject({ def: platformErrors.key_reused });
    }
    expect(await count('probe_effect')).toBe(1);
  });

  it('is another one for another person', async () => {
    await idempotency.once(1, 'key-3', ['POST', '/x', null], work('a'));
    await idempotency.once(2, 'key-3', ['POST', '/x', null], work('b'));
    expect(await count('probe_effect')).toBe(2);
  });

  it('leaves nothing when it fails, so that it can be sent again', async () => {
    const failing = async () => {
      await work('a')();
      throw new Error('no');
    };
    await expect(idempotency.once(1, 'key-4', ['POST', '/x', null], failing)).rejects.toThrow('no');
    expect([await count('probe_effect'), await count('platform_idempotency')]).toEqual([0, 0]);
    expect(await idempotency.once(1, 'key-4', ['POST', '/x', null], work('a'))).toMatchObject({ subject: 'a' });
  });

  it('keeps key and answer in the transaction of the effect', async () => {
    await idempotency.once(1, 'key-5', ['POST', '/x', null], async () => {
      const outside = await new Promise<number>((resolve, reject) => {
        app.db.pool.query('SELECT COUNT(*) AS n FROM platform_idempotency', (error, rows) => (error ? reject(error) : resolve(Number((rows as { n: number }[])[0]?.n))));
      });
      expect(outside).toBe(0);
      return { id: 1 };
    });
    expect(await app.db.row("SELECT answer FROM platform_idempotency WHERE request_key = 'key-5'")).toEqual({ answer: { id: 1 } });
  });

  it.each([['a text'], ['{"a":1}'], [null], [12.5], [[{ name: 'Trần Thị Thu' }]]])('is answered again with %j', async (answer) => {
    const ask = () => idempotency.once(1, 'key-8', null, async () => answer);
    expect([await ask(), await ask()]).toEqual([answer, answer]);
  });

  it('leaves no trace that somebody who reads the table could try personal numbers against', async () => {
    const request = ['PUT', '/api/imports/3/rows/9/cells', { cells: { pin: '022189004165' } }];
    await idempotency.once(1, 'key-9', request, work('a'));
    const row = await app.db.row<{ hash: string }>("SELECT request_hash AS hash FROM platform_idempotency WHERE request_key = 'key-9'");
    expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.hash).not.toBe(createHash('sha256').update(JSON.stringify(request)).digest('hex'));
  });

  it('is forgotten after a week', async () => {
    await idempotency.once(1, 'key-6', null, work('a'));
    await idempotency.once(1, 'key-7', null, work('a'));
    await app.db.run("UPDATE platform_idempotency SET created_at = NOW(3) - INTERVAL 8 DAY WHERE request_key = 'key-6'");
    await idempotency.forgetOld();
    expect(await app.db.rows('SELECT request_key FROM platform_idempotency')).toEqual([{ request_key: 'key-7' }]);
  });
});
