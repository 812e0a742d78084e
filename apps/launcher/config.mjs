import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder, wherever it was copied to. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the product reads from its environment: tests start from none of it. */
const names = [
  'HOST', 'PORT', 'PUBLIC_URL', 'TLS_CERT', 'TLS_KEY', 'TRUST_PROXY', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL',
  'SMTP_URL', 'SECRETS_FILE', 'DEMO', 'CLOCK_OFFSET', 'FAILPOINT', 'STORAGE_RESERVE_MB', 'CLAMD_URL', 'CLAMAV_SIGNATURES',
  'S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY', 'S3_SECRET_KEY', 'S3_REGION',
];

/**
 * The launcher's settings from the environment.
 *
 * DATA_DIR   folder for everything that is kept (default `.data` beside apps/)
 * HOST, PORT where the product listens (127.0.0.1, 3000)
 * DATABASE_URL, REDIS_URL  used as they are when set; otherwise private instances are started and handed on as
 *            `mysql://root@localhost/halong?socketPath=<encoded path>` and `unix://<encoded path>`
 * DEMO       1 loads the demo province (default, except with NODE_ENV=production)
 * HALONG_SERVICES  `unpack` ignores the MariaDB and Redis of the system and downloads Debian's
 * Throws an Error that names the variable when a value makes no sense.
 */
export function readSettings(env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT must be a number from 1 to 65535, not "${env.PORT}".`);
  return {
    dataDir: resolve(root, env.DATA_DIR || '.data'),
    host: env.HOST || '127.0.0.1',
    port,
    databaseUrl: env.DATABASE_URL || undefined,
    redisUrl: env.REDIS_URL || undefined,
    demo: (env.DEMO || (env.NODE_ENV === 'production' ? '0' : '1')) === '1',
    unpack: env.HALONG_SERVICES === 'unpack',
  };
}

/** The environment of a child: ours, the tools of node_modules and the Node we run on first in PATH, plus `extra`. */
export function childEnv(extra = {}, env = process.env) {
  return {
    ...env,
    PATH: [join(root, 'node_modules', '.bin'), dirname(process.execPath), env.PATH ?? ''].join(':'),
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NATIVE_FILE_CACHE_DIRECTORY: join(root, '.nx', 'native'),
    ...extra,
  };
}

/** The same for a test: nothing of the caller's product settings leaks into it, and no colours. */
export function testEnv(extra = {}) {
  const env = { ...process.env };
  for (const name of names) delete env[name];
  delete env.NO_COLOR;
  return childEnv({ FORCE_COLOR: '0', ...extra }, env);
}

/** What api, worker and the one-off steps are told. */
export function productEnv(settings, urls) {
  return childEnv({
    DATA_DIR: settings.dataDir,
    HOST: settings.host,
    PORT: String(settings.port),
    DATABASE_URL: urls.databaseUrl,
    REDIS_URL: urls.redisUrl,
    DEMO: settings.demo ? '1' : '0',
  });
}
