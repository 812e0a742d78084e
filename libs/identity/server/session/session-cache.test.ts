import { describe, expect, it } from 'vitest';
import { SessionCache } from './session-cache.ts';

function counted(accountId = 1) {
  let loads = 0;
  return { load: async () => ({ accountId, load: (loads += 1) }), count: () => loads };
}

describe('the cache of sessions', () => {
  it('loads once for many who ask at once, and not again at once', async () => {
    const cache = new SessionCache<{ accountId: number }>();
    const source = counted();
    await Promise.all(Array.from({ length: 20 }, () => cache.get('a', source.load)));
    await cache.get('a', source.load);
    expect(source.count()).toBe(1);
  });

  it('forgets the sessions of an account and of no other', async () => {
    const cache = new SessionCache<{ accountId: number }>();
    const [mine, other] = [counted(1), counted(2)];
    await Promise.all([cache.get('a', mine.load), cache.get('b', other.load)]);
    cache.clearAccount(1);
    await Promise.all([cache.get('a', mine.load), cache.get('b', other.load)]);
    expect([mine.count(), other.count()]).toEqual([2, 1]);
  });

  it('does not keep what was read before the account was cleared', async () => {
    const cache = new SessionCache<{ accountId: number; fresh: boolean }>();
    let release: (value: { accountId: number; fresh: boolean }) => void = () => undefined;
    const slow = cache.get('a', () => new Promise((resolve) => (release = resolve)));
    cache.clearAccount(1);
    release({ accountId: 1, fresh: false });
    await slow;
    expect(await cache.get('a', async () => ({ accountId: 1, fresh: true }))).toEqual({ accountId: 1, fresh: true });
  });

  it('does not keep failures or nobody', async () => {
    const cache = new SessionCache<{ accountId: number }>();
    await expect(cache.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await cache.get('a', async () => undefined)).toBeUndefined();
    expect(await cache.get('a', counted(3).load)).toMatchObject({ accountId: 3 });
  });

  it('stays bounded', async () => {
    const cache = new SessionCache<{ accountId: number }>();
    const first = counted();
    await cache.get('first', first.load);
    for (let index = 0; index < 5_000; index += 1) await cache.get(`s${index}`, counted().load);
    await cache.get('first', first.load);
    expect(first.count()).toBe(2);
  });
});
