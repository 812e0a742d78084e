import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false', '']).default('').transform((value) => value === '1' || value === 'true');

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: z.string().default(''),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().regex(/^(mysql|mariadb):\/\//),
  REDIS_URL: z.string().regex(/^(redis|rediss|unix):\/\//),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SECRETS_FILE: z.string().optional(),
  WEB_DIR: z.string().default('apps/web/dist'),
  DEMO: flag,
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DB_POOL: z.coerce.number().int().min(1).max(200).default(10),
});

export interface Secrets {
  /** Encrypts personal ids (AES-256-GCM); 32 bytes. */
  personalIdKey: Buffer;
  /** Finds personal ids (HMAC-SHA-256); 32 bytes. */
  personalIdHashKey: Buffer;
  /** Anchors the audit chain outside the database; 32 bytes. */
  auditKey: Buffer;
}

export interface DatabaseTarget {
  user: string;
  password: string;
  database: string;
  host?: string;
  port?: number;
  socketPath?: string;
}

export type Config = Omit<z.output<typeof environment>, 'PUBLIC_URL'> & {
  PUBLIC_URL: string;
  production: boolean;
  database: DatabaseTarget;
  secrets: Secrets;
};

/** Reads socket paths too; TypeORM would drop the query string. */
export function parseDatabaseUrl(text: string): DatabaseTarget {
  const url = new URL(text);
  const socketPath = url.searchParams.get('socketPath') ?? undefined;
  return {
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(socketPath ? { socketPath } : { host: url.hostname, port: Number(url.port || 3306) }),
  };
}

/** `unix:///run/redis.sock` becomes `{ path }`, everything else stays a URL. */
export function redisTarget(text: string): { path: string } | string {
  return text.startsWith('unix:') ? { path: decodeURIComponent(new URL(text).pathname) } : text;
}

const secretNames = ['personalIdKey', 'personalIdHashKey', 'auditKey'] as const;

/** Reads the keys, making them once with mode 0600. They belong to the backup and never to the database. */
function loadSecrets(path: string): Secrets {
  if (!existsSync(path)) {
    const fresh = Object.fromEntries(secretNames.map((name) => [name, randomBytes(32).toString('base64')]));
    // `wx`: of two processes that start together, one writes and the other reads.
    try {
      writeFileSync(path, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const keys = Object.fromEntries(secretNames.map((name) => [name, Buffer.from(stored[name] ?? '', 'base64')]));
  const broken = secretNames.filter((name) => keys[name]?.length !== 32);
  if (broken.length > 0) throw new ConfigError([`SECRETS_FILE ${path}: ${broken.join(', ')} must be 32 bytes in base64`]);
  return keys as unknown as Secrets;
}

export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`Configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** Validates the environment at once; throws a ConfigError that names every fault. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, '');
  const faults: string[] = [];
  if (production && values.DEMO) faults.push('DEMO: the demo province is not for production');
  if (production && !publicUrl.startsWith('https://')) faults.push('PUBLIC_URL: production needs https');
  if (Boolean(values.TLS_CERT) !== Boolean(values.TLS_KEY)) faults.push('TLS_CERT and TLS_KEY belong together');
  if (faults.length > 0) throw new ConfigError(faults);
  const dataDir = resolve(values.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return {
    ...values,
    DATA_DIR: dataDir,
    PUBLIC_URL: publicUrl,
    production,
    database: parseDatabaseUrl(values.DATABASE_URL),
    secrets: loadSecrets(values.SECRETS_FILE ?? join(dataDir, 'secrets.json')),
  };
}

/** The injection token: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('config');
