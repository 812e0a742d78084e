import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { inRequest } from '../request/request-context.ts';
import { apiHeaders } from './api-headers.ts';
import type { HalongRequest } from './handle.ts';
import type { Clock } from '../clock/clock.ts';
import { nowHeader, type Language } from '@halong/platform/contract';

const always: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': 'camera=(self), microphone=(self), geolocation=()',
};

/** The policy of the page; Mantine writes a style element, hence the nonce for styles. Of the scripts in the page only those with these hashes run. */
export function pagePolicy(nonce: string, scripts: readonly string[] = []): string {
  return [
    "default-src 'none'", ["script-src 'self'", ...scripts.map((hash) => `'sha256-${hash}'`)].join(' '), `style-src 'self' 'nonce-${nonce}'`, "style-src-attr 'unsafe-inline'", "font-src 'self'",
    "img-src 'self' blob: data:", "media-src 'self' blob:", "worker-src 'self'", "manifest-src 'self'", "connect-src 'self'",
    "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'",
  ].join('; ');
}

export function languageOf(header: string | undefined): Language {
  return header?.toLowerCase().startsWith('en') ? 'en' : 'vi';
}

/**
 * Gives every request an id, a language and the headers that belong on every answer, errors included. What the product's
 * clock shows is one of them: screens follow it and not the clock of the device.
 */
export function addRequestHooks(fastify: FastifyInstance, config: Config, clock: Clock): void {
  fastify.addHook('onRequest', (request: HalongRequest, reply, done) => {
    const requestId = randomUUID();
    request.halong = { requestId, language: languageOf(request.headers['accept-language']), address: request.ip, arrivedAt: clock.millis() };
    void reply.headers(always).header('X-Request-Id', requestId);
    if (config.PUBLIC_URL.startsWith('https:')) void reply.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    // By the route and not by the spelling of the URL; what is no route at all is answered like the API.
    const page = request.routeOptions.url !== undefined && !request.routeOptions.url.startsWith('/api/');
    if (!page) void reply.headers(apiHeaders);
    done();
  });
  // While the process ends, the answers that are still on their way are the last ones of their connections.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!fastify.server.listening) void reply.header('Connection', 'close');
    void reply.header(nowHeader, clock.now().toISOString());
    done();
  });
  // After the body has been read, so that the context is not lost with the stream's callbacks.
  fastify.addHook('preHandler', (request: HalongRequest, _reply, done) => {
    if (request.halong) inRequest(request.halong, done);
    else done();
  });
}
