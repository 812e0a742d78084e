import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';

/** The bytes of an upload. Whoever reads them may stop or fail at any point: the connection below stays whole for the answer. */
export const bytesOf = (request: IncomingMessage): Readable => Readable.from(partsOf(request), { objectMode: false });

/** A generator of its own: whatever is thrown into it, the request only hears that nobody reads on. */
async function* partsOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) yield part;
}

/** How much of a body that nobody wants is read away before the answer, and for how long. */
const patience = { bytes: 16 * 1_048_576, ms: 2_000 };

/** Whether the request announces a body. */
export const hasBody = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * After a refusal in the middle of a body its rest would stand before the next request of the connection for ever. A
 * short rest is read away, so that a sender who listens only afterwards hears the answer; with a longer one this answer
 * is the last of its connection.
 */
export function settleUnreadBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', ({ raw }, reply, _payload, done) => {
    if (raw.complete || !hasBody(raw)) return done();
    void readAway(raw).then((whole) => {
      if (!whole) void reply.header('Connection', 'close');
      done();
    });
  });
}

/** Answers whether the body has come to its end. */
function readAway(request: IncomingMessage): Promise<boolean> {
  return new Promise((settled) => {
    let bytes = 0;
    const stop = () => {
      clearTimeout(timer);
      request.off('data', count).off('end', stop).off('close', stop).off('error', stop).pause();
      settled(request.complete);
    };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > patience.bytes) stop();
    };
    const timer = setTimeout(stop, patience.ms);
    if (request.destroyed) return stop();
    request.on('data', count).on('end', stop).on('close', stop).on('error', stop).resume();
  });
}
