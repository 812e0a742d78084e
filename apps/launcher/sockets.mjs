import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** A Unix socket's path may have this many bytes (sun_path without its closing zero). */
const longestPath = 107;
const longestName = 'mariadb.sock';

/** Whether sockets in this folder can be opened at all; counts bytes, since "Hạ Long" is longer than it looks. */
export const fits = (folder) => Buffer.byteLength(join(folder, longestName)) <= longestPath;

/**
 * The folder for the sockets of this DATA_DIR: `run` inside it, or, when that is too long, a short folder under the
 * system's temp folder whose name follows from DATA_DIR, so that the next start finds it again.
 */
export function socketFolder(dataDir, temp = tmpdir()) {
  const inside = join(dataDir, 'run');
  if (fits(inside)) return inside;
  const name = `halong-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const short = [temp, '/tmp'].map((folder) => join(folder, name)).find(fits);
  if (!short) throw new Error(`DATA_DIR is too long a path for a Unix socket: ${dataDir}`);
  return short;
}

/** Makes the folder for us alone (0700). The database trusts whoever reaches its socket, so a stranger's folder is refused. */
export function openPrivateFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const entry = lstatSync(folder);
  if (!entry.isDirectory() || entry.uid !== userInfo().uid) throw new Error(`${folder} belongs to somebody else; remove it or move DATA_DIR.`);
  chmodSync(folder, 0o700);
}

/** `mysql://root@localhost/halong?socketPath=…`: root over a socket that only our user can reach. */
export const databaseUrl = (socket) => `mysql://root@localhost/halong?socketPath=${encodeURIComponent(socket)}`;

/** `unix:///path/redis.sock`, each part encoded: `decodeURIComponent(new URL(url).pathname)` is the path. */
export const redisUrl = (socket) => `unix://${socket.split('/').map(encodeURIComponent).join('/')}`;
