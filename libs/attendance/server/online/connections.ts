import { unite, type Interval } from '../attendance/interval.rules.ts';

/** Heartbeats from the first to the last; `begun`: that there was somebody at `from` is in the database already. */
interface Stretch extends Interval {
  begun?: true;
}

export interface Connection {
  id: string;
  sessionId: number;
  enrolmentId: number;
  accountId: number;
  /** The socket that speaks for it now. */
  socketId: string;
  closed: boolean;
  /** What is not stored yet, oldest first; the last one grows with each heartbeat. */
  stretches: Stretch[];
}

const perAccount = 20;

/** Presence of one connection that waits to be stored. */
export interface Unstored extends Interval {
  connectionId: string;
  sessionId: number;
  enrolmentId: number;
}

/** What the database does not know yet: time, or that somebody entered at all. */
const newsOf = (stretches: readonly Stretch[]): Stretch[] => stretches.filter((one) => one.from < one.to || !one.begun);

/**
 * The online presence of this process that is not in the database yet. Bounded: at most `limit` connections,
 * and stretches that touch are one. Instants are epoch milliseconds of the server.
 */
export class Connections {
  private readonly connections = new Map<string, Connection>();

  constructor(private readonly limit = 20_000) {}

  get full(): boolean {
    return this.connections.size >= this.limit;
  }

  get size(): number {
    return this.connections.size;
  }

  /** Whether this account holds as many as one person can need: tabs, devices, and lines that have just broken. */
  isFullFor(accountId: number): boolean {
    let held = 0;
    for (const one of this.connections.values()) if (one.accountId === accountId) held += 1;
    return held >= perAccount;
  }

  find(id: string): Connection | undefined {
    return this.connections.get(id);
  }

  /** Opens a connection, or takes up one of the same account and session again; `now` is its first heartbeat. */
  open(connection: Omit<Connection, 'closed' | 'stretches'>, now: number, lostAfterMs: number): Connection {
    const known = this.connections.get(connection.id);
    const opened = known ? Object.assign(known, { socketId: connection.socketId, closed: false }) : { ...connection, closed: false, stretches: [] };
    this.connections.set(connection.id, opened);
    this.beat(opened, now, lostAfterMs);
    return opened;
  }

  /**
   * One heartbeat: the last stretch grows to now, or a new one begins when the line was lost for longer than `lostAfterMs`.
   * Stretches end at `endsAt`, and none begins then.
   */
  beat(connection: Connection, now: number, lostAfterMs: number, endsAt = Infinity): void {
    const last = connection.stretches.at(-1);
    if (last && now - last.to <= lostAfterMs) last.to = Math.max(last.to, Math.min(now, endsAt));
    else if (now < endsAt) connection.stretches = [...newsOf(connection.stretches), { from: now, to: now }];
  }

  /** The line of this socket is gone; what it saw stays until it is stored. */
  close(id: string, socketId: string): void {
    const connection = this.connections.get(id);
    if (connection?.socketId === socketId) connection.closed = true;
  }

  /** A copy of everything that waits; `stored` is told when it is in the database. */
  unstored(): Unstored[] {
    return [...this.connections.values()].flatMap(({ id, sessionId, enrolmentId, stretches }) =>
      unite(newsOf(stretches), 0, 'moments').map((one) => ({ ...one, connectionId: id, sessionId, enrolmentId })),
    );
  }

  /** These are in the database now. The next batch begins where this one ended. */
  stored(batch: readonly Unstored[]): void {
    for (const { connectionId, from, to } of batch) {
      const connection = this.connections.get(connectionId);
      if (!connection) continue;
      connection.stretches = connection.stretches.flatMap((one, i, all): Stretch[] => {
        if (one.from < from || one.from > to) return [one];
        const growing = i === all.length - 1;
        return one.to > to || growing ? [{ from: to, to: Math.max(one.to, to), begun: true }] : [];
      });
    }
    this.forgetClosed();
  }

  /** Nothing more is taken from these people; what waits is thrown away. */
  drop(enrolmentIds: ReadonlySet<number>): void {
    for (const [id, { enrolmentId }] of this.connections) if (enrolmentIds.has(enrolmentId)) this.connections.delete(id);
  }

  /** Closed connections with nothing left to store go. */
  forgetClosed(): void {
    for (const [id, { closed, stretches }] of this.connections) if (closed && newsOf(stretches).length === 0) this.connections.delete(id);
  }
}
