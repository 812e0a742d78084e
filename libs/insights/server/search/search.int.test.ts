import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { certification } from '@halong/certification/server';
import { classes } from '@halong/classes/server';
import { completion } from '@halong/completion/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, classRows, personRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { insights } from '../index.ts';
import { Search } from './search.service.ts';

const { rules } = defaultRuleSets.QLNN;
const as = (role: Role, scopeType: ScopeType, scopeId: number): Actor => anActor({ grants: [{ role, scopeType, scopeId }] });

describe('the one search field', () => {
  let app: TestInstallation;
  let province: ProvinceRows;
  let digital: ClassRows;
  beforeAll(async () => {
    app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification, insights]);
    province = await provinceRows(app.db);
    digital = await classRows(app.db, { province, code: 'CDS', rules, trainees: ['Nguyễn Thị Hoài Thư', 'Trần Đức Minh'] });
    await classRows(app.db, { province, code: 'QLNN', rules });
    for (const name of ['Lê Thuận An', 'Vũ Hồng Thu', 'Bế Thu Hà', 'Hoàng Văn Thục', 'Đỗ Thị Thủy']) await personRow(app.db, name, province.communeId);
    await personRow(app.db, 'Phạm Anh Thư', province.institutionId);
  });
  afterAll(() => app.close());

  const admin = as('SYSTEM_ADMIN', 'GLOBAL', 0);
  const found = async (actor: Actor, text: string) => {
    const { groups } = await app.get(Search).find(actor, text);
    return Object.fromEntries(groups.map(({ kind, items }) => [kind, items.map(({ name }) => name.vi)]));
  };

  it.each([
    ['thư', ['Vũ Hồng Thu', 'Phạm Anh Thư', 'Nguyễn Thị Hoài Thư', 'Lê Thuận An', 'Bế Thu Hà']],
    ['hoai THU', ['Nguyễn Thị Hoài Thư']],
    ['duc', ['Trần Đức Minh']],
    ['minh tran', ['Trần Đức Minh']],
    ['100%', undefined],
    ['_', undefined],
    ['t', undefined],
  ])('people by "%s": the given name first, five at most', async (text, people) => {
    expect((await found(admin, text))['PEOPLE']).toEqual(people);
  });

  it('says how many match beyond the five, and what tells one from the other', async () => {
    const [people] = (await app.get(Search).find(admin, 'thu')).groups;
    expect(people).toMatchObject({ kind: 'PEOPLE', total: 7, late: false });
    expect(people?.items).toHaveLength(5);
    expect(people?.items[1]).toMatchObject({ name: { vi: 'Phạm Anh Thư' }, detail: { vi: 'Công chức, Trường Đào tạo cán bộ Nguyễn Văn Cừ' } });
  });

  it('finds classes, programmes and units for who may open them', async () => {
    expect(await found(admin, 'boi duong')).toEqual({ CLASSES: ['Bồi dưỡng CDS', 'Bồi dưỡng QLNN'], PROGRAMMES: ['Bồi dưỡng CDS', 'Bồi dưỡng QLNN'] });
    expect(await found(admin, 'phuong ha long')).toEqual({ UNITS: ['UBND phường Hạ Long'] });
  });

  it('a trainee finds their classes and no people, programmes or units', async () => {
    const [thu] = digital.trainees;
    const trainee = anActor({ personId: thu!.personId });
    expect(await found(trainee, 'boi duong')).toEqual({ CLASSES: ['Bồi dưỡng CDS'] });
    expect(await found(trainee, 'thu')).toEqual({});
    expect(await found(trainee, 'ha long')).toEqual({});
    expect(await found(anActor(), 'boi duong')).toEqual({});
  });

  it('a unit head finds the people of the own subtree only', async () => {
    expect((await found(as('UNIT_HEAD', 'ORG_SUBTREE', province.communeId), 'thu'))['PEOPLE']).not.toContain('Phạm Anh Thư');
    expect((await found(as('UNIT_HEAD', 'ORG_SUBTREE', province.institutionId), 'thu'))['PEOPLE']).toEqual(['Phạm Anh Thư']);
    expect((await found(as('UNIT_FOCAL_POINT', 'ORG_SUBTREE', province.provinceId), 'anh thu'))['PEOPLE']).toEqual(['Phạm Anh Thư']);
  });

  it('a lecturer finds no people; a coordinator the classes of the own institution or class', async () => {
    expect((await found(as('LECTURER', 'INSTITUTION', province.institutionId), 'thu'))['PEOPLE']).toBeUndefined();
    expect((await found(as('CLASS_COORDINATOR', 'INSTITUTION', province.institutionId), 'boi duong'))['CLASSES']).toHaveLength(2);
    expect((await found(as('CLASS_COORDINATOR', 'INSTITUTION', province.communeId), 'boi duong'))['CLASSES']).toBeUndefined();
    expect((await found(as('CLASS_COORDINATOR', 'CLASS', digital.classId), 'boi duong'))['CLASSES']).toEqual(['Bồi dưỡng CDS']);
  });
});
