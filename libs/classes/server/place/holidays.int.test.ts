import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@halong/platform/contract';
import { aProvince, type Province } from '../classes.testing.ts';
import { Places, SessionPlanning } from '../index.ts';

describe('public holidays', () => {
  let p: Province;
  beforeAll(async () => {
    p = await aProvince();
  });
  afterAll(() => p.app.close());
  const places = () => p.app.get(Places);
  const add = (year: number, actor: Actor = p.manager) => p.app.as(actor, () => places().addPublicHolidays(actor, year));

  it('are added once, leaving what the office has entered', async () => {
    await p.app.as(p.manager, () => places().addHoliday(p.manager, { day: '2026-04-30', nameVi: 'Nghỉ 30/4', nameEn: 'Holiday of 30 April' }));
    expect((await places().holidays(p.manager, 2026)).missing).toBe(11);
    const first = await add(2026);
    expect([first.added.length, first.complete]).toEqual([11, true]);
    expect((await add(2026)).added).toEqual([]);
    const { items, missing } = await places().holidays(p.manager, 2026);
    expect([items.length, missing]).toEqual([12, 0]);
    expect(items.find(({ day }) => day === '2026-04-30')).toMatchObject({ nameVi: 'Nghỉ 30/4' });
    const audits = await p.app.db.rows("SELECT id FROM platform_audit WHERE action = 'holiday.added'");
    expect(audits).toHaveLength(12);
  });

  it('say when some are still to be announced, and are not made up for years that nobody knows', async () => {
    expect((await add(2027)).complete).toBe(false);
    await expect(add(2050)).rejects.toMatchObject({ def: { code: 'classes.holidays_unknown' }, params: { year: 2050 } });
    await expect(add(2027, p.coordinator)).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
  });

  it('are warned of when a session is planned on one', async () => {
    const cls = await p.planned(1);
    const plan = (evenOnHoliday: boolean) =>
      p.app.as(p.coordinator, () =>
        p.app.get(SessionPlanning).create(p.coordinator, cls.id, {
          day: '2027-02-06', periods: [1], evenOnHoliday, mode: 'ONLINE', roomId: null, place: null, topic: 'Chuyên đề 1', programmeUnitId: null, lecturerIds: [],
        }),
      );
    await expect(plan(false)).rejects.toMatchObject({ def: { code: 'classes.holiday' }, params: { name: 'Tết Nguyên đán: mùng 1' } });
    expect((await plan(true)).day).toBe('2027-02-06');
  });
});
