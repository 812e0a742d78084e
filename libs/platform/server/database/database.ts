import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolConnection } from 'mysql2';
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';
import { isRetryable, runSql, type Header, type Rows, type SqlValue, type Written } from './sql.ts';

interface Transaction {
  runner: QueryRunner;
  connection: PoolConnection;
  afterCommit: (() => void)[];
}

const attempts = 5;

/** The one way to the database. Code inside `transaction` joins it without being handed anything. */
export class Database {
  private readonly running = new AsyncLocalStorage<Transaction>();

  constructor(readonly source: DataSource) {}

  get pool(): Pool {
    return (this.source.driver as unknown as { pool: Pool }).pool;
  }

  get inTransaction(): boolean {
    return this.running.getStore() !== undefined;
  }

  get manager(): EntityManager {
    return this.running.getStore()?.runner.manager ?? this.source.manager;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Reads rows with a prepared statement, inside the running transaction if there is one. */
  rows<T = Record<string, unknown>>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    return runSql<Rows>(this.running.getStore()?.connection ?? this.pool, sql, params) as unknown as Promise<T[]>;
  }

  async row<T = Record<string, unknown>>(sql: string, params: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  /** Writes; answers how many rows and the first new id. */
  async run(sql: string, params: readonly SqlValue[] = []): Promise<Written> {
    const header = await runSql<Header>(this.running.getStore()?.connection ?? this.pool, sql, params);
    return { affectedRows: header.affectedRows, insertId: header.insertId };
  }

  /** Inserts one row; keys are column names, written in code and never taken from input. */
  async insert(table: string, values: Record<string, SqlValue | undefined>): Promise<number> {
    const entries = Object.entries(values).filter((entry): entry is [string, SqlValue] => entry[1] !== undefined);
    const sql = `INSERT INTO ${table} (${entries.map(([column]) => column).join(', ')}) VALUES (${entries.map(() => '?').join(', ')})`;
    return (await this.run(sql, entries.map(([, value]) => value))).insertId;
  }

  /** Inserts many rows of the same shape in statements of at most 500 rows. */
  async insertMany(table: string, rows: readonly Record<string, SqlValue>[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    for (let from = 0; from < rows.length; from += 500) {
      const part = rows.slice(from, from + 500);
      const places = part.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
      await this.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places}`, part.flatMap((row) => columns.map((column) => row[column] ?? null)));
    }
  }

  /**
   * Runs one command: all of it or nothing. Nested calls join. Deadlocks, lock waits and snapshot
   * conflicts run it again, so nothing but SQL may happen inside.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore()) return work();
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
    if (transaction) transaction.afterCommit.push(effect);
    else effect();
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const transaction: Transaction = { runner, connection: (await runner.connect()) as PoolConnection, afterCommit: [] };
    let result: T;
    try {
      await runner.startTransaction();
      result = await this.running.run(transaction, work);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
    for (const effect of transaction.afterCommit) effect();
    return result;
  }
}
