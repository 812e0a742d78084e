import { renderSentence } from '@halong/attendance/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { describe, expect, it } from 'vitest';
import type { Evidence, SessionPlan } from './evidence.rules.ts';
import { explainPresence } from './explain.rules.ts';
import { judgePresence } from './presence.rules.ts';

const { rules } = defaultRuleSets['KHCN-SO'];
const clock = (time: string): number => Date.parse(`2026-11-22T${time}:00+07:00`);
const plan: SessionPlan = {
  mode: 'BOTH',
  periods: [['07:30', '08:15'], ['08:15', '09:00'], ['09:15', '10:00'], ['10:00', '10:45']].map(([from, to], i) => ({ no: i + 1, startsAt: clock(from!), endsAt: clock(to!) })),
};
const online = (id: number, from: string, to: string): Evidence => ({ id, at: clock(to), kind: 'ONLINE_INTERVAL', from: clock(from), to: clock(to), connectionId: `c${id}` });

function say(evidence: Evidence[], language: 'vi' | 'en' = 'vi', now = clock('11:00')) {
  const { title, lines, rules: applied } = explainPresence(judgePresence(plan, evidence, rules, now), evidence, rules);
  const render = (one: Parameters<typeof renderSentence>[1]): string => renderSentence(language, one);
  return { title: render(title), lines: lines.map(render), rules: applied.map(render) };
}

const lostConnection: Evidence[] = [
  online(1, '07:28', '08:22'),
  online(2, '08:49', '10:45'),
  { id: 3, at: clock('07:51'), kind: 'PROMPT_SHOWN', promptId: 'p1' },
  { id: 4, at: clock('07:52'), kind: 'PROMPT_ANSWERED', promptId: 'p1' },
];

describe('explanation', () => {
  it('says what was lost and against which rule', () => {
    expect(say(lostConnection)).toEqual({
      title: 'Vì sao 3/4 tiết?',
      lines: ['Mất kết nối 27 phút trong tiết 2.', 'Tiết 2 có mặt 18/45 phút (40%), dưới mức 80% (36 phút).'],
      rules: ['1 tiết trực tuyến được tính khi có mặt từ 80% thời lượng.'],
    });
  });

  it('says the same in English', () => {
    expect(say(lostConnection, 'en').lines).toEqual([
      'Disconnected for 27 minutes in period 2.',
      'Present for 18 of 45 minutes of period 2 (40%), below the required 80% (36 minutes).',
    ]);
  });

  it('says who decides a period joined late', () => {
    expect(say([{ id: 1, at: clock('08:04'), kind: 'ROOM_CHECK_IN' }])).toEqual({
      title: 'Vì sao 3/4 tiết?',
      lines: ['Vào phòng lúc 08:04, muộn 34 phút của tiết 1. Giảng viên quyết định tiết này.', 'Cần quyết định tiết 1.'],
      rules: ['Tại phòng: muộn quá 15 phút là đi muộn; tiết vào muộn do giảng viên quyết định.'],
    });
  });

  it('has nothing to explain when all is credited', () => {
    expect(say([{ id: 1, at: clock('07:21'), kind: 'ROOM_CHECK_IN' }])).toMatchObject({ title: 'Đủ 4 tiết', lines: [] });
  });

  it('names the human and the time of an excuse', () => {
    const { title, lines } = say([{ id: 1, at: clock('06:45'), kind: 'EXCUSED', documentId: 9, by: 'Lê Thu Hằng' }]);
    expect(title).toBe('Vắng có phép');
    expect(lines[0]).toBe('Lê Thu Hằng ghi vắng có phép lúc 06:45, kèm văn bản.');
  });

  it('asks for a review of unanswered prompts without calling anybody absent', () => {
    const { title, lines } = say([online(1, '07:28', '10:45'), { id: 2, at: clock('08:00'), kind: 'PROMPT_SHOWN', promptId: 'p1' }]);
    expect(title).toBe('Đủ 4 tiết');
    expect(lines).toEqual(['Trả lời 0/1 lần kiểm tra hiện diện, cần ít nhất 1. Xem lại trước khi chốt.']);
  });

  it.each(['vi', 'en'] as const)('fills every placeholder (%s)', (language) => {
    const cases: Evidence[][] = [
      [],
      lostConnection,
      [online(1, '07:30', '07:32')],
      [{ id: 1, at: clock('08:20'), kind: 'ROOM_CHECK_IN' }, { id: 2, at: clock('10:20'), kind: 'ROOM_CHECK_OUT' }],
      [{ id: 1, at: clock('07:20'), kind: 'ROOM_CHECK_IN' }, { id: 2, at: clock('08:30'), kind: 'ROOM_CHECK_OUT' }, { id: 3, at: clock('08:40'), kind: 'ROOM_CHECK_IN' }],
      [{ id: 1, at: clock('07:40'), kind: 'MANUAL', status: 'LATE', by: 'gv' }, { id: 2, at: clock('08:40'), kind: 'PERIOD_DECISION', period: 2, credited: false, by: 'gv' }],
      [{ id: 1, at: clock('10:45'), kind: 'ROOM_CHECK_OUT' }],
    ];
    for (const evidence of cases) {
      const { title, lines, rules: applied } = say(evidence, language);
      for (const text of [title, ...lines, ...applied]) expect(text).toMatch(/^[^{}]+$/);
    }
  });

  it('says that a session is not over', () => {
    expect(say([{ id: 1, at: clock('07:21'), kind: 'ROOM_CHECK_IN' }], 'vi', clock('08:20')).title).toBe('Buổi học chưa kết thúc: 1/4 tiết');
  });
});
