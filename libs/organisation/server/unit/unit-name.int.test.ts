import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database, inRequest } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { organisation } from '../index.ts';
import { frozenUnitName, unitName } from './unit-name.ts';

let app: TestInstallation;

beforeAll(async () => {
  app = await testInstallation([organisation]);
});
afterAll(() => app.close());

const reader = (language: 'vi' | 'en') => ({ requestId: 'r', language, address: '127.0.0.1' });

it('calls the unit of a record by its English name in English, by the frozen one otherwise', async () => {
  const db = app.get(Database);
  const add = (code: string, english: string) => db.insert('organisation_unit', { code, name_vi: `Sở ${code}`, name_en: english, type: 'DEPARTMENT', parent_id: null, search_key: code });
  const [named, nameless] = [await add('MOT', 'Department One'), await add('HAI', '')];
  const read = async () => {
    const names: string[] = [];
    for (const unit of [named, nameless, null]) {
      const row = await db.row<{ name: string }>(`SELECT ${frozenUnitName('e')} AS name FROM (SELECT ? AS unit_id, 'Sở cũ' AS unit_name) e`, [unit]);
      names.push(row?.name ?? '');
    }
    return names;
  };
  expect(await inRequest(reader('en'), read)).toEqual(['Department One', 'Sở cũ', 'Sở cũ']);
  expect(await inRequest(reader('vi'), read)).toEqual(['Sở cũ', 'Sở cũ', 'Sở cũ']);
  expect(await read()).toEqual(['Sở cũ', 'Sở cũ', 'Sở cũ']);
  expect(inRequest(reader('en'), () => unitName('u'))).toBe('u.name_en');
});
