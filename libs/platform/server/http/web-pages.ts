import { createHash, randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join, posix, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { apiHeaders } from './api-headers.ts';
import { pagePolicy } from './security-headers.ts';

/**
 * Serves the client as it lies on disk now, so that a new build needs no restart: hashed assets for a year, everything
 * that is not a file or /api as the page itself, with a nonce for its styles. A bundle that is gone after an update
 * answers 404 and the client offers to reload.
 */
export async function serveWebPages(fastify: FastifyInstance, folder: string): Promise<void> {
  const root = resolve(folder);
  const page = new PageOnDisk(join(root, 'index.html'));
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('Cache-Control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', async (request, reply) => {
    const path = pathOf(request.url);
    if (path === undefined || belongsToApi(path)) return nothing(reply);
    if (path !== '/index.html' && (await isFile(root, path))) return reply.sendFile(path.slice(1));
    const known = path.startsWith('/assets/') ? undefined : await page.read();
    if (!known) return nothing(reply);
    const nonce = randomBytes(16).toString('base64');
    return reply
      .header('Content-Security-Policy', pagePolicy(nonce, known.scripts))
      .header('Cache-Control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(known.text.replaceAll('__CSP_NONCE__', nonce));
  });
}

/** The decoded path of a request, or undefined when it cannot be one of ours. */
function pathOf(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address.split('?', 1)[0] ?? '');
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

const belongsToApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

function nothing(reply: FastifyReply): FastifyReply {
  void reply.headers(apiHeaders).callNotFound();
  return reply;
}

/** Only a path that is spelt as the file lies there: no dots, no doubled or turned slashes. */
async function isFile(root: string, path: string): Promise<boolean> {
  if (path.includes('\\') || path.includes('/.') || posix.normalize(path) !== path) return false;
  return stat(join(root, path)).then((found) => found.isFile(), () => false);
}

interface Page {
  stamp: string;
  text: string;
  /** Hashes of the scripts that stand in it, for the content policy. */
  scripts: string[];
}

/** The page of the client, read again whenever it has changed. */
class PageOnDisk {
  private known: Page | undefined;

  constructor(private readonly path: string) {}

  /** While an update replaces the page, the one before it; undefined when there has never been one. */
  async read(): Promise<Page | undefined> {
    const stamp = await stat(this.path).then(({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`, () => undefined);
    if (stamp === undefined || stamp === this.known?.stamp) return this.known;
    const text = await readFile(this.path, 'utf8').catch(() => '');
    const scripts = [...text.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script]) => createHash('sha256').update(script ?? '').digest('base64'));
    if (text.includes('</html>')) this.known = { stamp, text, scripts };
    return this.known;
  }
}
