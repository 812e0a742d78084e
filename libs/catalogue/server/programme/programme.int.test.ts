import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@halong/platform/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, testInstallation, type TestInstallation } from '@halong/testing/server';
import { catalogue } from '../index.ts';
import { ProgrammeImports } from './programme-import.service.ts';
import { Programmes } from './programme.service.ts';
import { Topics } from './topics.service.ts';

const sample = join(import.meta.dirname, '../../../../apps/e2e/samples/programmes.csv');
const heading = 'code,name_vi,name_en,category,authority,periods,delivery_mode,assessment,credential,class_size,target_group,active_from';

describe('the catalogue', () => {
  let app: TestInstallation;
  let admin: Actor;
  beforeAll(async () => {
    app = await testInstallation([regulations, catalogue]);
    admin = anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
  });
  beforeEach(async () => {
    for (const table of ['programme_unit', 'programme_version', 'programme']) await app.db.run(`DELETE FROM catalogue_${table} ORDER BY id DESC`);
  });
  afterAll(() => app.close());

  const imports = () => app.get(ProgrammeImports);
  const programmes = () => app.get(Programmes);
  const check = (stream: Readable) => app.as(admin, () => imports().check(admin, 'programmes.csv', stream));
  const confirm = (fileId: number) => app.as(admin, () => imports().confirm(admin, fileId));
  const checkText = (...lines: string[]) => check(Readable.from([Buffer.from([heading, ...lines].join('\n'))]));
  const bringIn = async () => confirm((await check(createReadStream(sample))).fileId);
  const audits = async () => Number((await app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM platform_audit'))?.n);
  const byCode = async (code: string) => {
    const { items } = await programmes().list({ search: code, page: 1, size: 50 });
    const item = items.find((one) => one.code === code);
    if (!item) throw new Error(`${code} is not in the catalogue`);
    return programmes().get(admin, item.id);
  };

  it('says what the sample file would do and changes nothing', async () => {
    const result = await check(createReadStream(sample));
    expect(result.counts).toEqual({ NEW: 28, VERSION: 0, CHANGED: 0, SAME: 0, refused: 0 });
    expect((await programmes().list({ search: '', page: 1, size: 50 })).total).toBe(0);
  });

  it('takes over the sample file; a second time changes nothing', async () => {
    await bringIn();
    const leaders = await byCode('LD-PX');
    expect(leaders).toMatchObject({ category: 'QLNN', authority: 'STATE', nameEn: 'Division-level leadership, commune level' });
    expect(leaders.versions).toEqual([
      expect.objectContaining({
        version: 1, periods: 160, deliveryMode: 'HYBRID', credential: 'CERTIFICATE', classSize: 50, validFrom: '2026-01-01', targetGroup: null,
        components: [expect.objectContaining({ key: 'kiem-tra', weight: 0.4 }), expect.objectContaining({ key: 'tieu-luan', weight: 0.6 })],
      }),
    ]);
    const before = await audits();
    const again = await check(createReadStream(sample));
    expect(again.counts).toEqual({ NEW: 0, VERSION: 0, CHANGED: 0, SAME: 28, refused: 0 });
    await confirm(again.fileId);
    expect([await audits(), await byCode('LD-PX')]).toEqual([before, leaders]);
  });

  it('takes the whole rows and names the others', async () => {
    await bringIn();
    const result = await checkText(
      'VT-TD,"Tiếp công dân, giải quyết khiếu nại, tố cáo",Citizen reception and complaints,VTVL,STATE,32,Trực tiếp,Tình huống,Giấy chứng nhận,60,Công chức tiếp dân,01/01/2027',
      'SO-AI,Ứng dụng trí tuệ nhân tạo,AI in public duty,KHCN-SO,STATE,16,Trực tuyến,Trắc nghiệm,Giấy chứng nhận,100,"Cán bộ, công chức, viên chức",01/01/2026',
      'KN-VB,"Soạn thảo, ban hành và quản lý văn bản điện tử",Electronic document drafting,KY-NANG,STATE,24,Trực tuyến,Bài thực hành,Giấy chứng nhận,80,"Công chức, văn thư",01/01/2026',
      'MOI-1,Chương trình mới,New programme,XYZ,STATE,16,Trực tuyến,Thi,Chứng chỉ,30,Mọi người,01/01/2026',
    );
    expect(result.rows.map(({ code, bucket, differs }) => [code, bucket, differs])).toEqual([['VT-TD', 'VERSION', ['periods']], ['SO-AI', 'CHANGED', ['nameVi']]]);
    expect(result.problems.map(({ row, code }) => [row, code])).toEqual([[4, 'TERMS_STAND'], [5, 'VALUE_UNKNOWN']]);
    await confirm(result.fileId);
    const reception = await byCode('VT-TD');
    expect(reception.versions.map(({ version, periods, validFrom, validTo }) => [version, periods, validFrom, validTo])).toEqual([
      [2, 32, '2027-01-01', null],
      [1, 24, '2026-01-01', '2026-12-31'],
    ]);
    expect((await byCode('KN-VB')).versions).toHaveLength(1);
  });

  it('does not confirm a file of somebody else', async () => {
    const { fileId } = await check(createReadStream(sample));
    const other = anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', scopeId: 0 }] });
    await expect(imports().confirm(other, fileId)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('refuses what is no spreadsheet', async () => {
    await expect(check(Readable.from([Buffer.from('%PDF-1.7 not a list')]))).rejects.toMatchObject({ def: { code: 'catalogue.file_not_readable' } });
  });

  it('keeps the target group, and an edit with an old version number is refused', async () => {
    await bringIn();
    const leaders = await byCode('LD-PX');
    const versionId = leaders.versions[0]!.id;
    const group = { unitTypes: ['WARD', 'COMMUNE', 'SPECIAL_ZONE'], positionPatterns: ['Trưởng phòng', 'Phó Trưởng phòng'] };
    const after = await app.as(admin, () => programmes().setTargetGroup(admin, versionId, leaders.version, group));
    expect(after.versions[0]!.targetGroup).toEqual(group);
    await expect(programmes().setTargetGroup(admin, versionId, leaders.version, null)).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
    const wrong = [{ key: 'thi', nameVi: 'Thi', nameEn: 'Exam', weight: 0.9, required: true }];
    await expect(programmes().setComponents(admin, versionId, after.version, wrong)).rejects.toMatchObject({ def: { code: 'catalogue.weights_not_whole' }, params: { sum: 0.9 } });
    const lecturer = anActor({ grants: [{ role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: 1 }] });
    await expect(programmes().setTargetGroup(lecturer, versionId, after.version, null)).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
  });

  it('keeps the topic tree in order, with the ids of topics that stay; a new version takes it over', async () => {
    await bringIn();
    const start = await byCode('LD-PX');
    const versionId = start.versions[0]!.id;
    const topic = (titleVi: string, parent: number | null, periods: number, id?: number) => ({ kind: 'TOPIC' as const, titleVi, titleEn: titleVi, periods, parent, ...(id ? { id } : {}) });
    const put = (version: number, topics: ReturnType<typeof topic>[]) => app.as(admin, () => app.get(Topics).put(admin, versionId, version, topics));
    const first = await put(start.version, [topic('Phần 1', null, 100), topic('Chuyên đề 1', 0, 50), topic('Phần 2', null, 60)]);
    const [part1, topic1, part2] = first.versions[0]!.units;
    expect(topic1!.parentId).toBe(part1!.id);
    const second = await put(first.version, [topic('Phần 2', null, 60, part2!.id), topic('Phần 1 sửa', null, 80, part1!.id)]);
    expect(second.versions[0]!.units.map(({ id, titleVi }) => [id, titleVi])).toEqual([[part2!.id, 'Phần 2'], [part1!.id, 'Phần 1 sửa']]);
    await expect(put(second.version, [topic('Quá dài', null, 161)])).rejects.toMatchObject({ def: { code: 'catalogue.topics_too_long' } });
    const { periods, deliveryMode, deliveryNote, assessmentText, credential, classSize, targetGroupText } = second.versions[0]!;
    const terms = { periods, deliveryMode, deliveryNote, assessmentText, credential, classSize, targetGroupText };
    const third = await app.as(admin, () => programmes().addVersion(admin, start.id, { version: second.version, ...terms, validFrom: '2027-01-01' }));
    expect(third.versions[0]!.units.map(({ titleVi }) => titleVi)).toEqual(['Phần 2', 'Phần 1 sửa']);
  });

  const terms = { periods: 24, deliveryMode: 'HYBRID', deliveryNote: null, assessmentText: 'Kiểm tra; tiểu luận', credential: 'CERTIFICATE', classSize: 40, targetGroupText: 'Công chức', validFrom: '2026-01-01' };
  const aNew = (code = 'KN-HOP') => ({ code, nameVi: 'Kỹ năng điều hành họp', nameEn: 'Chairing meetings', category: 'KY-NANG', authority: 'STATE', ...terms });

  it('is added by hand with its first version, once, by those who keep the catalogue', async () => {
    const made = await app.as(admin, () => programmes().create(admin, aNew()));
    expect(made).toMatchObject({ code: 'KN-HOP', category: 'KY-NANG', version: 1, can: { edit: true } });
    expect(made.versions).toMatchObject([{ version: 1, periods: 24, validFrom: '2026-01-01', validTo: null, units: [], components: [{ weight: 0.4 }, { weight: 0.6 }] }]);
    await expect(app.as(admin, () => programmes().create(admin, aNew()))).rejects.toMatchObject({ def: { code: 'catalogue.code_taken' }, params: { code: 'KN-HOP' } });
    const school = anActor({ grants: [{ role: 'TRAINING_MANAGER', scopeType: 'INSTITUTION', scopeId: 3 }] });
    await expect(app.as(school, () => programmes().create(school, aNew('KN-KHAC')))).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
    expect((await programmes().list({ search: 'dieu hanh hop', page: 1, size: 10 })).total).toBe(1);
  });

  it('gets a new version that begins later; the one before it ends the day before', async () => {
    const made = await app.as(admin, () => programmes().create(admin, aNew()));
    const add = (version: number, changes: Partial<typeof terms>) => app.as(admin, () => programmes().addVersion(admin, made.id, { version, ...terms, ...changes }));
    await expect(add(1, { validFrom: '2026-01-01' })).rejects.toMatchObject({ def: { code: 'catalogue.version_dates' }, params: { day: '2026-01-01' } });
    const after = await add(1, { validFrom: '2027-01-01', periods: 32, deliveryMode: 'ONLINE' });
    expect(after.versions.map(({ version, periods, deliveryMode, validFrom, validTo }) => [version, periods, deliveryMode, validFrom, validTo])).toEqual([
      [2, 32, 'ONLINE', '2027-01-01', null], [1, 24, 'HYBRID', '2026-01-01', '2026-12-31'],
    ]);
    await expect(add(1, { validFrom: '2028-01-01' })).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
  });

  it('is corrected in name, category and branch; the code stays, and it is on record', async () => {
    const made = await app.as(admin, () => programmes().create(admin, aNew()));
    const head = { nameVi: 'Điều hành cuộc họp', nameEn: 'Running meetings', category: 'VTVL', authority: 'PARTY' };
    const after = await app.as(admin, () => programmes().correctHead(admin, made.id, { version: made.version, ...head }));
    expect(after).toMatchObject({ code: 'KN-HOP', ...head, version: made.version + 1 });
    await expect(app.as(admin, () => programmes().correctHead(admin, made.id, { version: made.version, ...head }))).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
    expect((await programmes().list({ search: 'dieu hanh cuoc', page: 1, size: 10 })).total).toBe(1);
    expect(await app.db.rows("SELECT id FROM platform_audit WHERE action = 'programme.corrected' AND subject_id = ?", [made.id])).toHaveLength(1);
  });

  it('never teaches more periods than it has, wherever they stand in the tree', async () => {
    const made = await app.as(admin, () => programmes().create(admin, aNew()));
    const topic = (titleVi: string, parent: number | null, periods: number) => ({ kind: 'TOPIC' as const, titleVi, titleEn: titleVi, periods, parent });
    const put = (topics: ReturnType<typeof topic>[]) => app.as(admin, () => app.get(Topics).put(admin, made.versions[0]!.id, made.version, topics));
    await expect(put([topic('Phần 1', null, 0), topic('Chuyên đề 1', 0, 16), topic('Chuyên đề 2', 0, 16)])).rejects.toMatchObject({ def: { code: 'catalogue.topics_too_long' }, params: { sum: 32, periods: 24 } });
    expect((await put([topic('Phần 1', null, 24), topic('Chuyên đề 1', 0, 12), topic('Chuyên đề 2', 0, 12)])).versions[0]!.units).toHaveLength(3);
  });

  it('finds without marks and filters by category', async () => {
    await bringIn();
    expect((await programmes().list({ search: 'so cap ly luan', page: 1, size: 50 })).items.map(({ code }) => code)).toEqual(['LLCT-SC']);
    expect((await programmes().list({ search: '', category: 'QPAN', page: 1, size: 50 })).items.map(({ code }) => code)).toEqual(['QPAN-3', 'QPAN-4']);
  });
});
