import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { pagePolicy } from './security-headers.ts';

/**
 * Serves the built client: hashed assets for a year, everything that is not a file or /api as the page itself,
 * with a nonce for its styles. A bundle that is gone after an update answers 404 and the client offers to reload.
 */
export async function serveWebPages(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  await fastify.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/');
      response.raw.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    const path = new URL(request.url, 'http://page').pathname;
    if (path.startsWith('/api/') || path.startsWith('/assets/')) return reply.callNotFound();
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('Content-Security-Policy', pagePolicy(nonce))
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__CSP_NONCE__', nonce));
  });
}
