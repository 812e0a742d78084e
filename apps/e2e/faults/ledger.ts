import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Command {
  cookie: string;
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: object;
  key?: string;
}

/** One answer of the api. */
export interface Reply {
  status: number;
  body: unknown;
  retryAfter: string | undefined;
}

/** A command that was acknowledged, and what was said then. */
export interface Entry<T = unknown> {
  command: Command;
  answer: unknown;
  what: T;
}

const patience = 30_000;

/** One request on a connection of its own. @throws Error of the connection, or `timeout` after thirty seconds */
export function ask(url: string, { cookie, method, path, body, key }: Command): Promise<Reply> {
  const content = body === undefined ? undefined : JSON.stringify(body);
  const headers = { cookie, ...(content ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) } : {}), ...(key ? { 'idempotency-key': key } : {}) };
  return new Promise((done, fail) => {
    const sent = httpRequest(`${url}/api${path}`, { method, headers, agent: false, timeout: patience }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      response.on('error', fail);
      response.on('end', () => done({ status: response.statusCode ?? 0, body: text ? (JSON.parse(text) as unknown) : undefined, retryAfter: response.headers['retry-after'] }));
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', fail);
    sent.end(content);
  });
}

/** Asks until the answer is a decision: a 503 with a hint is asked again with the same key, as our client does. */
export async function insist(url: string, command: Command): Promise<Reply> {
  for (let round = 0; round < 100; round += 1) {
    const reply = await ask(url, command);
    if (reply.status !== 503 || !reply.retryAfter) return reply;
    await sleep(Number(reply.retryAfter) * 1_000);
  }
  throw new Error(`${command.path} was never decided`);
}

/** A client that writes down what was acknowledged, and sends a command again with the same key until it is. */
export class Ledger<T = unknown> {
  readonly entries: Entry<T>[] = [];
  /** Commands whose first try met a fault and that were never sent again: there whole or not at all. */
  readonly abandoned: Entry<T>[] = [];
  /** Answers and broken connections that were no acknowledgement. */
  readonly faults = { connection: 0, unavailable: 0 };

  constructor(
    private readonly url: string,
    private readonly allowed: { connection: boolean; unavailable: boolean },
  ) {}

  /** @throws Error for every answer that is neither 2xx nor an allowed, honest "later" */
  async send(command: Command, what: T, once = false): Promise<void> {
    for (let round = 0; round < 3_000; round += 1) {
      const reply = await ask(this.url, command).catch((error: Error) => this.broken(error));
      if (reply && reply.status < 300) {
        this.entries.push({ command, what, answer: reply.body });
        return;
      }
      if (reply) this.refused(command, reply);
      if (once) {
        this.abandoned.push({ command, what, answer: undefined });
        return;
      }
      await sleep(100);
    }
    throw new Error(`${command.path} was never acknowledged`);
  }

  private broken(error: Error): undefined {
    if (!this.allowed.connection || error.message === 'timeout') throw error;
    this.faults.connection += 1;
  }

  private refused(command: Command, { status, body, retryAfter }: Reply): void {
    if (!this.allowed.unavailable || status !== 503 || !retryAfter) throw new Error(`${command.method} ${command.path} was answered ${status}: ${JSON.stringify(body)}`);
    this.faults.unavailable += 1;
  }
}

/** Lets these clients work side by side until the fault has been done; the first failure of any ends all. */
export async function during(clients: ((going: () => boolean) => Promise<void>)[], fault: () => Promise<void>): Promise<void> {
  let going = true;
  const working = clients.map((client) => client(() => going).catch((error: unknown) => {
    going = false;
    throw error;
  }));
  const failure = Promise.all(working);
  failure.catch(() => undefined);
  try {
    await Promise.race([fault(), failure]);
  } finally {
    going = false;
  }
  await failure;
}
