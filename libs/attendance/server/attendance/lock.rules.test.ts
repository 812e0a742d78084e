import type { Role } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { describe, expect, it } from 'vitest';
import { locksAt, refuseChange, type AttendanceChange } from './lock.rules.ts';

const { rules } = defaultRuleSets.QLNN;
const ended = Date.parse('2026-11-20T03:45:00Z');
const open = ended + 24 * 3_600_000 - 1;
const locked = ended + 24 * 3_600_000;
const change = (kind: AttendanceChange['kind'], role: Role, now: number, more: Partial<AttendanceChange> = {}): AttendanceChange => ({ kind, roles: [role], now, sessionEndsAt: ended, ...more });

describe('changing attendance', () => {
  it('locks 24 hours after the end', () => {
    expect(locksAt(ended, rules)).toBe(locked);
  });

  it.each([
    ['lecturer while open', change('MANUAL', 'LECTURER', open), null],
    ['lecturer decides a period', change('PERIOD_DECISION', 'LECTURER', open), null],
    ['lecturer after closing by hand', change('MANUAL', 'LECTURER', open, { lockedAt: open, reason: 'Nhầm tên' }), 'locked'],
    ['lecturer after the lock', change('MANUAL', 'LECTURER', locked, { reason: 'Nhầm tên' }), 'locked'],
    ['lecturer excuses', change('EXCUSED', 'LECTURER', open, { documentId: 1 }), 'role_not_allowed'],
    ['coordinator while open', change('MANUAL', 'CLASS_COORDINATOR', open), null],
    ['coordinator after the lock', change('MANUAL', 'CLASS_COORDINATOR', locked, { reason: 'Nhầm tên' }), null],
    ['coordinator after the lock without a reason', change('MANUAL', 'CLASS_COORDINATOR', locked, { reason: '  ' }), 'reason_missing'],
    ['coordinator excuses', change('EXCUSED', 'CLASS_COORDINATOR', open, { documentId: 1 }), null],
    ['coordinator excuses without a document', change('EXCUSED', 'CLASS_COORDINATOR', open), 'document_missing'],
    ['unit head', change('MANUAL', 'UNIT_HEAD', open), 'role_not_allowed'],
  ] as const)('%s', (_, given, expected) => {
    expect(refuseChange(given, rules)).toBe(expected);
  });
});
