import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolConnection } from 'mysql2';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import { isRetryable, runSql, type Header, type Protocol, type Rows, type SqlValue, type Written } from './sql.ts';

interface Transaction {
  connection: PoolConnection;
  afterCommit: (() => void)[];
  /** TypeORM's view of the same connection, made when somebody asks for it. */
  runner?: QueryRunner;
  /** A deadlock has rolled everything back already: nothing after it may count. */
  doomed?: unknown;
  ended: boolean;
}

const attempts = 5;
const patienceMs = 10_000;

/** The one way to the database. Code inside `transaction` joins it without being handed anything. */
export class Database {
  private readonly running = new AsyncLocalStorage<Transaction>();

  constructor(
    readonly source: DataSource,
    /** Hears of an `afterCommit` effect that failed; the command itself has succeeded by then. */
    private readonly effectFailed: (error: unknown) => void = () => undefined,
  ) {}

  get pool(): Pool {
    return (this.source.driver as unknown as { pool: Pool }).pool;
  }

  get inTransaction(): boolean {
    return this.running.getStore()?.ended === false;
  }

  get manager(): EntityManager {
    const transaction = this.running.getStore();
    if (!transaction) return this.source.manager;
    transaction.runner ??= this.runnerOn(transaction.connection);
    return transaction.runner.manager;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Reads rows with a prepared statement, inside the running transaction if there is one. */
  rows<T = Record<string, unknown>>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return this.statement<Rows>(sql, params) as unknown as Promise<T[]>;
  }

  async row<T = Record<string, unknown>>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** Writes; answers how many rows and the first new id. */
  async run(sql: string, params: readonly SqlValue[] = []): Promise<Written> {
    const header = await this.statement<Header>(sql, params);
    return { affectedRows: header.affectedRows, insertId: header.insertId };
  }

  /** Inserts one row; keys are column names, written in code and never taken from input. */
  async insert(table: string, values: Record<string, SqlValue | undefined>): Promise<number> {
    const entries = Object.entries(values).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined);
    const sql = `INSERT INTO ${table} (${entries.map(([column]) => column).join(', ')}) VALUES (${entries.map(() => '?').join(', ')})`;
    return (await this.run(sql, entries.map(([, value]) => value))).insertId;
  }

  /** Inserts many rows of the same shape in statements of at most 500 rows, unprepared: their length differs each time. */
  async insertMany(table: string, rows: readonly Record<string, SqlValue>[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500);
      const places = part.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
      const values = part.flatMap((row) => columns.map((column) => row[column] ?? null));
      await this.statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places}`, values, 'text');
    }
  }

  /**
   * Runs one command: all of it or nothing. Nested calls join. Deadlocks, lock waits and snapshot
   * conflicts run it again, so nothing but SQL may happen inside.
   * @throws whatever `work` throws, after the rollback
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (attempt >= attempts || !isRetryable(error)) throw error;
        await sleep(attempt * 20 + Math.random() * 60);
      }
    }
  }

  /** Runs after the commit; dropped on a rollback. Outside a transaction it runs at once. */
  afterCommit(effect: () => void): void {
    const transaction = this.running.getStore();
    if (transaction && !transaction.ended) transaction.afterCommit.push(effect);
    else effect();
  }

  private async statement<T>(sql: string, params: readonly SqlValue[], protocol?: Protocol): Promise<T> {
    const transaction = this.running.getStore();
    if (!transaction) return runSql<T>(this.pool, sql, params, protocol);
    if (transaction.ended) throw new Error('This statement came after the end of its transaction: somewhere an await is missing');
    if (transaction.doomed) throw transaction.doomed;
    try {
      return await runSql<T>(transaction.connection, sql, params, protocol);
    } catch (error) {
      if (isRetryable(error)) transaction.doomed = error;
      throw error;
    }
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const connection = await this.connect();
    const transaction: Transaction = { connection, afterCommit: [], ended: false };
    let result: T;
    try {
      await runSql(connection, 'START TRANSACTION', [], 'text');
      result = await this.running.run(transaction, work).finally(() => this.end(transaction));
      if (transaction.doomed) throw transaction.doomed;
      await runSql(connection, 'COMMIT', [], 'text');
    } catch (error) {
      await runSql(connection, 'ROLLBACK', [], 'text').then(() => connection.release(), () => connection.destroy());
      throw transaction.doomed ?? error;
    }
    connection.release();
    for (const effect of transaction.afterCommit) this.attempt(effect);
    return result;
  }

  private end(transaction: Transaction): void {
    transaction.ended = true;
    if (transaction.runner) Object.assign(transaction.runner, { isReleased: true });
  }

  private attempt(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      this.effectFailed(error);
    }
  }

  /** Waits a bounded time for a free connection: an honest "later" is better than a queue without end. */
  private connect(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        reject(new Error('No connections available.'));
      }, patienceMs);
      this.pool.getConnection((error, connection) => {
        clearTimeout(timer);
        if (late) connection?.release();
        else if (error) reject(error);
        else resolve(connection);
      });
    });
  }

  private runnerOn(connection: PoolConnection): QueryRunner {
    return Object.assign(this.source.createQueryRunner(), { databaseConnection: connection, isTransactionActive: true, transactionDepth: 1 });
  }
}
