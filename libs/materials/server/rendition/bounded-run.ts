import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { programPath } from '@halong/platform/server';

const isolation = ['--map-root-user', '--net', '--pid', '--fork', '--kill-child'];
let allowed: Promise<boolean> | undefined;

/** Whether this kernel lets us give a converter no network and one life with its worker. */
export function isIsolated(): Promise<boolean> {
  allowed ??= new Promise((resolve) => execFile('unshare', [...isolation, 'true'], { timeout: 5_000 }, (error) => resolve(!error)));
  return allowed;
}

/** It took too long, or more memory than it may have. */
export class RunOverLimit extends Error {}
/** It said no: the file is at fault. */
export class RunFailed extends Error {}
/** The worker is going down; the work goes on elsewhere or later. */
export class RunInterrupted extends Error {}

export interface RunBounds {
  /** A folder of its own: home, temporary files and working place in one. */
  folder: string;
  seconds: number;
  memoryMb?: number;
  signal: AbortSignal;
  onLine?: (line: string) => void;
}

const mostOutput = 4 * 1024 ** 2;

/**
 * Runs a converter: without a network where the kernel allows it, without our environment, with limits of time, memory and file
 * size, in a process group that ends as one, and that ends when this process is killed.
 * @throws RunOverLimit, RunFailed, RunInterrupted
 */
export async function runBounded(program: string, args: readonly string[], { folder, seconds, memoryMb = 4_096, signal, onLine }: RunBounds): Promise<string> {
  const limits = ['prlimit', `--as=${memoryMb * 1024 ** 2}`, `--fsize=${8 * 1024 ** 3}`, '--core=0', '--'];
  const [leash, bounds, nice] = await Promise.all([programPath('setpriv'), programPath('prlimit'), programPath('nice')]);
  const line = [
    // People who wait for a page come before a document that is converted.
    ...(nice ? ['nice', '-n', '15'] : []), ...(leash ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []), ...(bounds ? limits : []), ...((await isIsolated()) ? ['unshare', ...isolation, '--'] : []), program, ...args,
  ];
  if (signal.aborted) throw new RunInterrupted(program);
  return new Promise((resolve, reject) => {
    const child = spawn(line[0]!, line.slice(1), {
      cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8', SAL_USE_VCLPLUGIN: 'svp' },
    });
    let output = '';
    let complaint = '';
    let reason: Error | undefined;
    const kill = (why: Error) => {
      reason ??= why;
      try {
        process.kill(-child.pid!, 'SIGKILL');
      } catch {
        // It has ended by itself in the meantime.
      }
    };
    const interrupt = () => kill(new RunInterrupted(program));
    const timer = setTimeout(() => kill(new RunOverLimit(`${program}: ${seconds} s`)), seconds * 1_000);
    signal.addEventListener('abort', interrupt, { once: true });
    createInterface({ input: child.stdout }).on('line', (text) => {
      if (output.length < mostOutput) output += `${text}\n`;
      onLine?.(text);
    });
    child.stderr.on('data', (part: Buffer) => (complaint = (complaint + part.toString()).slice(-4_000)));
    child.on('error', (error) => (reason ??= error));
    child.on('close', (code, killedBy) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', interrupt);
      if (reason) return reject(reason);
      if (code === 0) return resolve(output);
      // Out of memory shows as an abort of the program; a killed one was ended by the system.
      const starved = killedBy === 'SIGKILL' || code === 137 || code === 134 || /cannot allocate memory|bad_alloc|out of memory/i.test(complaint);
      reject(new (starved ? RunOverLimit : RunFailed)(`${program} ended with ${code ?? killedBy}: ${complaint.trim().slice(-500)}`));
    });
  });
}
