import { join } from 'node:path';
import { obtainServices } from './binaries.mjs';
import { root } from './config.mjs';
import { mariadbPlan, prepareMariadb } from './mariadb.mjs';
import { mariadbAnswers, redisAnswers, until } from './readiness.mjs';
import { redisPlan } from './redis.mjs';
import { databaseUrl, redisUrl } from './sockets.mjs';

/**
 * Starts the private MariaDB and Redis that the settings do not name and waits until both answer.
 * Returns `{databaseUrl, redisUrl}` for the children.
 */
export async function startServices({ settings, sockets, supervisor, say, durable = true, folder = join(settings.dataDir, 'services') }) {
  const urls = { databaseUrl: settings.databaseUrl, redisUrl: settings.redisUrl };
  if (urls.databaseUrl && urls.redisUrl) return urls;
  const binaries = await obtainServices({ folder, unpack: settings.unpack, say });
  const place = (name) => ({
    folder: join(settings.dataDir, name),
    socket: join(sockets, `${name}.sock`),
    log: join(settings.dataDir, 'log', `${name}.log`),
  });
  const starting = [];
  if (!urls.redisUrl) {
    const redis = place('redis');
    urls.redisUrl = redisUrl(redis.socket);
    starting.push(ready(supervisor.start(redisPlan(binaries.redis, redis)), () => redisAnswers(redis.socket)));
  }
  if (!urls.databaseUrl) {
    const mariadb = place('mariadb');
    urls.databaseUrl = databaseUrl(mariadb.socket);
    await prepareMariadb(binaries.mariadb, mariadb.folder);
    starting.push(ready(supervisor.start(mariadbPlan(binaries.mariadb, { ...mariadb, durable })), () => mariadbAnswers(mariadb.socket)));
  }
  await Promise.all(starting);
  return urls;
}

const ready = (child, probe) => Promise.race([until(child.plan.name, probe), child.firstEnd]);

/** Where unpacked programs are kept between test runs, whose own DATA_DIR goes away. */
export const sharedServices = join(root, '.data', 'services');
