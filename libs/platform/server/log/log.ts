import { pino, type Logger } from 'pino';
import { currentRequest } from '../request/request-context.ts';

export type Log = Logger;

/** Lines of JSON with the request id. Bodies, names and cookies are never handed to it. */
export function createLog(level: string, name: string): Log {
  return pino({
    level,
    name,
    base: { pid: process.pid },
    redact: ['req.headers', 'password', 'cookie', 'authorization', '*.password', '*.personalId'],
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.requestId } : {};
    },
  });
}

export const LOG = Symbol('log');
