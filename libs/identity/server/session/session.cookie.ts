import { createHash, randomBytes } from 'node:crypto';

const tokenPattern = /^[\w-]{43}$/;

/** `__Host-` ties the cookie to this host and to https; on http://localhost a browser would refuse it. */
const nameAt = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-sid' : 'sid');

/** The value is base64url or empty, so nothing needs escaping. */
function setCookie(publicUrl: string, value: string, lifetime: string): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${nameAt(publicUrl)}=${value}${lifetime}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}

/** 256 random bits in base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The token in a Cookie header; undefined when there is none or it cannot be one of ours. */
export function tokenIn(cookieHeader: string | undefined, publicUrl: string): string | undefined {
  if (!cookieHeader) return undefined;
  const pairs = cookieHeader.split(';').map((pair) => pair.trim());
  const name = `${nameAt(publicUrl)}=`;
  const token = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
  return token !== undefined && tokenPattern.test(token) ? token : undefined;
}

/**
 * Set-Cookie for a session. Only an own device keeps it beyond the browser's own session, for so many milliseconds:
 * as an age and not as a date, because the browser's clock and ours may show different days.
 */
export const cookieOf = (token: string, publicUrl: string, keptMs?: number): string =>
  setCookie(publicUrl, token, keptMs === undefined ? '' : `; Max-Age=${Math.floor(keptMs / 1_000)}`);

export const expiredCookie = (publicUrl: string): string => setCookie(publicUrl, '', '; Max-Age=0');
