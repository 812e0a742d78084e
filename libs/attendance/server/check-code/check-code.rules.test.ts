import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCode, codeNow, codeOfStep, codeWindow, expiredSince, readToken, stepAt, tokenOf, type SessionCode } from './check-code.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const startsAt = Date.parse('2026-11-22T07:30:00+07:00');
const session: SessionCode = { sessionId: 3, secret: 'b7f0c2', startsAt, endsAt: startsAt + 195 * 60_000 };
const stepMs = 15_000;
const begin = stepAt(startsAt, 15) * stepMs;

describe('the code on the screen', () => {
  it('is six digits and 128 bits, and changes every 15 seconds', () => {
    const code = codeNow(session, begin, rules);
    expect(code.digits).toMatch(/^\d{6}$/);
    expect(Buffer.from(code.token, 'base64url')).toHaveLength(16);
    expect(code.changesAt).toBe(begin + stepMs);
    expect(codeNow(session, begin + stepMs - 1, rules)).toEqual(code);
    expect(codeNow(session, begin + stepMs, rules).token).not.toBe(code.token);
  });

  it('differs by step, session and secret', () => {
    const codes = [codeOfStep(session, 1), codeOfStep(session, 2), codeOfStep({ ...session, sessionId: 4 }, 1), codeOfStep({ ...session, secret: 'b7f0c3' }, 1)];
    expect(new Set(codes.map((one) => one.token)).size).toBe(4);
    expect(new Set(codes.map((one) => one.digits)).size).toBe(4);
  });
});

describe('checking', () => {
  const shownAt = (at: number) => codeNow(session, at, rules);

  it.each([
    ['at once', 0, true],
    ['at the end of its step', stepMs - 1, true],
    ['in the next step', stepMs, true],
    ['at the end of the next step', 2 * stepMs - 1, true],
    ['two steps later', 2 * stepMs, false],
    ['before it is shown', -1, false],
  ])('%s', (_, delay, ok) => {
    const { token, digits } = shownAt(begin);
    expect(checkCode(session, token, begin + delay, rules).ok).toBe(ok);
    expect(checkCode(session, digits, begin + delay, rules).ok).toBe(ok);
  });

  it('tells typing from scanning and forgives spaces', () => {
    const { token, digits, step } = shownAt(begin);
    expect(checkCode(session, ` ${digits.slice(0, 3)} ${digits.slice(3)} `, begin, rules)).toEqual({ ok: true, step, via: 'DIGITS' });
    expect(checkCode(session, token, begin, rules)).toEqual({ ok: true, step, via: 'TOKEN' });
  });

  it('opens 30 minutes before the session and closes with it', () => {
    const { opensAt, closesAt } = codeWindow(session, rules);
    expect([opensAt, closesAt]).toEqual([startsAt - 30 * 60_000, session.endsAt]);
    const at = (now: number) => checkCode(session, shownAt(now).token, now, rules);
    expect(at(opensAt - 1)).toEqual({ ok: false, refusal: 'not_open_yet' });
    expect(at(opensAt).ok).toBe(true);
    expect(at(closesAt - 1).ok).toBe(true);
    expect(at(closesAt)).toEqual({ ok: false, refusal: 'closed' });
  });

  it('refuses the code of another session', () => {
    const other = codeNow({ ...session, sessionId: 4 }, begin, rules);
    expect(checkCode(session, other.token, begin, rules)).toEqual({ ok: false, refusal: 'wrong_code' });
  });

  it('refuses any text that is not one of the two codes, without failing', () => {
    const right = new Set([begin, begin - stepMs].flatMap((at) => [shownAt(at).token, shownAt(at).digits]));
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.stringMatching(/^\d{6}$/)), (text) => {
      expect(checkCode(session, text, begin, rules).ok).toBe(right.has(text.replace(/\s/g, '')));
    }));
  });
});

describe('scanned tokens', () => {
  const token = 'A'.repeat(20) + '-_';

  it.each([
    [tokenOf(1, token), { sessionId: 1, token }],
    [tokenOf(123_456, token), { sessionId: 123_456, token }],
    [`https://dao-tao.example.vn/c/${tokenOf(77, token)}`, { sessionId: 77, token }],
    [`  ${tokenOf(77, token)} `, { sessionId: 77, token }],
    [token, undefined],
    [`x/${tokenOf(77, token)}`, undefined],
    ['', undefined],
  ])('%j', (scanned, expected) => {
    expect(readToken(scanned)).toEqual(expected);
  });
});

describe('codes that expired', () => {
  const at = begin + 600_000;
  const { digits, token } = codeNow(session, at, rules);

  it.each([
    ['digits of now', digits, at, null],
    ['digits of the previous step', digits, at + stepMs, null],
    ['digits of the one before', digits, at + 2 * stepMs, at + 2 * stepMs],
    ['a token, much later', token, at + 3_600_000, at + 2 * stepMs],
    ['digits, much later', digits, at + 3_600_000, null],
    ['a token of another session', codeNow({ ...session, sessionId: 4 }, at, rules).token, at + 60_000, null],
    ['digits from before the window', codeNow(session, startsAt - 31 * 60_000, rules).digits, startsAt - 29 * 60_000, null],
  ])('%s', (_, presented, now, expected) => {
    expect(expiredSince(session, presented, now, rules)).toBe(expected);
  });
});
