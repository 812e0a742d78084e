import { renderSentence } from '@halong/attendance/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { describe, expect, it } from 'vitest';
import type { StoredEvidence } from './evidence.rows.ts';
import { promptsSeen, timelineOf } from './timeline.rules.ts';

const { rules } = defaultRuleSets['KHCN-SO'];
const clock = (time: string): number => Date.parse(`2026-11-22T${time.length === 5 ? `${time}:00` : time}+07:00`);
const session = { startsAt: clock('07:30'), endsAt: clock('10:45') };
let id = 0;
const piece = (one: Record<string, unknown>): StoredEvidence => ({ id: (id += 1), enrolmentId: 1, note: {}, ...one }) as unknown as StoredEvidence;
const online = (from: string, to: string, connectionId = 'a') => piece({ kind: 'ONLINE_INTERVAL', at: clock(to), from: clock(from), to: clock(to), connectionId });
const lines = (evidence: StoredEvidence[], now = '11:00') =>
  timelineOf(evidence, rules, session, clock(now)).map((one) => `${new Date(one.at + 7 * 3_600_000).toISOString().slice(11, 16)} ${one.tone} ${renderSentence('vi', one.what)}`);

describe('timeline', () => {
  it('tells of a lost line as people would', () => {
    const evidence = [
      online('07:28', '07:40'), online('07:40', '08:22'), online('08:49', '10:45', 'b'),
      piece({ kind: 'PROMPT_SHOWN', at: clock('07:52'), promptId: '1' }), piece({ kind: 'PROMPT_ANSWERED', at: clock('07:52:12'), promptId: '1' }),
      piece({ kind: 'PROMPT_SHOWN', at: clock('10:02'), promptId: '2' }),
    ];
    expect(lines(evidence)).toEqual([
      '07:28 ok Vào lớp trực tuyến.',
      '07:30 plain Buổi học bắt đầu.',
      '07:52 ok Trả lời kiểm tra hiện diện lần 1 sau 12 giây.',
      '08:22 warn Mất kết nối. Máy chủ không còn nhận tín hiệu.',
      '08:49 ok Vào lại lớp trực tuyến.',
      '10:02 warn Không trả lời kiểm tra hiện diện lần 2.',
      '10:45 plain Buổi học kết thúc.',
    ]);
    expect(promptsSeen(evidence)).toEqual([{ no: 1, shownAt: clock('07:52'), answeredAt: clock('07:52:12') }, { no: 2, shownAt: clock('10:02'), answeredAt: null }]);
  });

  it('knows who is still there and who left', () => {
    expect(lines([online('07:28', '08:00')], '08:00')).toEqual(['07:28 ok Vào lớp trực tuyến.', '07:30 plain Buổi học bắt đầu.']);
    expect(lines([online('07:28', '08:00')], '08:05').at(-1)).toBe('08:00 warn Rời lớp trực tuyến.');
  });

  it('tells of a visit of a moment', () => {
    expect(lines([online('07:40', '07:40')]).slice(1, 3)).toEqual(['07:40 ok Vào lớp trực tuyến.', '07:40 warn Rời lớp trực tuyến.']);
    expect(lines([online('07:40', '07:40'), online('07:40', '07:50')]).slice(1, 3)).toEqual(['07:40 ok Vào lớp trực tuyến.', '07:50 warn Rời lớp trực tuyến.']);
  });

  it('names humans with their reasons', () => {
    const evidence = [
      piece({ kind: 'ROOM_CHECK_IN', at: clock('08:04') }),
      piece({ kind: 'PERIOD_DECISION', at: clock('09:00'), period: 1, credited: true, note: { by: 'TS. Trần Đức Minh', reason: 'Xe hỏng, có báo trước' } }),
      piece({ kind: 'MANUAL', at: clock('09:05'), status: 'LATE', note: { by: 'TS. Trần Đức Minh', reason: 'Đến muộn' } }),
      piece({ kind: 'ROOM_CHECK_OUT', at: clock('09:10'), note: { by: 'TS. Trần Đức Minh', reason: 'Xin về' } }),
      piece({ kind: 'EXCUSED', at: clock('09:20'), documentId: 9, note: { by: 'Lê Thu Hằng', reason: 'Họp tỉnh', document: 'giay-moi.pdf' } }),
    ];
    expect(lines(evidence, '09:30').slice(1)).toEqual([
      '08:04 ok Quét mã hoặc nhập mã tại phòng.',
      '09:00 plain TS. Trần Đức Minh tính tiết 1. Lý do: Xe hỏng, có báo trước',
      '09:05 plain TS. Trần Đức Minh ghi “Đi muộn”. Lý do: Đến muộn',
      '09:10 plain TS. Trần Đức Minh ghi rời phòng. Lý do: Xin về',
      '09:20 plain Lê Thu Hằng ghi vắng có phép, kèm “giay-moi.pdf”. Lý do: Họp tỉnh',
    ]);
  });
});
