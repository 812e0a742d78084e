import { describe, expect, it } from 'vitest';
import { readCode } from '@halong/identity/contract';
import { codeExpiry, codeFault, codeHash, maskName, newCode } from './one-time-code.rules.ts';

const now = new Date('2026-10-01T00:00:00Z');

describe('one-time codes', () => {
  it.each<[string, Parameters<typeof codeFault>[0], string | undefined]>([
    ['open', { usedAt: null, expiresAt: codeExpiry(now) }, undefined],
    ['at its last moment', { usedAt: null, expiresAt: now }, 'code_expired'],
    ['used', { usedAt: now, expiresAt: codeExpiry(now) }, 'code_used'],
    ['used and expired', { usedAt: now, expiresAt: now }, 'code_used'],
    ['never issued', undefined, 'code_unknown'],
  ])('%s', (_, code, fault) => expect(codeFault(code, now)?.code).toBe(fault && `identity.${fault}`));

  it('are random, readable and kept as a hash only', () => {
    const codes = new Set(Array.from({ length: 1_000 }, newCode));
    expect(codes.size).toBe(1_000);
    for (const code of codes) expect(readCode(code)).toBe(code);
    expect(codeHash('7K2MQX9D4RTBW')).toMatch(/^[\da-f]{64}$/);
  });

  it.each([['Nguyễn Thị Hồng Thu', 'N. T. H. Thu'], ['Đặng Quỳnh', 'Đ. Quỳnh'], ['Hà', 'Hà'], ['', '']])('%j is masked as %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
