import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');

/** The api or the worker as a process of its own, which a test may kill, freeze and start again. */
export class ProductProcess {
  private child: ChildProcess | undefined;
  private said = '';

  constructor(
    private readonly app: 'api' | 'worker',
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  get alive(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The last lines that it printed, for the message of a failure. */
  get lastWords(): string {
    return this.said.slice(-4_000);
  }

  start(): void {
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, `apps/${this.app}/dist/main.js`)], { env: this.env, cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const hear = (chunk: Buffer) => (this.said = (this.said + chunk.toString()).slice(-20_000));
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    this.child = child;
  }

  /** Sends the signal; resolves when the process has ended, at once for signals that end nothing. */
  async signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<void> {
    const child = this.child;
    if (!child || !this.alive) return;
    const ends = name === 'SIGKILL' || name === 'SIGTERM';
    const gone = ends ? once(child, 'exit') : undefined;
    child.kill(name);
    await gone;
  }

  /** Ends politely; by force after fifteen seconds, and a frozen one too. */
  async stop(): Promise<void> {
    await this.signal('SIGCONT');
    const forced = setTimeout(() => this.child?.kill('SIGKILL'), 15_000);
    await this.signal('SIGTERM');
    clearTimeout(forced);
  }
}

/** Waits until the api at this address says that it is ready. @throws Error with its last words when it ends or needs over a minute */
export async function ready(url: string, api: ProductProcess): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    const response = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (response?.ok) return;
    if (!api.alive) throw new Error(`The api ended while it started:\n${api.lastWords}`);
    await sleep(100);
  }
  throw new Error(`The api did not become ready:\n${api.lastWords}`);
}
