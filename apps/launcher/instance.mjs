import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { birthOf, endLeftovers } from './processes.mjs';
import { openPrivateFolder, socketFolder } from './sockets.mjs';

const fileOf = (dataDir) => join(dataDir, 'run', 'instance.json');

/** Who uses this DATA_DIR now: `{pid, birth, purpose, address, databaseUrl, redisUrl}`, or `undefined`. */
export function runningInstance(dataDir) {
  try {
    const facts = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
    return birthOf(facts.pid) === facts.birth ? facts : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes DATA_DIR for this process alone, waits for one that is just stopping, and cleans up after one that was killed.
 * Returns `{sockets, ended, describe(facts), stopping(), release()}`: the folder for sockets, the names of leftovers that
 * were ended, and what to call when. Throws when a living process has it.
 */
export async function claim(dataDir, purpose) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  openPrivateFolder(join(dataDir, 'run'));
  const file = fileOf(dataDir);
  const facts = { pid: process.pid, birth: birthOf(process.pid), purpose };
  while (!create(file, facts)) {
    const other = runningInstance(dataDir);
    if (other && !other.stopping) throw new Error(occupied(dataDir, other));
    if (other) await sleep(100);
    else rmSync(file, { force: true });
  }
  const sockets = socketFolder(dataDir);
  openPrivateFolder(sockets);
  const ended = await endLeftovers(join(dataDir, 'run'));
  for (const name of ['mariadb.sock', 'redis.sock']) rmSync(join(sockets, name), { force: true });
  const describe = (more) => writeFileSync(file, JSON.stringify(Object.assign(facts, more)), { mode: 0o600 });
  return {
    sockets,
    ended,
    describe,
    stopping: () => describe({ stopping: true }),
    release: () => release(dataDir, sockets, file),
  };
}

function create(file, facts) {
  try {
    writeFileSync(file, JSON.stringify(facts), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function release(dataDir, sockets, file) {
  rmSync(file, { force: true });
  if (sockets !== join(dataDir, 'run')) rmSync(sockets, { recursive: true, force: true });
}

const occupied = (dataDir, { pid, address }) =>
  `Halong already runs on ${dataDir}${pid ? ` (process ${pid}${address ? `, ${address}` : ''})` : ''}. Stop it first, or set another DATA_DIR.`;
