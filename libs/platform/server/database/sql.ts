import type { PoolConnection, Pool, ResultSetHeader, RowDataPacket } from 'mysql2';

export type SqlValue = string | number | bigint | boolean | null | Date | Buffer | readonly (string | number)[];

export interface Written {
  affectedRows: number;
  insertId: number;
}

type Target = Pool | PoolConnection;

/**
 * Runs one statement as a prepared statement. A list parameter (`IN (?)`) goes through the text
 * protocol, because prepared statements would quietly match nothing.
 */
export function runSql<T>(target: Target, sql: string, params: readonly SqlValue[]): Promise<T> {
  const lists = params.some(Array.isArray);
  return new Promise<T>((resolve, reject) => {
    const done = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result as T));
    if (lists) (target as Pool).query(sql, params as unknown[], done);
    else (target as Pool).execute(sql, params as never[], done);
  });
}

export type Rows = RowDataPacket[];
export type Header = ResultSetHeader;

/** Deadlock, lock wait, snapshot conflict: the transaction did nothing and may be tried again. */
const retryable = new Set([1213, 1205, 1020]);
const gone = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'PROTOCOL_CONNECTION_LOST', 'POOL_CLOSED', 'PROTOCOL_SEQUENCE_TIMEOUT',
  'ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR', 'ER_CONNECTION_KILLED', 'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
]);

interface SqlError {
  errno?: number;
  code?: string;
  message?: string;
  driverError?: SqlError;
}

function driverError(error: unknown): SqlError {
  const outer = (error ?? {}) as SqlError;
  return outer.driverError ?? outer;
}

export function isRetryable(error: unknown): boolean {
  return retryable.has(driverError(error).errno ?? 0);
}

export function isDuplicate(error: unknown): boolean {
  return driverError(error).errno === 1062;
}

export function isDatabaseGone(error: unknown): boolean {
  const inner = driverError(error);
  return gone.has(inner.code ?? '') || /closed state|Queue limit reached|No connections available/.test(inner.message ?? '');
}
