import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword } from './password-hash.ts';

describe('password hashes', () => {
  it('are salted argon2id with 19 MiB and two passes', async () => {
    const [one, two] = await Promise.all([hashPassword('đò chiều'), hashPassword('đò chiều')]);
    expect(one).toMatch(/^19456,2,1\$[\w+/=]{24}\$[\w+/=]{44}$/);
    expect(one).not.toBe(two);
    expect(isOutdated(one!)).toBe(false);
    expect(isOutdated('4096,3,1$x$y')).toBe(true);
  });

  it('match the same words however they were typed', async () => {
    const stored = await hashPassword('đò chiều'.normalize('NFD'));
    expect(await isPassword('đò chiều'.normalize('NFC'), stored)).toBe(true);
    expect(await isPassword('đò chiêu', stored)).toBe(false);
    expect(await isPassword('đò chiều', null)).toBe(false);
  });
});
