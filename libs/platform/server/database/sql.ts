import type { PoolConnection, Pool, ResultSetHeader, RowDataPacket } from 'mysql2';

export type SqlValue = string | number | bigint | boolean | null | Date | Buffer | readonly (string | number)[];

export interface Written {
  affectedRows: number;
  insertId: number;
}

type Target = Pool | PoolConnection;

export type Protocol = 'prepared' | 'text';

/** Stands for an empty list: `IN` matches nothing and `NOT IN` everything, where `IN ()` would be a syntax error. */
const emptyList = { toSqlString: () => 'SELECT NULL FROM DUAL WHERE FALSE' };

/**
 * Runs one statement as a prepared statement. A list parameter (`IN (?)`) goes through the text
 * protocol, because prepared statements would quietly match nothing.
 */
export function runSql<T>(target: Target, sql: string, params: readonly SqlValue[], protocol: Protocol = 'prepared'): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const done = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result as T));
    if (protocol === 'prepared' && !params.some(Array.isArray)) (target as Pool).execute(sql, params as never[], done);
    else (target as Pool).query(sql, params.map((value) => (Array.isArray(value) && value.length === 0 ? emptyList : value)), done);
  });
}

export type Rows = RowDataPacket[];
export type Header = ResultSetHeader;

/** Deadlock, lock wait, snapshot conflict: the transaction did nothing and may be tried again. */
const retryable = new Set([1213, 1205, 1020]);
/** The server refuses or is going down, although the connection works. */
const refusing = new Set(['ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR', 'ER_CONNECTION_KILLED', 'POOL_CLOSED']);

interface SqlError {
  errno?: number;
  code?: string;
  message?: string;
  /** The driver's word for a connection that is of no use any more. */
  fatal?: boolean;
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
  const { fatal, code = '', message = '' } = driverError(error);
  return fatal === true || refusing.has(code) || /^(Pool is closed|Queue limit reached|No connections available)/.test(message);
}
