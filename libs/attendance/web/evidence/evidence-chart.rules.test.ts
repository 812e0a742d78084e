import { describe, expect, it } from 'vitest';
import { chartOf, gapKindOf } from './evidence-chart.rules.ts';

const at = (time: string): string => new Date(`2026-11-22T${time}:00+07:00`).toISOString();
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const session = { periods: [{ no: 1, startsAt: at('07:30'), endsAt: at('08:15') }, { no: 2, startsAt: at('08:25'), endsAt: at('09:10') }] };
const nothing = { session, stretches: [], gaps: [], prompts: [] };

describe('chartOf', () => {
  it('measures minutes from the first bell', () => {
    expect(chartOf(nothing)?.periods).toEqual([{ no: 1, from: 0, to: 45 }, { no: 2, from: 55, to: 100 }]);
  });

  it('cuts off what lies outside the session', () => {
    const chart = chartOf({ ...nothing, stretches: [span('07:00', '08:00'), span('09:00', '09:40'), span('09:20', '09:30')] });
    expect(chart?.present).toEqual([{ from: 0, to: 30 }, { from: 90, to: 100 }]);
  });

  it('draws gaps, but not the time before somebody came', () => {
    const chart = chartOf({
      ...nothing,
      gaps: [{ ...span('07:30', '07:50'), period: 1, kind: 'BEFORE_ARRIVAL' }, { ...span('08:00', '08:10'), period: 1, kind: 'DISCONNECTED' }],
    });
    expect(chart?.gaps).toEqual([{ from: 30, to: 40 }]);
  });

  it('marks answered prompts only', () => {
    const prompts = [{ no: 1, shownAt: at('07:50'), answeredAt: at('07:51') }, { no: 2, shownAt: at('08:40'), answeredAt: null }];
    expect(chartOf({ ...nothing, prompts })?.pings).toEqual([21]);
  });

  it('has nothing to draw without periods', () => {
    expect(chartOf({ ...nothing, session: { periods: [] } })).toBeUndefined();
  });
});

describe('gapKindOf', () => {
  const gap = (kind: 'BEFORE_ARRIVAL' | 'DISCONNECTED' | 'OUT') => ({ ...span('08:00', '08:10'), period: 1, kind });
  it.each([
    [[], undefined],
    [[gap('BEFORE_ARRIVAL')], undefined],
    [[gap('DISCONNECTED')], 'lost'],
    [[gap('OUT')], 'out'],
    [[gap('OUT'), gap('DISCONNECTED')], 'both'],
  ])('%#', (gaps, kind) => {
    expect(gapKindOf(gaps)).toBe(kind);
  });
});
