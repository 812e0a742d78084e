import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { howToInstall, libraryPath, unpackServices } from './debian.mjs';

const oldestMariadb = [10, 11];
const oldestRedis = [6, 2];
const adminFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/local/bin'];

/** `[major, minor]` from the first line a server prints with `--version`; `undefined` if it names none. */
export function versionIn(text) {
  const found = /(?:Ver |v=)(\d+)\.(\d+)/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

export const isAtLeast = ([major, minor], [wantedMajor, wantedMinor]) => major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);

/**
 * Finds MariaDB and Redis: the system's when they are there and new enough (unless `unpack`), else Debian's packages
 * unpacked in `folder`. Returns `{mariadb: {command, share, base, env}, redis: {command, env}}`.
 */
export async function obtainServices({ folder, unpack = false, say }) {
  const mariadb = unpack ? undefined : mariadbIn(find('mariadbd', oldestMariadb), {});
  const redis = unpack ? undefined : redisIn(find('redis-server', oldestRedis), {});
  if (mariadb && redis) return { mariadb, redis };
  const tree = await unpackServices(folder, say);
  const env = { LD_LIBRARY_PATH: libraryPath(tree) };
  const unpacked = {
    mariadb: mariadb ?? mariadbIn(usable(join(tree, 'usr', 'sbin', 'mariadbd'), oldestMariadb, env), env),
    redis: redis ?? redisIn(usable(join(tree, 'usr', 'bin', 'redis-server'), oldestRedis, env), env),
  };
  if (!unpacked.mariadb || !unpacked.redis) {
    throw new Error(`This system's packages of MariaDB or Redis are too old or do not run. Needed:\n  ${howToInstall}`);
  }
  return unpacked;
}

const find = (name, oldest) =>
  [...(process.env.PATH ?? '').split(':'), ...adminFolders]
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find((file) => usable(file, oldest, {}));

/** The file itself when it is a program that runs here and is new enough. */
function usable(file, oldest, env) {
  try {
    accessSync(file, constants.X_OK);
    const text = execFileSync(file, ['--version'], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    const version = versionIn(text);
    return version && isAtLeast(version, oldest) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** A MariaDB with its share folder, which holds the messages and the SQL that a new data folder needs. */
function mariadbIn(command, env) {
  if (!command) return undefined;
  const base = dirname(dirname(realpathSync(command)));
  const share = ['mysql', 'mariadb'].map((name) => join(base, 'share', name)).find((path) => existsSync(join(path, 'english')));
  return share && { command, base, share, env };
}

const redisIn = (command, env) => command && { command, env };
