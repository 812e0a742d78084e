import { nowHeader, platformErrors, type CallOf, type Language, type Problem, type ResponseOf, type RouteShape } from '@halong/platform/contract';
import { forgetEarly, noteAsked, takeEarly } from './early.ts';
import { deviceNow, hearServerClock } from './server-clock.ts';

/** A refusal of the server, or what went wrong on the way there. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

const offline: Record<Language, string> = {
  vi: 'Không kết nối được với Halong. Nội dung đang gõ vẫn được giữ; kiểm tra mạng rồi thử lại.',
  en: 'Halong cannot be reached. What you typed is kept; check the network and try again.',
};

let language: Language = 'vi';
export function speak(next: Language): void {
  language = next;
}

type Listener = () => void;
const signedOut = new Set<Listener>();

/** Called whenever the server says that nobody is signed in any more. Answers how to stop listening. */
export function onSignedOut(listener: Listener): Listener {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

/** Tells everybody who listens that nobody is signed in any more. */
export function tellSignedOut(): void {
  for (const listener of signedOut) listener();
}

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  file?: Blob;
}

/** `/classes/:id` with params and query → `/api/classes/5?page=2`. */
export function addressOf(route: RouteShape, call: object = {}): string {
  const { params = {}, query = {} } = call as Parts;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

const readTimeout = 20_000;
const writeTimeout = 60_000;

/** A key of its own for one command. `randomUUID` exists on secure pages only; on plain http over a LAN the bytes come one by one. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Calls one contract route. Throws ProblemError. `key` makes a repeat of the same command safe;
 * a screen keeps it for all tries of one press of a button. With `keepalive` the browser sends it even when the page is left.
 */
export async function call<R extends RouteShape>(route: R, input: CallOf<R>, options: { signal?: AbortSignal; key?: string; keepalive?: boolean } = {}): Promise<ResponseOf<R>> {
  const { body, file } = input as Parts;
  const unsafe = route.method !== 'GET';
  const headers: Record<string, string> = { 'Accept-Language': language };
  if (unsafe) headers['Idempotency-Key'] = options.key ?? freshKey();
  if (file) headers['Content-Type'] = 'application/octet-stream';
  else if (body !== undefined) headers['Content-Type'] = 'application/json';
  const limits = [AbortSignal.timeout(unsafe ? (file ? 600_000 : writeTimeout) : readTimeout), ...(options.signal ? [options.signal] : [])];
  const response = await send(addressOf(route, input), {
    method: route.method,
    headers,
    body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    signal: AbortSignal.any(limits),
    credentials: 'same-origin',
    keepalive: options.keepalive ?? false,
  }, options.signal);
  if (!response.ok) throw await refusal(response);
  if (route.download) return (await response.blob()) as ResponseOf<R>;
  return (response.status === 204 ? undefined : await response.json()) as ResponseOf<R>;
}

async function send(address: string, init: RequestInit, outer: AbortSignal | undefined): Promise<Response> {
  const reads = init.method === 'GET';
  if (reads) noteAsked(address);
  else forgetEarly();
  const early = reads ? await takeEarly(address, language) : undefined;
  if (early) {
    hearServerClock(early.response.headers.get(nowHeader), early.sentAt, early.heardAt);
    return early.response;
  }
  const sentAt = deviceNow();
  try {
    const response = await fetch(address, init);
    hearServerClock(response.headers.get(nowHeader), sentAt);
    return response;
  } catch (error) {
    if (outer?.aborted) throw error;
    throw new ProblemError({ type: 'urn:halong:offline', title: offline[language], status: 0, code: 'offline', requestId: '' });
  }
}

async function refusal(response: Response): Promise<ProblemError> {
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined;
  // A wrong password is a 401 too; only this code means that the session is over.
  if (problem?.code === platformErrors.not_signed_in.code) tellSignedOut();
  return new ProblemError(problem ?? { type: 'about:blank', title: offline[language], status: response.status, code: 'unknown', requestId: response.headers.get('x-request-id') ?? '' });
}

/** Offers what a download route answered as a file. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
