import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assessment } from '@halong/assessment/server';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { revocationGrounds } from '@halong/certification/contract';
import { classes } from '@halong/classes/server';
import { completion } from '@halong/completion/server';
import { enrolment, HeldCertificates } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role, ScopeType } from '@halong/platform/contract';
import { FileStore } from '@halong/platform/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, classRows, fileRow, provinceRows, testInstallation, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { certification } from '../index.ts';
import { Verifications } from '../verification/verification.service.ts';
import { CertificateJobs } from './certificate.jobs.ts';
import { Certificates } from './certificate.service.ts';
import { Issuing } from './issuing.service.ts';
import { Revocations } from './revocation.service.ts';

const { rules } = defaultRuleSets.QLNN;
const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương'];
const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { def?: { code: string } }) => error.def?.code ?? String(error));

let app: TestInstallation;
let province: ProvinceRows;
let nextCode = 0;
const officer = anActor({ grants: [{ role: 'CERTIFICATE_OFFICER', scopeType: 'GLOBAL', scopeId: 0 }] });

beforeAll(async () => {
  app = await testInstallation([organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, completion, certification]);
  await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
  province = await provinceRows(app.db);
});
afterAll(() => app.close());

/** A class whose results are recognised; everybody is complete unless said otherwise. */
async function aClass(more: { credential?: string; recognised?: boolean; complete?: boolean; trainees?: readonly string[]; state?: string } = {}): Promise<ClassRows> {
  nextCode += 1;
  const { recognised = true, complete = true, trainees = names, state = 'RESULT_RECOGNISED', credential = 'CERTIFICATE' } = more;
  const rows = await classRows(app.db, { province, code: `CC-${nextCode}`, rules, days: ['2026-10-01'], trainees, state, credential });
  await app.db.insert('assessment_grade_sheet', { class_id: rows.classId, state: 'PUBLISHED', components: '[]' });
  if (recognised) {
    await app.db.insert('assessment_recognition', { class_id: rows.classId, decision_no: '12/QĐ-NVC', decision_date: '2026-11-20', signer: 'Nguyễn Đình Hưng', file_id: await fileRow(app.db, 1) });
  }
  await app.db.run("UPDATE enrolment_enrolment SET state = 'COMPLETED' WHERE class_id = ?", [rows.classId]);
  await app.db.insertMany('completion_result', rows.trainees.map(({ enrolmentId }) => ({ enrolment_id: enrolmentId, class_id: rows.classId, complete, tree: '{}', computed_at: new Date() })));
  return rows;
}

const issue = (classId: number, actor: Actor = officer) => app.as(actor, () => app.get(Issuing).issue(actor, classId));
const certificatesOf = (classId: number) =>
  app.db.rows<{ id: number; seq: number; registerNo: string; state: string; fileId: number | null; code: string }>(
    'SELECT id, seq, register_no AS registerNo, state, file_id AS fileId, verify_code AS code FROM certification_certificate WHERE class_id = ? ORDER BY id', [classId],
  );
const grant = (role: Role, scopeType: ScopeType, scopeId: number): Actor => anActor({ grants: [{ role, scopeType, scopeId }] });

/** All numbers of the register so far, and the last it says. */
async function register(kind: string) {
  const seqs = (await app.db.rows<{ seq: number }>('SELECT seq FROM certification_certificate WHERE kind = ? ORDER BY seq', [kind])).map(({ seq }) => seq);
  const last = (await app.db.row<{ last: number }>('SELECT last_seq AS last FROM certification_register WHERE kind = ?', [kind]))?.last ?? 0;
  return { seqs, last };
}
const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

describe('numbering', () => {
  it('gives everybody who is complete the next numbers, by given name, and takes the class on', async () => {
    const rows = await aClass();
    await app.db.run('UPDATE completion_result SET complete = 0 WHERE enrolment_id = ?', [rows.trainees[1]!.enrolmentId]);
    const batch = await issue(rows.classId);
    expect([batch.total, batch.done, batch.state]).toEqual([2, 0, 'RUNNING']);
    const view = await app.as(officer, () => app.get(Issuing).ofClass(officer, rows.classId));
    expect(view.certificates.map(({ holderName, state, can }) => [holderName, state, can])).toEqual([
      ['Đặng Thùy Dương', 'NUMBERED', { revoke: true, download: false }], ['Nguyễn Thị Hoài Thu', 'NUMBERED', { revoke: true, download: false }],
    ]);
    expect([view.ready, view.notComplete, view.can.issue]).toEqual([[], 1, false]);
    expect(view.certificates[0]?.registerNo).toMatch(/^\d{4}\/2026\/CC-QN-NVC$/);
    expect(await app.db.row('SELECT state FROM classes_class WHERE id = ?', [rows.classId])).toEqual({ state: 'CERTIFIED' });
    expect(await codeOf(issue(rows.classId))).toBe('certification.nobody_complete');
  });

  it.each([
    ['without a decision', { recognised: false }, 'certification.no_recognition'],
    ['while nobody is complete', { complete: false }, 'certification.nobody_complete'],
    ['for a diploma', { credential: 'DIPLOMA' }, 'certification.no_credential'],
  ])('numbers nobody %s', async (_, more, code) => {
    const before = await register('CC');
    const rows = await aClass(more);
    expect(await codeOf(issue(rows.classId))).toBe(code);
    expect(await register('CC')).toEqual(before);
  });

  it('leaves no gap when an issue fails on its way', async () => {
    const before = await register('CC');
    const [ok, bad] = [await aClass(), await aClass({ state: 'RUNNING' })];
    await app.db.run("UPDATE organisation_unit SET code = 'QN_sai' WHERE id = ?", [province.institutionId]);
    expect(await codeOf(issue(bad.classId))).toBe('certification.institution_code');
    await app.db.run("UPDATE organisation_unit SET code = 'QN-NVC' WHERE id = ?", [province.institutionId]);
    await issue(ok.classId);
    expect((await certificatesOf(ok.classId)).map(({ seq }) => seq)).toEqual([1, 2, 3].map((more) => before.last + more));
  });

  it('a hundred at the same time: no gap, no double, nobody left out', async () => {
    const given: ClassRows[] = [];
    for (let i = 0; i < 50; i += 1) given.push(await aClass({ credential: 'ATTESTATION', trainees: names.slice(0, (i % 3) + 1) }));
    // Each class is asked for twice.
    const answers = await Promise.all([...given, ...given].map(({ classId }) => codeOf(issue(classId))));
    expect([answers.filter((one) => one === 'done').length, answers.filter((one) => one === 'certification.nobody_complete').length]).toEqual([50, 50]);
    const { seqs, last } = await register('GCN');
    expect(seqs).toEqual(upTo(last));
    expect(last).toBe(given.reduce((sum, { trainees }) => sum + trainees.length, 0));
    for (const { classId } of given) {
      const [first, ...others] = (await certificatesOf(classId)).map(({ seq }) => seq);
      expect(others).toEqual(others.map((_, at) => first! + at + 1));
    }
  }, 120_000);

  it('is the officer’s alone', async () => {
    const { classId } = await aClass();
    for (const role of ['TRAINING_MANAGER', 'CLASS_COORDINATOR', 'SYSTEM_ADMIN'] as const) expect(await codeOf(issue(classId, grant(role, 'GLOBAL', 0)))).toBe('platform.not_found');
    expect(await codeOf(issue(classId, grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.communeId)))).toBe('platform.not_found');
    expect(await codeOf(issue(classId, grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.institutionId)))).toBe('done');
  });
});

describe('papers', () => {
  const make = (batchId: number) => app.get(CertificateJobs).makePapers({ batchId });
  const batchOf = async (id: number) => ({ ...(await app.db.row('SELECT total, done, state FROM certification_batch WHERE id = ?', [id])) });

  it('are made once each, told to the holder, and read by those who may', async () => {
    const rows = await aClass();
    const batch = await issue(rows.classId);
    await make(batch.id);
    await make(batch.id);
    const certificates = await certificatesOf(rows.classId);
    expect(certificates.map(({ state }) => state)).toEqual(['ISSUED', 'ISSUED', 'ISSUED']);
    expect(await batchOf(batch.id)).toEqual({ total: 3, done: 3, state: 'DONE' });
    const first = certificates[0]!;
    const file = await app.get(FileStore).get(first.fileId!);
    expect([(await readFile(await file.local())).subarray(0, 5).toString(), file.name]).toEqual(['%PDF-', `${first.registerNo.replaceAll('/', '-')}.pdf`]);
    const told = await app.db.rows("SELECT person_id FROM notifications_notification WHERE kind = 'certificate_issued' AND once_key IN (?)", [certificates.map(({ id }) => `certificate-issued-${id}`)]);
    expect(told).toHaveLength(3);

    const [bach, thu] = [rows.trainees[1]!.personId, rows.trainees[0]!.personId];
    const pdf = (actor: Actor) => codeOf(app.get(Certificates).pdf(actor, first.id));
    for (const actor of [anActor({ personId: bach }), officer, grant('TRAINING_MANAGER', 'GLOBAL', 0), grant('UNIT_HEAD', 'ORG_SUBTREE', province.communeId)]) expect(await pdf(actor)).toBe('done');
    for (const actor of [anActor({ personId: thu }), grant('UNIT_HEAD', 'ORG_SUBTREE', province.institutionId), grant('LECTURER', 'CLASS', rows.classId), anActor()]) expect(await pdf(actor)).toBe('platform.not_found');
    expect((await app.get(Certificates).ofPerson(anActor({ personId: bach }))).map(({ id }) => id)).toEqual([first.id]);
  });

  it('a run that is killed in the middle goes on where it was', async () => {
    const rows = await aClass();
    const batch = await issue(rows.classId);
    const files = app.get(FileStore);
    const put = files.put.bind(files);
    let writes = 0;
    files.put = async (...args) => {
      writes += 1;
      if (writes === 2) throw new Error('the worker was killed');
      return put(...args);
    };
    try {
      await expect(make(batch.id)).rejects.toThrow('killed');
      expect((await certificatesOf(rows.classId)).map(({ state }) => state)).toEqual(['ISSUED', 'NUMBERED', 'NUMBERED']);
      expect(await batchOf(batch.id)).toEqual({ total: 3, done: 1, state: 'RUNNING' });
      const [kept] = await certificatesOf(rows.classId);
      await make(batch.id);
      const after = await certificatesOf(rows.classId);
      expect([after[0]?.fileId, after.map(({ state }) => state), await batchOf(batch.id)]).toEqual([kept?.fileId, ['ISSUED', 'ISSUED', 'ISSUED'], { total: 3, done: 3, state: 'DONE' }]);
      expect(new Set(after.map(({ fileId }) => fileId)).size).toBe(3);
    } finally {
      files.put = put;
    }
  });

  it('a long batch is made in several runs, so that other work gets its turn', async () => {
    const rows = await aClass({ trainees: Array.from({ length: 12 }, (_, at) => `Trần Thị ${at}`) });
    const batch = await issue(rows.classId);
    const asked = async () => Number((await app.db.row<{ n: number }>("SELECT COUNT(*) AS n FROM platform_outbox WHERE name = 'certification.make_papers' AND JSON_VALUE(payload, '$.batchId') = ?", [batch.id]))?.n);
    expect(await asked()).toBe(1);
    await make(batch.id);
    expect([await batchOf(batch.id), await asked()]).toEqual([{ total: 12, done: 10, state: 'RUNNING' }, 2]);
    await make(batch.id);
    expect([await batchOf(batch.id), await asked()]).toEqual([{ total: 12, done: 12, state: 'DONE' }, 2]);
  });

  it('two workers on one batch make each paper once', async () => {
    const rows = await aClass();
    const batch = await issue(rows.classId);
    await Promise.all([make(batch.id), make(batch.id)]);
    const stored = await app.db.rows('SELECT id FROM platform_file WHERE name IN (?)', [(await certificatesOf(rows.classId)).map(({ registerNo }) => `${registerNo.replaceAll('/', '-')}.pdf`)]);
    expect(stored).toHaveLength(3);
  });
});

describe('revoking and verifying', () => {
  const revoke = (id: number, version: number, actor: Actor = officer, ground: (typeof revocationGrounds)[number] = 'ALTERED') =>
    app.as(actor, () => app.get(Revocations).revoke(actor, id, { version, ground, decision: '15/QĐ-NVC', reason: 'Bản giấy bị sửa ngày cấp' }));

  it('shows exactly what the public may know', async () => {
    const rows = await aClass({ trainees: names.slice(0, 1) });
    await issue(rows.classId);
    const [certificate] = await certificatesOf(rows.classId);
    const shown = await app.get(Verifications).verify(` ${certificate!.code.toLowerCase().replaceAll('-', ' ')} `);
    expect(shown).toEqual({ name: 'Nguyễn Thị Hoài Thu', birthYear: 1989, programme: `Bồi dưỡng CC-${nextCode}`, programmeEn: `Course CC-${nextCode}`, registerNo: certificate!.registerNo, issuedOn: '2026-11-22', status: 'VALID' });
  });

  it.each(['', 'khong phai ma', '0000-0000-0000', "' OR 1=1 --", '%'])('knows nothing of %j', async (code) => {
    expect(await codeOf(app.get(Verifications).verify(code))).toBe('certification.code_unknown');
  });

  it.each(revocationGrounds)('revokes on the ground %s, once, and keeps the number', async (ground) => {
    const rows = await aClass({ trainees: names.slice(0, 1) });
    await issue(rows.classId);
    const [certificate] = await certificatesOf(rows.classId);
    expect(await codeOf(revoke(certificate!.id, 7))).toBe('platform.stale_version');
    expect(await codeOf(revoke(certificate!.id, 1, grant('TRAINING_MANAGER', 'GLOBAL', 0)))).toBe('platform.not_found');
    const after = await revoke(certificate!.id, 1, officer, ground);
    expect([after.state, after.revocation?.ground, after.registerNo, after.can.revoke]).toEqual(['REVOKED', ground, certificate!.registerNo, false]);
    expect(await codeOf(revoke(certificate!.id, 2))).toBe('certification.already_revoked');
    expect((await app.get(Verifications).verify(certificate!.code)).status).toBe('REVOKED');
    const [audit] = await app.db.rows<{ reason: string; before: string; after: string }>("SELECT reason, `before`, `after` FROM platform_audit WHERE action = 'certification.revoked' AND subject_id = ?", [certificate!.id]);
    expect([audit?.reason, JSON.parse(audit!.before), JSON.parse(audit!.after)]).toEqual(['Bản giấy bị sửa ngày cấp', { state: 'NUMBERED' }, { state: 'REVOKED', ground, decision: '15/QĐ-NVC' }]);
  });

  it('the paper of a revoked one is handed to nobody but the officer, and that copy says so', async () => {
    const rows = await aClass({ trainees: names.slice(0, 1) });
    const batch = await issue(rows.classId);
    await app.get(CertificateJobs).makePapers({ batchId: batch.id });
    const [certificate] = await certificatesOf(rows.classId);
    const [id, holder] = [certificate!.id, anActor({ personId: rows.trainees[0]!.personId })];
    const others = [holder, grant('TRAINING_MANAGER', 'GLOBAL', 0), grant('CLASS_COORDINATOR', 'GLOBAL', 0), grant('SYSTEM_ADMIN', 'GLOBAL', 0), grant('UNIT_HEAD', 'ORG_SUBTREE', province.communeId)];
    const pdf = (actor: Actor) => app.get(Certificates).pdf(actor, id);
    const bytes = async (actor: Actor): Promise<Buffer> => buffer((await pdf(actor)).content as Readable);
    const valid = await bytes(holder);
    await revoke(id, 2);
    for (const actor of others) {
      expect(await codeOf(pdf(actor))).toBe('certification.paper_withdrawn');
      expect((await app.get(Certificates).get(actor, id)).can).toEqual({ revoke: false, download: false });
    }
    const [mine] = await app.get(Certificates).ofPerson(holder);
    expect(mine).toMatchObject({ state: 'REVOKED', can: { download: false }, revocation: { ground: 'ALTERED', decision: '15/QĐ-NVC' } });
    expect((await app.get(Certificates).get(officer, id)).can).toEqual({ revoke: false, download: true });
    const archived = await bytes(officer);
    expect(archived.subarray(0, 5).toString()).toBe('%PDF-');
    expect(archived.equals(valid)).toBe(false);
  });

  it('a revoked certificate holds nobody back from being nominated again', async () => {
    const rows = await aClass({ trainees: names.slice(0, 1) });
    await issue(rows.classId);
    const [certificate] = await certificatesOf(rows.classId);
    const programme = (await app.db.row<{ id: number }>('SELECT v.programme_id AS id FROM classes_class c JOIN catalogue_programme_version v ON v.id = c.programme_version_id WHERE c.id = ?', [rows.classId]))!.id;
    const held = () => app.get(HeldCertificates).of([rows.trainees[0]!.personId], programme);
    expect([...(await held())]).toEqual([[rows.trainees[0]!.personId, certificate!.registerNo]]);
    await revoke(certificate!.id, 1);
    expect((await held()).size).toBe(0);
  });
});

describe('the register', () => {
  const list = (actor: Actor, more: object = {}) => app.get(Certificates).list(actor, { page: 1, size: 100, search: '', ...more });

  it('is found by name without marks, by number, by kind; newest first; within the scope of the role', async () => {
    const rows = await aClass();
    await issue(rows.classId);
    const certificates = await certificatesOf(rows.classId);
    const all = await list(officer, { search: 'hoai thu' });
    expect(all.items[0]?.id).toBe(certificates.at(-1)?.id);
    expect(new Set(all.items.map(({ holderName }) => holderName))).toEqual(new Set(['Nguyễn Thị Hoài Thu']));
    expect((await list(officer, { search: certificates[0]!.registerNo.toLowerCase() })).items.map(({ id }) => id)).toEqual([certificates[0]!.id]);
    expect((await list(officer, { kind: 'GCN' })).items.every(({ kind }) => kind === 'GCN')).toBe(true);
    expect((await list(officer, { year: 2025 })).total).toBe(0);
    expect((await list(grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.institutionId))).total).toBe((await list(officer)).total);
    expect((await list(grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.communeId))).total).toBe(0);
    expect((await list(grant('UNIT_HEAD', 'ORG_SUBTREE', province.provinceId))).total).toBe(0);
  });

  it('says of each row what the reader may do with it', async () => {
    const rows = await aClass();
    await issue(rows.classId);
    const revocable = async (actor: Actor) => (await list(actor)).items.filter(({ can }) => can.revoke).map(({ id }) => id);
    const valid = (await list(officer)).items.filter(({ state }) => state !== 'REVOKED').map(({ id }) => id);
    expect(valid.length).toBeGreaterThan(0);
    expect(await revocable(officer)).toEqual(valid);
    expect(await revocable(grant('CERTIFICATE_OFFICER', 'INSTITUTION', province.institutionId))).toEqual(valid);
    expect(await revocable(grant('TRAINING_MANAGER', 'GLOBAL', 0))).toEqual([]);
  });
});
