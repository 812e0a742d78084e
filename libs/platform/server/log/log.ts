import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequest } from '../request/request-context.ts';
import { withoutPersonalData } from './log-text.rules.ts';

export type Log = Logger;

const cleaned = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? withoutPersonalData(value) : value]));

/** Lines of JSON with the request id. Bodies, names and cookies are never handed to it; what errors quote of people is left out. */
export function createLog(level: string, name: string, destination?: DestinationStream): Log {
  return pino({
    level,
    name,
    base: { pid: process.pid },
    redact: ['req.headers', 'password', 'cookie', 'authorization', '*.password', '*.personalId'],
    formatters: { log: cleaned },
    hooks: {
      logMethod(inputs, method) {
        method.apply(this, inputs.map((input) => (typeof input === 'string' ? withoutPersonalData(input) : input)) as typeof inputs);
      },
    },
    mixin: () => {
      const request = currentRequest();
      return request ? { requestId: request.requestId } : {};
    },
  }, destination);
}

export const LOG = Symbol('log');
