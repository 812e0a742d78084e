import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Hands the connection to a handler that speaks HTTP itself (a `raw` route, a file in parts). The headers that belong on
 * every answer are on it already; from here on nobody else answers.
 */
export function takeOver({ request, reply }: { request: FastifyRequest; reply: FastifyReply }): { request: IncomingMessage; response: ServerResponse } {
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  return { request: request.raw, response: reply.raw };
}
