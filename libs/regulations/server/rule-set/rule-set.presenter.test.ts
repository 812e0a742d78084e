import { describe, expect, it } from 'vitest';
import { newestInForce } from './rule-set.presenter.ts';

const row = (id: number, category: string, version: number, valid_from: string, valid_to: string | null = null) => ({ id, category, version, valid_from, valid_to });

describe('which version is in force', () => {
  const rows = [row(1, 'QLNN', 1, '2025-07-01'), row(2, 'QLNN', 2, '2027-01-01'), row(3, 'LLCT', 1, '2025-07-01', '2026-06-30')];
  it.each([
    ['2025-06-30', []],
    ['2025-07-01', [1, 3]],
    ['2026-06-30', [1, 3]],
    ['2026-07-01', [1]],
    ['2027-01-01', [2]],
  ])('on %s: %j', (day, ids) => expect([...newestInForce(rows, day)].sort()).toEqual(ids));
});
