import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClassScopes } from '@halong/identity/server';
import { aProvince, type Province } from '../classes.testing.ts';

let province: Province;
beforeAll(async () => {
  province = await aProvince();
});
afterAll(() => province.app.close());

it('tells identity which classes a role can be limited to', async () => {
  const [one, two] = [await province.planned(1), await province.planned(2)];
  const scopes = province.app.get(ClassScopes);
  expect((await scopes.find('')).map(({ id }) => id)).toEqual([two.id, one.id]);
  expect(await scopes.find(one.code.toLowerCase())).toEqual([{ id: one.id, nameVi: `${one.code} · ${one.nameVi}`, nameEn: `${one.code} · ${one.nameEn}` }]);
  expect((await scopes.named([one.id, two.id + 1])).map(({ id }) => id)).toEqual([one.id]);
  expect(await scopes.find('%')).toEqual([]);
  expect([await scopes.exists(one.id), await scopes.exists(two.id + 1)]).toEqual([true, false]);
});
