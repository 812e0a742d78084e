import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { at, aWorld, worldDomains, type World } from '../attendance-world.testing.ts';
import { AttendanceSessions } from './attendance-sessions.ts';
import type { NewEvidence } from './evidence.rows.ts';
import { Recorder } from './recorder.ts';

/** All that can be recorded of one morning; the ids follow the order of arrival, the times do not. */
const morning: Omit<NewEvidence, 'enrolmentId' | 'byAccount'>[] = [
  { kind: 'ROOM_CHECK_IN', at: at('07:40').getTime(), detail: { step: 1, via: 'DIGITS' }, onceKey: 'scan-1' },
  { kind: 'ROOM_CHECK_OUT', at: at('08:25').getTime(), detail: {}, onceKey: 'scan-2' },
  ...(['08:30-08:45', '08:45-09:00', '09:20-10:45'].map((span, i) => {
    const [from = '', to = ''] = span.split('-');
    return { kind: 'ONLINE_INTERVAL' as const, at: at(to).getTime(), detail: { from: at(from).getTime(), to: at(to).getTime(), connectionId: 'a' }, onceKey: `a:${i}` };
  })),
  { kind: 'PROMPT_SHOWN', at: at('08:50').getTime(), detail: { promptId: '1' }, onceKey: '1' },
  { kind: 'PROMPT_ANSWERED', at: at('08:51').getTime(), detail: { promptId: '1' }, onceKey: '1' },
  { kind: 'PERIOD_DECISION', at: at('10:50').getTime(), detail: { period: 2, credited: true, by: 'TS. Trần Đức Minh', reason: 'Có lý do' }, onceKey: 'd-1' },
];

describe('the order in which evidence arrives', () => {
  let app: TestInstallation;
  let world: World;
  beforeAll(async () => {
    app = await testInstallation(worldDomains);
    await app.clock.moveTo(at('11:00'));
    world = await aWorld(app);
  });
  afterAll(() => app.close());

  const storedAfter = async (pieces: typeof morning): Promise<unknown> => {
    const session = await app.get(AttendanceSessions).get(await world.session());
    const { enrolmentId } = world.trainees[0]!;
    for (const piece of pieces) await app.get(Recorder).addMany(session, [{ ...piece, enrolmentId, byAccount: null }]);
    return app.db.row('SELECT status, way, arrived_at, left_at, periods_credited, periods_to_decide, minutes, to_review, judgement FROM attendance_record WHERE session_id = ? AND enrolment_id = ?', [session.id, enrolmentId]);
  };

  it('and repeats of it change nothing in the stored record', async () => {
    const expected = await storedAfter(morning);
    expect(expected).toMatchObject({ status: 'PRESENT', way: 'BOTH', periods_credited: 4, to_review: 0 });
    const anyOrder = fc.shuffledSubarray([...morning, ...morning.slice(0, 6)], { minLength: morning.length + 6 });
    const sameRecord = async (pieces: typeof morning) => {
      expect(await storedAfter(pieces)).toEqual(expected);
    };
    await fc.assert(fc.asyncProperty(anyOrder, sameRecord), { numRuns: 8 });
  });
});
