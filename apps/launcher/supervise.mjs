import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recordProcess, signalGroup } from './processes.mjs';

const firstDelay = 500;
const longestDelay = 30_000;
const settledAfter = 60_000;
const largestLog = 10 * 1024 * 1024;

/** How long to wait (ms) before a dead child comes back: doubles each time, starts anew after a minute of life. */
export function nextDelay(previous, lived) {
  if (previous === undefined || lived >= settledAfter) return firstDelay;
  return Math.min(previous * 2, longestDelay);
}

/** The last lines of a log, for an error message. */
export function tail(log, lines = 20) {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/**
 * One process that is kept alive. The plan: `{name, command, args, env, cwd, argv0, log, leash, grace}`; `log` is a file
 * (without it output is ours), `leash` opens a channel whose end the child notices, `grace` is the ms it gets to end.
 */
class Child {
  #process;
  #delay;
  #timer;
  #stopping = false;

  constructor(plan, pidFile, say) {
    this.plan = plan;
    this.pidFile = pidFile;
    this.say = say;
    /** Rejects when the process ends for the first time: whoever waits for readiness need not wait longer. */
    this.firstEnd = new Promise((_, reject) => (this.endedFirst = reject));
    this.firstEnd.catch(() => undefined);
    this.#spawn();
  }

  #spawn() {
    const { command, args, env, cwd, argv0, log, leash } = this.plan;
    const out = log ? openLog(log) : 'inherit';
    const born = Date.now();
    const child = spawn(command, args, { env, cwd, argv0, detached: true, stdio: ['ignore', out, out, ...(leash ? ['ipc'] : [])] });
    if (log) closeSync(out);
    if (child.pid) recordProcess(this.pidFile, child.pid);
    this.#process = child;
    child.done = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
    });
    child.done.then((how) => this.#ended(child, how, Date.now() - born));
  }

  #ended(child, how, lived) {
    child.over = true;
    rmSync(this.pidFile, { force: true });
    this.endedFirst(new Error(`${this.plan.name} ended (${how}) before it was ready.\n${this.plan.log ? tail(this.plan.log) : ''}`));
    if (this.#stopping) return;
    this.#delay = nextDelay(this.#delay, lived);
    this.say(`${this.plan.name} ended (${how}); back in ${this.#delay / 1000} s`);
    this.#timer = setTimeout(() => this.#spawn(), this.#delay);
  }

  async stop() {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#process;
    if (child.over || !child.pid) return;
    signalGroup(child.pid, 'SIGTERM');
    const force = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), this.plan.grace ?? 15_000);
    await child.done;
    clearTimeout(force);
  }

  async restart() {
    await this.stop();
    this.#stopping = false;
    this.#delay = undefined;
    this.#spawn();
  }
}

function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestLog) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Keeps children alive; `stop()` ends them in the opposite order and lets nobody start any more. */
export function createSupervisor(runDir, say) {
  const children = [];
  let stopped = false;
  return {
    start(plan) {
      if (stopped) throw new Error('Stopped.');
      const child = new Child(plan, join(runDir, `${plan.name}.pid`), say);
      children.push(child);
      return child;
    },
    async stop() {
      stopped = true;
      for (const child of children.reverse()) await child.stop();
    },
  };
}
