import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { redisTarget } from '@halong/platform/server';

/** A line to a real server, on a Unix socket of its own: it can be cut, joined again, and held so that nothing moves on it. */
export class Line {
  private server: Server | undefined;
  private readonly ends = new Set<Socket>();
  private held = false;

  constructor(
    readonly path: string,
    private readonly target: { path: string } | { host: string; port: number },
  ) {}

  /** To the Redis that this address names. */
  static toRedis(path: string, redisUrl: string): Line {
    const target = redisTarget(redisUrl);
    return new Line(path, typeof target === 'string' ? { host: new URL(target).hostname, port: Number(new URL(target).port || 6379) } : target);
  }

  async join(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(this.target as never);
      for (const [end, other] of [[near, far], [far, near]] as const) {
        this.ends.add(end);
        end.on('error', () => undefined).on('close', () => {
          this.ends.delete(end);
          other.destroy();
        });
        end.pipe(other);
        if (this.held) end.pause();
      }
    });
    await once(this.server.listen(this.path), 'listening');
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    for (const end of this.ends) end.destroy();
    await closed;
  }

  /** Connections stay, and new ones are taken, but nobody answers until `release`. */
  hold(): void {
    this.held = true;
    for (const end of this.ends) end.pause();
  }

  release(): void {
    this.held = false;
    for (const end of this.ends) end.resume();
  }
}
