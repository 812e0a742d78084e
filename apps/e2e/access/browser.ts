import { createHash, randomBytes } from 'node:crypto';
import type { RouteShape } from '@halong/platform/contract';

/** One call of a route. */
export interface Call {
  params?: Record<string, string | number>;
  query?: Record<string, string | number>;
  body?: unknown;
  file?: Buffer;
  /** Besides those of every request. */
  headers?: Record<string, string>;
  /** What the answer of those who see the thing contains, and nobody else's. */
  mark?: string;
  /** Another cookie than the persona's, for routes that end a session. */
  cookie?: string;
  /** The answer replaces the persona's cookie. */
  keepsCookie?: true;
}

export interface Reply {
  status: number;
  text: string;
  json: boolean;
  /** Problem code of a refusal. */
  code: string | undefined;
  cookie: string | undefined;
  location?: string;
}

/** `/api/classes/12?page=1`. */
export function pathOf(route: RouteShape, { params = {}, query = {} }: Call): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`${route.method} ${route.path}: the call has no ${name}`);
    return encodeURIComponent(params[name]);
  });
  const asked = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${asked === '' ? '' : `?${asked}`}`;
}

/** A header line for each unsafe request, as our client sends it. */
const newKey = (): string => createHash('sha256').update(randomBytes(16)).digest('hex').slice(0, 32);

export async function send(url: string, route: RouteShape, call: Call, cookie: string | undefined, language = 'vi'): Promise<Reply> {
  const headers: Record<string, string> = { 'accept-language': language, ...(cookie ? { cookie } : {}), ...(route.method === 'GET' ? {} : { 'idempotency-key': newKey() }) };
  if (call.file) headers['content-type'] = 'application/octet-stream';
  if (call.body !== undefined) headers['content-type'] = 'application/json';
  Object.assign(headers, call.headers);
  const content = call.file ?? (call.body === undefined ? undefined : JSON.stringify(call.body));
  const response = await fetch(`${url}${pathOf(route, call)}`, { method: route.method, headers, redirect: 'manual', ...(content === undefined ? {} : { body: content as BodyInit }) });
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  const problem = json && text !== '' && response.status >= 400 ? (JSON.parse(text) as { code?: string }) : {};
  const location = response.headers.get('location');
  return { ...(location ? { location } : {}), status: response.status, text, json, code: problem.code, cookie: response.headers.get('set-cookie')?.split(';')[0] };
}
