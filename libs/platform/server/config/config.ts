import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { S3Place } from '../storage/s3-drive.ts';

const flag = z.enum(['0', '1', 'true', 'false', '']).default('').transform((value) => value === '1' || value === 'true');

function isDatabaseUrl(text: string): boolean {
  return /^(mysql|mariadb):\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  /** `true`, how many proxies there are, or their addresses; what is not a proxy may not say who the client is. */
  TRUST_PROXY: z.string().regex(/^(true|false|\d+|(loopback|linklocal|uniquelocal|[\da-f.:/, ])+)$/i, 'true, a number of proxies, or their addresses').default('false'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().refine(isDatabaseUrl, 'mysql://user:password@host:port/database, or with ?socketPath=%2Frun%2Fmysqld.sock'),
  REDIS_URL: z.string().refine((text) => /^(redis|rediss|unix):\/\//.test(text) && URL.canParse(text), 'redis://host:port or unix:///run/redis.sock'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SECRETS_FILE: z.string().optional(),
  WEB_DIR: z.string().default('apps/web/dist'),
  DEMO: flag,
  /** Room on the disk that uploads leave to everything else. */
  STORAGE_RESERVE_MB: z.coerce.number().int().min(0).default(256),
  /** A virus scanner that runs as a service: tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl. Without it `clamscan` is used if it is there. */
  CLAMD_URL: z.string().regex(/^(tcp|unix):\/\//, 'tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl').optional(),
  /** Signatures for `clamscan` when they do not lie where ClamAV expects them. */
  CLAMAV_SIGNATURES: z.string().optional(),
  /** Files lie in a bucket instead of DATA_DIR when these are set; all of them belong together. */
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
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

export type Config = Omit<z.output<typeof environment>, 'PUBLIC_URL' | 'TRUST_PROXY'> & {
  PUBLIC_URL: string;
  TRUST_PROXY: boolean | number | string;
  production: boolean;
  database: DatabaseTarget;
  s3: S3Place | undefined;
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

/** Whole or not at all: of two processes that start together, one makes the file and both read it. */
function writeSecrets(path: string): void {
  const fresh = Object.fromEntries(secretNames.map((name) => [name, randomBytes(32).toString('base64')]));
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify(fresh, null, 2), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function readSecrets(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new ConfigError([`SECRETS_FILE ${path}: ${(error as Error).message}`]);
  }
}

/** Reads the keys, making them once with mode 0600. They belong to the backup and never to the database. */
function loadSecrets(path: string): Secrets {
  if (!existsSync(path)) writeSecrets(path);
  const stored = readSecrets(path);
  const keys = Object.fromEntries(secretNames.map((name) => [name, Buffer.from(String(stored[name] ?? ''), 'base64')]));
  const broken = secretNames.filter((name) => keys[name]?.length !== 32);
  if (broken.length > 0) throw new ConfigError([`SECRETS_FILE ${path}: ${broken.join(', ')} must be 32 bytes in base64`]);
  return keys as unknown as Secrets;
}

export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`Configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const s3Names = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY'] as const;

function s3Of(values: z.output<typeof environment>): S3Place | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY: accessKey, S3_SECRET_KEY: secretKey, S3_REGION: region } = values;
  return endpoint && bucket && accessKey && secretKey ? { endpoint, bucket, accessKey, secretKey, region } : undefined;
}

/** What no single value can say; asked of the raw environment, so that every fault is named at once. */
function ruleFaults(env: NodeJS.ProcessEnv): string[] {
  const production = env['NODE_ENV'] === 'production';
  return [
    ...(production && /^(1|true)$/.test(env['DEMO'] ?? '') ? ['DEMO: the demo province is not for production'] : []),
    ...(production && !env['PUBLIC_URL']?.startsWith('https://') ? ['PUBLIC_URL: production needs an https address'] : []),
    ...(new Set(s3Names.map((name) => Boolean(env[name]))).size > 1 ? [`${s3Names.join(', ')} belong together`] : []),
    ...(Boolean(env['TLS_CERT']) !== Boolean(env['TLS_KEY']) ? ['TLS_CERT and TLS_KEY belong together'] : []),
  ];
}

function trustProxyOf(text: string): boolean | number | string {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** Validates the environment at once; throws a ConfigError that names every fault. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  const faults = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`).concat(ruleFaults(env));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  const values = parsed.data;
  const dataDir = resolve(values.DATA_DIR);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return {
    ...values,
    DATA_DIR: dataDir,
    PUBLIC_URL: new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).origin,
    TRUST_PROXY: trustProxyOf(values.TRUST_PROXY),
    production: values.NODE_ENV === 'production',
    database: parseDatabaseUrl(values.DATABASE_URL),
    s3: s3Of(values),
    secrets: loadSecrets(values.SECRETS_FILE ?? join(dataDir, 'secrets.json')),
  };
}

/** The injection token: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('config');
