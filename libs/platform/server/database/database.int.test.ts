import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { event } from '../events/event.ts';
import { Outbox } from '../events/outbox.ts';
import { Database } from './database.ts';
import { ScheduleRow } from './platform.entities.ts';

const told = event('probe.told', z.object({ id: z.number() }));

describe('transactions', () => {
  let app: TestInstallation;
  let db: Database;
  beforeAll(async () => {
    app = await testInstallation([]);
    db = app.db;
    await db.run('CREATE TABLE probe_stock (id int PRIMARY KEY, amount int NOT NULL)');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await db.run('DELETE FROM probe_stock');
    await db.insertMany('probe_stock', [{ id: 1, amount: 0 }, { id: 2, amount: 0 }]);
  });

  const add = (id: number, by: number) => db.run('UPDATE probe_stock SET amount = amount + ? WHERE id = ?', [by, id]);
  const amounts = async () => (await db.rows<{ amount: number }>('SELECT amount FROM probe_stock ORDER BY id')).map(({ amount }) => amount);

  /** Two people meeting: each waits until the other has come too, once. */
  function meeting() {
    let arrived = 0;
    let open: () => void;
    const both = new Promise<void>((resolve) => (open = resolve));
    return async () => {
      arrived += 1;
      if (arrived >= 2) open();
      await both;
    };
  }

  it('does all of a command or nothing', async () => {
    await expect(db.transaction(async () => {
      await add(1, 5);
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await amounts()).toEqual([0, 0]);
  });

  it('joins a nested one: the outer rollback takes it along', async () => {
    const attempt = db.transaction(async () => {
      await db.transaction(() => add(1, 5));
      expect(await amounts()).toEqual([5, 0]);
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await amounts()).toEqual([0, 0]);
  });

  it('publishes with the commit, never without one', async () => {
    const outbox = app.get(Outbox);
    const rows = async () => Number((await db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_outbox WHERE name = 'probe.told'"))?.n);
    await expect(outbox.publish(told, { id: 1 })).rejects.toThrow('inside a transaction');
    await expect(db.transaction(async () => {
      await outbox.publish(told, { id: 1 });
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await rows()).toBe(0);
    await db.transaction(() => outbox.publish(told, { id: 1 }));
    expect(await rows()).toBe(1);
  });

  it('runs effects after the commit only, and a failing effect fails nothing', async () => {
    const seen: string[] = [];
    await db.transaction(async () => {
      db.afterCommit(() => { throw new Error('effect'); });
      db.afterCommit(() => seen.push('committed'));
      expect(seen).toEqual([]);
    });
    await db.transaction(async () => {
      db.afterCommit(() => seen.push('rolled back'));
      throw new Error('no');
    }).catch(() => undefined);
    db.afterCommit(() => seen.push('outside'));
    expect(seen).toEqual(['committed', 'outside']);
  });

  it('runs a deadlock’s victim again (1213)', async () => {
    const meet = meeting();
    let runs = 0;
    const move = (from: number, to: number) => db.transaction(async () => {
      runs += 1;
      await add(from, -1);
      await meet();
      await add(to, 1);
    });
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(runs).toBe(3);
    expect(await amounts()).toEqual([0, 0]);
  });

  it('runs again after waiting too long for a lock (1205)', async () => {
    let runs = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const holder = db.transaction(async () => {
      await add(1, 1);
      await held;
    });
    const waiter = db.transaction(async () => {
      runs += 1;
      if (runs === 1) await db.run('SET SESSION innodb_lock_wait_timeout = 1');
      if (runs === 2) release();
      await add(1, 10);
    });
    await Promise.all([holder, waiter]);
    expect(runs).toBe(2);
    expect(await amounts()).toEqual([11, 0]);
  });

  it('does not commit the rest of a command that swallowed its deadlock', async () => {
    const meet = meeting();
    let swallowed = 0;
    const move = (from: number, to: number) => db.transaction(async () => {
      await add(from, -1);
      await meet();
      await add(to, 1).catch(() => { swallowed += 1; });
    });
    await Promise.all([move(1, 2), move(2, 1)]);
    expect(swallowed).toBe(1);
    expect(await amounts()).toEqual([0, 0]);
  });

  it('loses no update when the row is read for update', async () => {
    const raise = () => db.transaction(async () => {
      const row = await db.row<{ amount: number }>('SELECT amount FROM probe_stock WHERE id = 1 FOR UPDATE');
      await db.run('UPDATE probe_stock SET amount = ? WHERE id = 1', [row!.amount + 1]);
    });
    await Promise.all(Array.from({ length: 50 }, raise));
    expect(await amounts()).toEqual([50, 0]);
  });

  it('refuses a statement that nobody waited for', async () => {
    let forgotten: Promise<unknown> = Promise.resolve();
    await db.transaction(async () => {
      forgotten = sleep(20).then(() => add(1, 1));
      forgotten.catch(() => undefined);
    });
    await expect(forgotten).rejects.toThrow('await is missing');
    expect(await amounts()).toEqual([0, 0]);
  });

  it('lets entities take part in the same transaction', async () => {
    await expect(db.transaction(async () => {
      await db.repository(ScheduleRow).insert({ name: 'probe', nextAt: new Date() });
      expect(await db.row("SELECT 1 FROM platform_schedule WHERE name = 'probe'")).toBeDefined();
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await db.repository(ScheduleRow).countBy({ name: 'probe' })).toBe(0);
    await db.transaction(() => db.repository(ScheduleRow).save({ name: 'probe', nextAt: new Date() }));
    expect(await db.repository(ScheduleRow).countBy({ name: 'probe' })).toBe(1);
  });

  it('gives back every connection', async () => {
    const many = Array.from({ length: 40 }, (_, index) => db.transaction(async () => {
      await add(1, 1);
      if (index % 2 === 0) throw new Error('no');
    }).catch(() => undefined));
    await Promise.all(many);
    expect(await amounts()).toEqual([20, 0]);
  });

  it('reads lists, also empty ones', async () => {
    const ids = async (sql: string, list: number[]) => (await db.rows<{ id: number }>(sql, [list])).map(({ id }) => id);
    expect(await ids('SELECT id FROM probe_stock WHERE id IN (?) ORDER BY id', [2, 1])).toEqual([1, 2]);
    expect(await ids('SELECT id FROM probe_stock WHERE id IN (?)', [])).toEqual([]);
    expect(await ids('SELECT id FROM probe_stock WHERE id NOT IN (?) ORDER BY id', [])).toEqual([1, 2]);
  });

  it('speaks one dialect of time and isolation on every connection', async () => {
    const asked = Array.from({ length: app.config.DB_POOL }, () => db.transaction(async () => {
      await sleep(50);
      return db.row('SELECT CONNECTION_ID() AS id, @@session.time_zone AS zone, @@session.tx_isolation AS isolation');
    }));
    const answers = (await Promise.all(asked)) as { id: number; zone: string; isolation: string }[];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(app.config.DB_POOL);
    expect(new Set(answers.map(({ zone, isolation }) => `${zone} ${isolation}`))).toEqual(new Set(['+00:00 READ-COMMITTED']));
  });
});
