import { describe, expect, it } from 'vitest';
import { anActor } from '@halong/testing/server';
import { mayCall, type Finder } from './finder.ts';
import { withinPatience } from './search.service.ts';

const hit = { id: 1, name: { vi: 'Thư', en: 'Thư' }, detail: null };
const finder = (find: Finder['find']): Finder => ({ kind: 'PEOPLE', find });

describe('the time of one kind', () => {
  it('a finder that answers is asked for five', async () => {
    const group = await withinPatience(finder(async (_, words, limit) => ({ items: [{ ...hit, id: limit, name: { vi: words, en: words } }], total: 9 })), anActor(), 'thu', 60_000);
    expect(group).toEqual({ kind: 'PEOPLE', items: [{ id: 5, name: { vi: 'thu', en: 'thu' }, detail: null }], total: 9, late: false });
  });

  it('one that does not answer is left out and said to be late', async () => {
    expect(await withinPatience(finder(() => new Promise(() => undefined)), anActor(), 'thu', 1)).toEqual({ kind: 'PEOPLE', items: [], total: 0, late: true });
  });

  it('one that fails fails the search: nothing found would be a lie', async () => {
    await expect(withinPatience(finder(() => Promise.reject(new Error('away'))), anActor(), 'thu', 60_000)).rejects.toThrow('away');
  });
});

describe('who could open the screen', () => {
  const head = anActor({ grants: [{ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: 1 }] });
  it.each([
    ['signed-in', anActor(), true],
    [['UNIT_HEAD'], anActor(), false],
    [['UNIT_HEAD'], head, true],
    [['SYSTEM_ADMIN', 'LECTURER'], head, false],
  ] as const)('%s', (access, actor, may) => {
    expect(mayCall(actor, { access })).toBe(may);
  });
});
