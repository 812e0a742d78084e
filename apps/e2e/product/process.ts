import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = resolve(import.meta.dirname, '../../..');

/** Ends a process whose test died, also while it is still starting. */
const leash = pathToFileURL(join(root, 'apps/launcher/leash.mjs')).href;

/** The environment of one installation: where its database, queue and files are. */
export type Environment = Record<string, string | undefined>;

/** Runs a one-off step of the built worker (`migrate`, `demo`, `halong …`) to its end. @returns what it printed. @throws Error with the same when it fails */
export async function runStep(name: 'migrate' | 'demo' | 'halong', args: readonly string[], env: Environment): Promise<string> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, `apps/worker/dist/${name}.js`), ...args], { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const hear = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}:\n${said}`);
  return said;
}

/**
 * The built api or worker as a process of its own, which a test may kill, freeze and start again. It ends by itself
 * when the test's process dies: the channel between them closes.
 */
export class ProductProcess {
  private child: ChildProcess | undefined;
  private said = '';

  constructor(
    private readonly app: 'api' | 'worker',
    private readonly env: Environment,
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
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', leash, join(root, `apps/${this.app}/dist/main.js`)], { env: this.env, cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
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
