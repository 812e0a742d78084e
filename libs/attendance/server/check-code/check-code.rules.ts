import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RuleSet } from '@halong/regulations/contract';

export type CheckCodeRules = Pick<RuleSet, 'attendance'>;

/** What the room's screen shows in one step: digits to type and a token inside the QR picture. */
export interface CheckCode {
  step: number;
  digits: string;
  /** 128 bits, base64url. */
  token: string;
  /** The screen changes at this instant; the code is accepted for one step more. */
  changesAt: number;
}

/** The secret is random, made for one session and never leaves the server. */
export interface SessionCode {
  sessionId: number;
  secret: string;
  startsAt: number;
  endsAt: number;
}

export type CodeRefusal = 'not_open_yet' | 'closed' | 'wrong_code';
export type CodeCheck = { ok: true; step: number; via: 'DIGITS' | 'TOKEN' } | { ok: false; refusal: CodeRefusal };

/** The number of the rotation that `now` (epoch milliseconds) falls into. */
export function stepAt(now: number, rotateSec: number): number {
  return Math.floor(now / (rotateSec * 1000));
}

const digest = (secret: string, use: string, sessionId: number, step: number): Buffer =>
  createHmac('sha256', secret).update(`${use}:${sessionId}:${step}`).digest();

/** Six digits and the token of one step. They come from separate digests: who has seen the digits cannot tell the token. */
export function codeOfStep({ secret, sessionId }: Pick<SessionCode, 'secret' | 'sessionId'>, step: number): Pick<CheckCode, 'digits' | 'token'> {
  const number = digest(secret, 'digits', sessionId, step).readBigUInt64BE() % 1_000_000n;
  return { digits: String(number).padStart(6, '0'), token: digest(secret, 'token', sessionId, step).subarray(0, 16).toString('base64url') };
}

/** What to show now. */
export function codeNow(session: Pick<SessionCode, 'secret' | 'sessionId'>, now: number, rules: CheckCodeRules): CheckCode {
  const { qrRotateSec } = rules.attendance;
  const step = stepAt(now, qrRotateSec);
  return { step, ...codeOfStep(session, step), changesAt: (step + 1) * qrRotateSec * 1000 };
}

/** When codes of this session are accepted: from `attendance.windowBeforeMin` before its start to its end, the end excluded. */
export function codeWindow({ startsAt, endsAt }: Pick<SessionCode, 'startsAt' | 'endsAt'>, rules: CheckCodeRules): { opensAt: number; closesAt: number } {
  return { opensAt: startsAt - rules.attendance.windowBeforeMin * 60_000, closesAt: endsAt };
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Whether what a trainee typed or scanned is this session's code of the current or the previous step, by server time (domain rule D07). */
export function checkCode(session: SessionCode, presented: string, now: number, rules: CheckCodeRules): CodeCheck {
  const { opensAt, closesAt } = codeWindow(session, rules);
  if (now < opensAt) return { ok: false, refusal: 'not_open_yet' };
  if (now >= closesAt) return { ok: false, refusal: 'closed' };
  const typed = presented.replace(/\s/g, '');
  const current = stepAt(now, rules.attendance.qrRotateSec);
  for (const step of [current, current - 1]) {
    const code = codeOfStep(session, step);
    if (same(code.token, typed)) return { ok: true, step, via: 'TOKEN' };
    if (same(code.digits, typed)) return { ok: true, step, via: 'DIGITS' };
  }
  return { ok: false, refusal: 'wrong_code' };
}

/** What the QR picture holds: the session and the token of one step, for the address PUBLIC_URL/c/<token>. */
export function tokenOf(sessionId: number, token: string): string {
  return `${sessionId.toString(36)}.${token}`;
}

/** The parts of a scanned token, also of a whole scanned address; undefined when it is none of ours. */
export function readToken(scanned: string): { sessionId: number; token: string } | undefined {
  const found = /(?:^|\/c\/)([0-9a-z]{1,7})\.([\w-]{22})$/.exec(scanned.trim());
  return found?.[1] && found[2] ? { sessionId: parseInt(found[1], 36), token: found[2] } : undefined;
}

const rememberedDigits = 40;
const rememberedTokens = 2_000;

/**
 * When a code that is not accepted any more stopped being accepted; null when it never was a code of this session.
 * Digits are remembered for some minutes, tokens for the whole window.
 */
export function expiredSince(session: SessionCode, presented: string, now: number, rules: CheckCodeRules): number | null {
  const { qrRotateSec } = rules.attendance;
  const typed = presented.replace(/\s/g, '');
  const isToken = typed.length > 6;
  const first = stepAt(codeWindow(session, rules).opensAt, qrRotateSec);
  const last = stepAt(now, qrRotateSec) - 2;
  for (let step = last; step >= first && last - step < (isToken ? rememberedTokens : rememberedDigits); step -= 1) {
    const code = codeOfStep(session, step);
    if (same(isToken ? code.token : code.digits, typed)) return (step + 2) * qrRotateSec * 1000;
  }
  return null;
}
