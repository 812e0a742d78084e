import { describe, expect, it } from 'vitest';
import { cookieOf, expiredCookie, hashOf, newToken, tokenIn } from './session.cookie.ts';

const https = 'https://halong.example';
const http = 'http://localhost:3000';

describe('the session cookie', () => {
  const token = newToken();

  it('is bound to the host behind https', () => {
    expect(cookieOf(token, https)).toBe(`__Host-sid=${token}; Path=/; HttpOnly; Secure; SameSite=Lax`);
    expect(cookieOf(token, http)).toBe(`sid=${token}; Path=/; HttpOnly; SameSite=Lax`);
    expect(expiredCookie(https)).toBe('__Host-sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax');
  });

  it('survives the browser only on an own device', () => {
    expect(cookieOf(token, https, 14 * 24 * 3_600_000)).toBe(`__Host-sid=${token}; Max-Age=1209600; Path=/; HttpOnly; Secure; SameSite=Lax`);
  });

  it.each([
    [`__Host-sid=${token}`, https, true],
    [`a=1; __Host-sid=${token}; b=2`, https, true],
    [`sid=${token}`, https, false],
    [`sid=${token}`, http, true],
    [`sid=${token}x`, http, false],
    ['sid=', http, false],
    ['sid=%E0%A4%A', http, false],
    [undefined, http, false],
  ])('%j at %s', (header, url, found) => expect(tokenIn(header, url)).toBe(found ? token : undefined));

  it('is never kept as it is', () => {
    expect(hashOf(token)).toMatch(/^[\da-f]{64}$/);
    expect(newToken()).not.toBe(token);
  });
});
