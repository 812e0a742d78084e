import fc from 'fast-check';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveLimits, archiveWatch, climbsOut } from './archive.rules.ts';

const entry = { name: 'a.txt', bytes: 10, packedBytes: 8, encrypted: false, symlink: false };

describe('the entries of an archive', () => {
  it.each([
    ['bai-tap-1.txt', false], ['a/b/../c.txt', false], ['don-vi/phong/..\\..\\danh-sach.txt', false], ['...an.txt', false], ['%2e%2e%2fmat-khau.txt', false],
    ['../x', true], ['..\\x', true], ['/tmp/x', true], ['\\\\host\\x', true], ['C:\\x', true], ['c:x', true], ['a/../../x', true], ['a\\..\\..\\x', true],
  ])('%s leaves its folder: %s', (name, out) => {
    expect(climbsOut(name)).toBe(out);
  });

  it('are judged like the file system would walk them', () => {
    const part = fc.constantFrom('a', 'b', '..', '.', '');
    fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
      const name = parts.join('/');
      if (!climbsOut(name)) expect(posix.resolve('/box/inner', name).startsWith('/box/inner')).toBe(true);
    }));
  });

  it.each([
    ['a plain file', {}, undefined],
    ['a link', { symlink: true }, 'UNSAFE'],
    ['an archive in the archive', { name: 'bomb.ZIP' }, 'UNSAFE'],
    ['a password', { encrypted: true }, 'ENCRYPTED'],
    ['a gigabyte of zeros', { bytes: 1024 ** 3, packedBytes: 1024 ** 2 }, 'SWOLLEN'],
    ['more than anybody has', { bytes: archiveLimits.inflatedBytes + 1, packedBytes: archiveLimits.inflatedBytes }, 'SWOLLEN'],
    ['a large video', { bytes: 1024 ** 3, packedBytes: 1024 ** 3 }, undefined],
  ])('%s is judged %j → %s', (_what, change, fault) => {
    expect(archiveWatch()({ ...entry, ...change })).toBe(fault);
  });

  it('count together', () => {
    const many = archiveWatch();
    const faults = Array.from({ length: archiveLimits.entries + 1 }, () => many(entry));
    expect([faults.at(-2), faults.at(-1)]).toEqual([undefined, 'SWOLLEN']);
    const zeros = archiveWatch();
    expect(Array.from({ length: 5 }, () => zeros({ ...entry, bytes: 10 * 1024 ** 2, packedBytes: 10_000 })).at(-1)).toBe('SWOLLEN');
  });
});
