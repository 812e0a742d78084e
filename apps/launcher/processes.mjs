import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * When a process was born, as a text that no other process of this machine shares together with its number: a pid is
 * used again, a pid with its birth is not. `undefined` when there is no such process (a zombie counts as gone).
 */
export function birthOf(pid) {
  if (!existsSync('/proc/self/stat')) return birthByPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? undefined : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function birthByPs(pid) {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { stdio: 'pipe' }).toString().trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Writes `<pid> <birth>` to a file. */
export const recordProcess = (file, pid) => writeFileSync(file, `${pid} ${birthOf(pid)}\n`, { mode: 0o600 });

/** The pid in such a file, if that very process still lives; `undefined` otherwise. */
export function livingProcess(file) {
  try {
    const [, pid, birth] = /^(\d+) (.+)$/m.exec(readFileSync(file, 'utf8')) ?? [];
    return pid && birthOf(pid) === birth ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

/** Signals a whole process group (our children lead one each); one that is already gone is fine. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Ends the process that the file names, politely and after `grace` ms for sure, and removes the file. */
export async function endRecorded(file, grace = 20_000) {
  const pid = livingProcess(file);
  if (pid) {
    signalGroup(pid, 'SIGTERM');
    for (const until = Date.now() + grace; livingProcess(file) && Date.now() < until; ) await sleep(50);
    if (livingProcess(file)) signalGroup(pid, 'SIGKILL');
    while (livingProcess(file)) await sleep(20);
  }
  rmSync(file, { force: true });
  return pid !== undefined;
}

const services = ['mariadb', 'redis'];

/**
 * What a killed launcher left in its run folder: ends the applications first, then their database and queue, and takes
 * away pid files. Returns the names of what still ran.
 */
export async function endLeftovers(runDir) {
  const files = readdirSync(runDir).filter((name) => name.endsWith('.pid'));
  const isService = (file) => services.includes(basename(file, '.pid'));
  const ended = [];
  for (const wave of [files.filter((file) => !isService(file)), files.filter(isService)]) {
    const was = await Promise.all(wave.map((file) => endRecorded(join(runDir, file))));
    ended.push(...wave.filter((_, index) => was[index]).map((file) => basename(file, '.pid')));
  }
  return ended;
}
