import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, parseDatabaseUrl, redisTarget } from './config.ts';

describe('the configuration', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'halong-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const usable = () => ({ DATABASE_URL: 'mysql://root@localhost/halong?socketPath=%2Frun%2Fmy.sock', REDIS_URL: 'unix:///run/redis.sock', DATA_DIR: join(folder, 'data') });
  const faultsOf = (env: Record<string, string>): string[] => {
    try {
      loadConfig(env);
      return [];
    } catch (error) {
      return (error as ConfigError).faults;
    }
  };

  it('has defaults for one machine', () => {
    expect(loadConfig(usable())).toMatchObject({
      HOST: '127.0.0.1', PORT: 3000, PUBLIC_URL: 'http://localhost:3000', production: false, DEMO: false, TRUST_PROXY: false,
      database: { user: 'root', password: '', database: 'halong', socketPath: '/run/my.sock' },
    });
  });

  it('names every fault at once', () => {
    const faults = faultsOf({ NODE_ENV: 'production', PORT: '70000', PUBLIC_URL: 'http://lms.example', DEMO: '1', TLS_CERT: '/c.pem', LOG_LEVEL: 'loud', SMTP_URL: 'mail', TRUST_PROXY: 'yes', DATABASE_URL: 'postgres://x/y' });
    for (const name of ['PORT', 'DATABASE_URL', 'REDIS_URL', 'LOG_LEVEL', 'SMTP_URL', 'TRUST_PROXY', 'DEMO', 'PUBLIC_URL', 'TLS_CERT and TLS_KEY']) {
      expect(faults.filter((fault) => fault.startsWith(name)), name).toHaveLength(1);
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it.each(['mysql://', 'mysql://host', 'mysql://host/', 'http://host/db', 'halong'])('refuses the database address %s', (DATABASE_URL) => {
    expect(faultsOf({ ...usable(), DATABASE_URL })).toEqual([expect.stringMatching(/^DATABASE_URL: /)]);
  });

  it('takes an empty variable as one that is not there', () => {
    expect(loadConfig({ ...usable(), PUBLIC_URL: '', DEMO: '', TLS_CERT: '', TLS_KEY: '' }).PUBLIC_URL).toBe('http://localhost:3000');
  });

  it('runs production without demo and with https only', () => {
    const production = { ...usable(), NODE_ENV: 'production', PUBLIC_URL: 'https://lms.example/' };
    expect(loadConfig(production)).toMatchObject({ production: true, PUBLIC_URL: 'https://lms.example' });
    expect(faultsOf({ ...production, DEMO: 'true' })).toEqual([expect.stringMatching(/^DEMO/)]);
    expect(faultsOf({ ...production, PUBLIC_URL: '' })).toEqual([expect.stringMatching(/^PUBLIC_URL/)]);
  });

  it.each([['true', true], ['false', false], ['2', 2], ['10.0.0.1, 10.0.0.2', '10.0.0.1, 10.0.0.2'], ['loopback', 'loopback']])('reads TRUST_PROXY=%s', (text, value) => {
    expect(loadConfig({ ...usable(), TRUST_PROXY: text }).TRUST_PROXY).toBe(value);
  });

  it('reads addresses with hosts, ports and signs in the password', () => {
    expect(parseDatabaseUrl('mariadb://ha%40long:p%2Fw@db.internal:3307/ha_long')).toEqual({ user: 'ha@long', password: 'p/w', database: 'ha_long', host: 'db.internal', port: 3307 });
    expect(parseDatabaseUrl('mysql://u@h/d').port).toBe(3306);
    expect(redisTarget('unix:///tmp/a%20b/redis.sock')).toEqual({ path: '/tmp/a b/redis.sock' });
    expect(redisTarget('redis://host:6379/1')).toBe('redis://host:6379/1');
  });

  it('makes the keys once, for the owner only', () => {
    const first = loadConfig(usable()).secrets;
    const path = join(folder, 'data', 'secrets.json');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
    expect(loadConfig(usable()).secrets).toEqual(first);
    expect(new Set(Object.values(first).map((key) => key.toString('hex'))).size).toBe(3);
    expect(Object.values(JSON.parse(readFileSync(path, 'utf8')))).toHaveLength(3);
  });

  it.each([['no JSON', ''], ['a short key', '{"personalIdKey":"YQ=="}'], ['no object', '[]']])('refuses a file of keys with %s and leaves it alone', (_name, content) => {
    const SECRETS_FILE = join(folder, 'secrets.json');
    writeFileSync(SECRETS_FILE, content);
    expect(faultsOf({ ...usable(), SECRETS_FILE })).toEqual([expect.stringMatching(/^SECRETS_FILE /)]);
    expect(readFileSync(SECRETS_FILE, 'utf8')).toBe(content);
  });
});
