import { describe, expect, it } from 'vitest';
import { afterNews, afterRefusal, beforeJoining, isHere, roomStateOf, type Presence } from './presence.rules.ts';

const prompt = { no: 1, openUntil: '2026-11-22T01:10:00.000Z' };
const problem = (code: string) => ({ type: 'about:blank', title: 'x', status: 409, code, requestId: 'r' });
const connected: Presence = { ...beforeJoining, phase: 'connected', lastAt: 1_000, enrolmentId: 7 };

describe('afterNews', () => {
  it('joins', () => {
    expect(afterNews(beforeJoining, { kind: 'alive', at: 1_000, prompt: null, over: false, enrolmentId: 7 })).toEqual(connected);
  });

  it('keeps who it is on a heartbeat, and shows its question', () => {
    expect(afterNews(connected, { kind: 'alive', at: 2_000, prompt, over: false })).toEqual({ ...connected, lastAt: 2_000, prompt });
  });

  it('is lost since the last sign of life, and comes back', () => {
    const lost = afterNews(connected, { kind: 'silent' });
    expect(lost).toEqual({ ...connected, phase: 'lost' });
    expect(afterNews(lost, { kind: 'alive', at: 9_000, prompt: null, over: false }).phase).toBe('connected');
  });

  it('a line that never stood is not lost', () => {
    expect(afterNews(beforeJoining, { kind: 'silent' }).phase).toBe('joining');
  });

  it('a lost line keeps its question', () => {
    expect(afterNews({ ...connected, prompt }, { kind: 'silent' }).prompt).toEqual(prompt);
  });

  it.each([[1, null], [2, prompt]])('an answer to question %d', (promptNo, left) => {
    expect(afterNews({ ...connected, prompt }, { kind: 'answered', promptNo }).prompt).toEqual(left);
  });

  it.each([
    ['attendance.session_over', 'over'],
    ['attendance.not_open_yet', 'waiting'],
    ['attendance.room_only', 'refused'],
    ['attendance.not_enrolled', 'refused'],
  ])('%s: %s', (code, phase) => {
    expect(afterNews(beforeJoining, { kind: 'refused', problem: problem(code) }).phase).toBe(phase);
  });

  it.each(['left', 'over'] as const)('%s is final', (phase) => {
    const done: Presence = { ...connected, phase };
    expect(afterNews(done, { kind: 'alive', at: 5, prompt, over: false })).toBe(done);
  });

  it('the end takes the question away', () => {
    expect(afterNews({ ...connected, prompt }, { kind: 'alive', at: 5, prompt, over: true })).toEqual({ ...connected, phase: 'over', lastAt: 5, prompt: null });
  });
});

describe('afterRefusal', () => {
  it.each([
    ['attendance.connection_gone', 410, 'rejoin'],
    ['attendance.not_open_yet', 409, 'later'],
    ['platform.too_many_requests', 429, 'later'],
    ['platform.not_signed_in', 401, 'later'],
    ['platform.unavailable', 503, 'later'],
    ['attendance.room_only', 409, 'stop'],
    ['attendance.session_over', 409, 'stop'],
    ['platform.not_found', 404, 'stop'],
  ])('%s (%d): %s', (code, status, what) => {
    expect(afterRefusal({ code, status })).toBe(what);
  });
});

describe('roomStateOf', () => {
  const session = { state: 'LIVE', endsAt: 100 };
  const running = { signedOut: false, session, now: 50 };

  it.each<[string, Presence['phase'], Parameters<typeof roomStateOf>[1], string]>([
    ['is the line of this tab', 'connected', running, 'connected'],
    ['says that the line is lost', 'lost', running, 'lost'],
    ['says that the sign-in has ended, not that the line is lost', 'lost', { ...running, signedOut: true }, 'signed-out'],
    ['says so at once, before the line is cut', 'connected', { ...running, signedOut: true }, 'signed-out'],
    ['says so while joining, and before anything is known of the session', 'joining', { signedOut: true, session: undefined, now: 50 }, 'signed-out'],
    ['is over by the clock although the line is lost', 'lost', { ...running, now: 100 }, 'over'],
    ['is over although the sign-in has ended', 'over', { ...running, signedOut: true, now: 120 }, 'over'],
    ['is over by the clock although the sign-in has ended', 'lost', { ...running, signedOut: true, now: 120 }, 'over'],
    ['stays left', 'left', { ...running, signedOut: true }, 'left'],
    ['says why it was refused', 'refused', running, 'refused'],
    ['is cancelled, whatever the line says', 'over', { ...running, session: { ...session, state: 'CANCELLED' } }, 'cancelled'],
  ])('%s', (_what, phase, besides, state) => {
    expect(roomStateOf({ phase }, besides)).toBe(state);
  });

  it('nobody is there without a sign-in or after the end', () => {
    expect((['joining', 'connected', 'lost', 'signed-out', 'waiting', 'over', 'cancelled', 'refused', 'left'] as const).filter(isHere)).toEqual(['joining', 'connected', 'lost']);
  });
});
