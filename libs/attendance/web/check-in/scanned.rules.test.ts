import { describe, expect, it } from 'vitest';
import { headingOf, nextStepOf, tokenOf } from './scanned.rules.ts';

const token = '1z.AbCdEfGhIjKlMnOpQr-_12';

describe('tokenOf', () => {
  it.each([
    [`https://hoc.example.vn/c/${token}`, token],
    [` http://192.168.1.20:3000/c/${token}\n`, token],
    [token, token],
    ['https://hoc.example.vn/verify/ABC', undefined],
    [`https://hoc.example.vn/c/${token}?x=1`, undefined],
    ['WIFI:S:phonghoc;P:12345678;;', undefined],
    ['', undefined],
  ])('%j', (scanned, expected) => {
    expect(tokenOf(scanned)).toBe(expected);
  });
});

describe('nextStepOf', () => {
  it.each([
    ['attendance.code_expired', 409, 'again'],
    ['attendance.qr_unknown', 400, 'again'],
    ['offline', 0, 'again'],
    ['platform.unavailable', 503, 'again'],
    ['platform.unexpected', 500, 'again'],
    ['attendance.code_paused', 429, 'wait'],
    ['platform.too_many_requests', 429, 'wait'],
    ['attendance.not_enrolled', 409, 'elsewhere'],
    ['attendance.session_over', 409, 'elsewhere'],
    ['attendance.online_only', 409, 'elsewhere'],
  ])('%s (%d): %s', (code, status, step) => {
    expect(nextStepOf({ code, status })).toBe(step);
  });
});

describe('headingOf', () => {
  it.each([
    ['attendance.session_over', false, 'over'],
    ['attendance.session_over', true, 'over'],
    ['platform.not_signed_in', false, 'signedOut'],
    ['attendance.code_expired', false, 'failed'],
    ['attendance.code_expired', true, 'failedOut'],
  ])('%s, out %s: %s', (code, out, heading) => {
    expect(headingOf({ code }, out)).toBe(heading);
  });
});
