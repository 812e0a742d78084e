import type { FastifyInstance } from 'fastify';
import { hasBody } from './upload-body.ts';

/** A body of JSON is small: whoever needs longer for it holds memory and a connection, and has not signed in yet. */
const patienceMs = 30_000;

/** Ends the connection of a body that does not come to its end. Files are not meant: they are read by whoever may send them. */
export function endSlowBodies(fastify: FastifyInstance, ms = patienceMs): void {
  fastify.addHook('onRequest', ({ raw, headers }, _reply, done) => {
    if (!hasBody(raw) || headers['content-type']?.includes('octet-stream')) return done();
    const timer = setTimeout(() => raw.destroy(), ms).unref();
    raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer));
    done();
  });
}
