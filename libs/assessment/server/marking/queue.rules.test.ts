import { describe, expect, it } from 'vitest';
import { nextWaiting, overdueDays } from './queue.rules.ts';

const item = (code: string, more: { state?: 'TO_DO' | 'MARKED'; later?: boolean; closed?: boolean } = {}) => ({ code, state: 'TO_DO' as const, later: false, closed: false, ...more });

describe('nextWaiting', () => {
  it('goes on after this one and then round the list', () => {
    const items = [item('0101'), item('0205', { state: 'MARKED' }), item('0274'), item('0310')];
    expect([nextWaiting(items, '0274'), nextWaiting(items, '0310'), nextWaiting(items, '0101'), nextWaiting(items, null)]).toEqual(['0310', '0101', '0274', '0101']);
  });
  it('comes to what was put aside last', () => {
    expect(nextWaiting([item('0101', { later: true }), item('0205', { later: true }), item('0274')], '0101')).toBe('0274');
    expect(nextWaiting([item('0101', { later: true }), item('0274')], '0274')).toBe('0101');
  });
  it('ends', () => expect(nextWaiting([item('0101'), item('0205', { closed: true })], '0101')).toBeNull());
});

it('counts days beyond the day', () => expect([overdueDays('2026-11-22', '2026-11-28'), overdueDays('2026-11-28', '2026-11-28'), overdueDays(null, '2026-11-28')]).toEqual([6, 0, 0]));
