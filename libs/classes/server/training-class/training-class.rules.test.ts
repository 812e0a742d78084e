import { describe, expect, it } from 'vitest';
import type { SessionState } from '@halong/classes/contract';
import { classCode, teachingIsOver } from './training-class.rules.ts';

describe('teachingIsOver', () => {
  const cases: [SessionState[], string | null, boolean][] = [
    [['ENDED', 'ATTENDANCE_LOCKED'], '2026-12-04', true],
    [['ENDED', 'CANCELLED'], '2026-12-03', true],
    [['ENDED'], '2026-12-05', false],
    [['ENDED'], null, false],
    [['ENDED', 'SCHEDULED'], '2026-12-04', false],
    [['ENDED', 'LIVE'], '2026-12-04', false],
    [['CANCELLED'], '2026-12-04', false],
    [[], '2026-12-04', false],
  ];
  it.each(cases)('with sessions %j, closing %s: %s', (sessions, closingDate, over) => expect(teachingIsOver(sessions, closingDate, '2026-12-04')).toBe(over));
});

it('the code of a class is programme, intake and year', () => expect(classCode('LD-PX', 1, 2026)).toBe('LD-PX K01/2026'));
