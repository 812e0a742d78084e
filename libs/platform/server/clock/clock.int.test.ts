import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { openContext } from '../compose.ts';
import { platformCommands } from '../domain/platform.commands.ts';
import type { Running } from '../compose.ts';
import { CONFIG } from '../config/config.ts';
import { Clock } from './clock.ts';

describe('the clock', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([]);
  });
  afterAll(() => app.close());

  const moved = new Date('2026-10-01T00:20:00.000Z');
  const near = (at: Date, wanted: Date) => Math.abs(at.getTime() - wanted.getTime()) < 10_000;
  const command = async (config: object, ...args: string[]) => {
    const lines: string[] = [];
    const context = { get: (token: unknown) => (token === CONFIG ? config : app.clock) } as Running['app'];
    return { exitCode: await platformCommands['clock']!.run(context, args, (line) => lines.push(line)), said: lines.join('\n') };
  };

  it('shows the time of the database', async () => {
    const row = await app.db.row<{ now: Date }>('SELECT NOW(3) AS now');
    expect(near(app.clock.now(), row!.now)).toBe(true);
  });

  it('is moved for every process by the command, which refuses nonsense', async () => {
    expect(await command(app.config, '2026-10-01T07:20:00+07:00')).toMatchObject({ exitCode: 0 });
    expect(near(app.clock.now(), moved)).toBe(true);
    expect(app.clock.today()).toBe('2026-10-01');
    const other = await openContext({ name: 'other', config: app.config, domains: [], background: false });
    expect(near(other.app.get(Clock).now(), moved)).toBe(true);
    await app.clock.moveTo(new Date('2026-11-01T00:00:00Z'));
    await expect.poll(() => other.app.get(Clock).today(), { timeout: 10_000 }).toBe('2026-11-01');
    await other.close();
    expect(await command(app.config, 'morgen')).toMatchObject({ exitCode: 1, said: expect.stringContaining('is not a time') });
  });

  it('is not turned back by an answer that came late', async () => {
    await app.clock.moveTo(new Date('2026-11-01T00:00:00Z'));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const lines = [held, undefined];
    const clock = new Clock({
      run: (sql, params) => app.db.run(sql, params),
      row: async <T>(sql: string) => {
        const row = await app.db.row<T>(sql);
        await lines.shift();
        return row;
      },
    });
    const first = clock.read();
    await expect.poll(() => lines.length).toBe(1);
    await app.clock.moveTo(moved);
    await clock.read();
    release();
    await first;
    expect(near(clock.now(), moved)).toBe(true);
  });

  it('changes its day at midnight in the province', async () => {
    await app.clock.moveTo(new Date('2026-12-31T16:59:00Z'));
    expect(app.clock.today()).toBe('2026-12-31');
    await app.clock.moveTo(new Date('2026-12-31T17:00:01Z'));
    expect(app.clock.today()).toBe('2027-01-01');
  });

  it('is never moved in production, which does not even start on a moved one', async () => {
    const production = { ...app.config, production: true };
    expect(await command(production, '2026-10-01T07:20:00+07:00')).toMatchObject({ exitCode: 1 });
    await app.clock.moveTo(moved);
    await expect(openContext({ name: 'production', config: production, domains: [], background: false })).rejects.toThrow('CLOCK_OFFSET');
  });
});
