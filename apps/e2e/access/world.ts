import { Readable } from 'node:stream';
import { attendanceRoutes } from '@halong/attendance/contract';
import { certificateRoutes } from '@halong/certification/contract';
import { Recompute } from '@halong/completion/server';
import { Accounts } from '@halong/identity/server';
import { sessionRoutes } from '@halong/identity/contract';
import { PersonalIds } from '@halong/organisation/server';
import { addDays, foldVietnamese } from '@halong/platform/contract';
import { Clock, Database, FileStore } from '@halong/platform/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { classRows, enrolmentRow, personRow, testInstallation, type TestInstallation } from '@halong/testing/server';
import { send } from './browser.ts';
import { domains } from '../../api/domains.ts';
import { members, nameOf, roleOf, type Member, type Place } from './personas.ts';

/** Sunday morning of the province, in the second period. */
export const now = new Date('2026-11-22T01:20:00Z');
export const [today, yesterday] = ['2026-11-22', '2026-11-21'];
export const password = 'thuyền nan Cửa Ông';
/** In clear nowhere but here: no answer may show them. */
export const personalId = '022189004165';
export const pdf = Buffer.from(`%PDF-1.7\n%${'signed '.repeat(40)}`);

export interface ClassOfWorld {
  classId: number;
  code: string;
  /** Ended yesterday. */
  ended: number;
  /** Live now. */
  live: number;
  /** Far ahead. */
  coming: number;
  enrolmentId: number;
  versionId: number;
}

interface ClassOptions {
  code?: string;
  state?: string;
  sheet?: string;
  recognised?: boolean;
  complete?: boolean;
  nominating?: boolean;
  sessions?: boolean;
  who?: 'trainee' | 'otherTrainee';
  lecturer?: 'lecturer' | 'otherLecturer';
}

const components = [{ key: 'final', nameVi: 'Bài kiểm tra', nameEn: 'Test', weight: 1, required: true }];

/** One province with everything in it, and the ways to make more of it. */
export class World {
  readonly units = { province: 0, institutionA: 0, institutionB: 0, wardA: 0, wardB: 0, newWard: 0, everywhere: 0 };
  readonly personIds = {} as Record<'trainee' | 'otherTrainee' | 'lecturer' | 'otherLecturer', number>;
  readonly lecturerIds = {} as Record<'lecturer' | 'otherLecturer', number>;
  readonly accountIds = {} as Record<Member, number>;
  readonly cookies = {} as Record<Member, string>;
  readonly passwords = {} as Record<Member, string>;
  /** Things of class A by name, filled by `fill`. */
  readonly ids: Record<string, number> = {};
  classA = {} as ClassOfWorld;
  classB = {} as ClassOfWorld;
  verifyCode = '';
  private counter = 0;

  private constructor(readonly app: TestInstallation) {}

  static async open(): Promise<World> {
    const app = await testInstallation(domains, { http: true, background: true });
    await app.get(Clock).moveTo(now);
    const world = new World(app);
    try {
      await world.fill();
      return world;
    } catch (error) {
      await app.close();
      throw error;
    }
  }

  get db(): Database {
    return this.app.db;
  }

  next(): number {
    this.counter += 1;
    return this.counter;
  }

  private async fill(): Promise<void> {
    await this.makeUnits();
    await this.makePeople();
    for (const one of members) await this.makeAccount(one);
    this.classA = await this.aClass({ code: 'LOP-A', sheet: 'PUBLISHED', recognised: true });
    this.classB = await this.aClass({ who: 'otherTrainee', lecturer: 'otherLecturer' });
    await this.makeRecords();
  }

  private async makeUnits(): Promise<void> {
    const unit = async (code: string, name: string, type: string, above: readonly number[]) => {
      const id = await this.db.insert('organisation_unit', { code, name_vi: name, name_en: name, type, parent_id: above[0] ?? null, search_key: foldVietnamese(name) });
      await this.db.insertMany('organisation_unit_ancestor', [id, ...above].map((ancestor, depth) => ({ unit_id: id, ancestor_id: ancestor, depth })));
      return id;
    };
    const province = await unit('QN', 'Tỉnh Quảng Ninh', 'PROVINCE', []);
    Object.assign(this.units, {
      province,
      institutionA: await unit('QN-NVC', 'Trường Đào tạo cán bộ Nguyễn Văn Cừ', 'TRAINING_INSTITUTION', [province]),
      institutionB: await unit('QN-DHHL', 'Trường Đại học Hạ Long', 'TRAINING_INSTITUTION', [province]),
      wardA: await unit('QN-P-HALONG', 'Phường Hạ Long', 'WARD', [province]),
      wardB: await unit('QN-P-UONGBI', 'Phường Uông Bí', 'WARD', [province]),
      newWard: await unit('QN-P-CAMPHA', 'Phường Cẩm Phả', 'WARD', [province]),
    });
  }

  private async makePeople(): Promise<void> {
    const works = { trainee: 'wardA', otherTrainee: 'wardB', lecturer: 'institutionA', otherLecturer: 'institutionA' } as const;
    for (const [who, at] of Object.entries(works) as [keyof typeof works, Place][]) this.personIds[who] = await personRow(this.db, nameOf[who] ?? who, this.units[at]);
    for (const who of ['lecturer', 'otherLecturer'] as const) {
      this.lecturerIds[who] = await this.db.insert('classes_lecturer', { person_id: this.personIds[who], institution_id: this.units.institutionA, kind: 'INTERNAL', title: 'TS.' });
    }
    const waiting = await personRow(this.db, 'Bùi Thị Lan Anh', this.units.newWard);
    await this.db.run("UPDATE organisation_person SET email = 'lananh@campha.example' WHERE id = ?", [waiting]);
    const sealed = this.app.get(PersonalIds);
    await this.db.run('UPDATE organisation_person SET personal_id_hash = ?, personal_id_cipher = ? WHERE id = ?', [sealed.hash(personalId), sealed.encrypt(personalId), this.personIds.trainee]);
  }

  private async makeAccount(who: Member): Promise<void> {
    const accounts = this.app.get(Accounts);
    const login = who.toLowerCase();
    const personId = (this.personIds as Partial<Record<Member, number>>)[who];
    const id = personId === undefined ? await accounts.createExternal({ displayName: `Tài khoản ${who}`, login }) : await accounts.createForPerson({ personId, login });
    this.accountIds[who] = id;
    this.passwords[who] = password;
    await accounts.setPassword(id, password);
    const role = roleOf[who];
    if (role) await accounts.grant(id, { role: role.role, scopeType: role.scopeType, scopeId: this.units[role.at], reason: 'cảnh thử' });
    this.cookies[who] = await this.signIn(who);
  }

  /** A new session of the persona: its cookie. */
  async signIn(who: Member): Promise<string> {
    const { cookie, status, text } = await send(this.app.url, sessionRoutes.signIn, { body: { login: who.toLowerCase(), password: this.passwords[who] } }, undefined);
    if (!cookie) throw new Error(`${who} cannot sign in: ${status} ${text}`);
    return cookie;
  }

  /** A class of institution A with one trainee and one lecturer: a session that has ended, one that is live, one far ahead. */
  async aClass(options: ClassOptions = {}): Promise<ClassOfWorld> {
    const { state = 'RUNNING', nominating = false, sessions = true, who = 'trainee', lecturer = 'lecturer', code = `MT-${this.next()}` } = options;
    const days = sessions ? [yesterday, today, addDays('2027-01-04', this.next())] : [];
    const province = { provinceId: this.units.province, institutionId: this.units.institutionA, communeId: this.units.wardA };
    const { classId, sessionIds } = await classRows(this.db, { province, code, rules: defaultRuleSets.QLNN.rules, state, components, days, programmePeriods: 12 });
    const [ended = 0, live = 0, coming = 0] = sessionIds;
    if (sessions) await this.teach(classId, { ended, live, coming }, this.lecturerIds[lecturer]);
    if (nominating) await this.openNominations(classId);
    const enrolmentId = sessions ? await this.enrol(classId, who, options.complete ?? false) : 0;
    await this.results(classId, enrolmentId, options);
    await this.db.run('UPDATE classes_class SET search_key = ? WHERE id = ?', [foldVietnamese(`${code} K01/2026`), classId]);
    const row = await this.db.row<{ id: number }>('SELECT programme_version_id AS id FROM classes_class WHERE id = ?', [classId]);
    return { classId, code: `${code} K01/2026`, ended, live, coming, enrolmentId, versionId: row?.id ?? 0 };
  }

  private async teach(classId: number, { ended, live, coming }: { ended: number; live: number; coming: number }, lecturerId: number): Promise<void> {
    await this.db.run("UPDATE classes_session SET state = IF(id = ?, 'ENDED', IF(id = ?, 'LIVE', state)), mode = IF(id = ?, 'ONLINE', 'BOTH') WHERE class_id = ?", [ended, live, coming, classId]);
    await this.db.insertMany('classes_session_lecturer', [ended, live, coming].map((id) => ({ session_id: id, lecturer_id: lecturerId })));
  }

  private enrol(classId: number, who: 'trainee' | 'otherTrainee', complete: boolean): Promise<number> {
    const ward = who === 'trainee' ? this.units.wardA : this.units.wardB;
    return enrolmentRow(this.db, classId, this.personIds[who], nameOf[who] ?? who, ward, complete ? 'COMPLETED' : 'ACTIVE');
  }

  private async openNominations(classId: number): Promise<void> {
    await this.db.run("UPDATE classes_class SET nomination_deadline = '2026-12-20', opening_date = '2027-03-01', closing_date = '2027-03-05' WHERE id = ?", [classId]);
    await this.db.insert('classes_quota', { class_id: classId, unit_id: this.units.wardA, seats: 5 });
  }

  private async results(classId: number, enrolmentId: number, { sheet, recognised, complete }: ClassOptions): Promise<void> {
    if (sheet) {
      await this.db.insert('assessment_grade_sheet', { class_id: classId, state: sheet, components: JSON.stringify(components) });
      await this.db.insert('assessment_grade', { enrolment_id: enrolmentId, component: 'final', kind: 'SCORE', score: 8 });
      await this.db.insert('assessment_result', { enrolment_id: enrolmentId, class_id: classId, average: 8, band: 'GOOD', passed: true });
    }
    if (recognised) {
      await this.db.insert('assessment_recognition', { class_id: classId, decision_no: `${classId}/QĐ-NVC`, decision_date: '2026-11-20', signer: 'Nguyễn Đình Hưng', file_id: await this.file() });
    }
    if (complete) await this.db.insert('completion_result', { enrolment_id: enrolmentId, class_id: classId, complete: true, tree: JSON.stringify({ enrolmentId, met: 'MET', groups: [] }), computed_at: now });
  }

  /** The class now has the code that the sample files speak of, and it alone. */
  async nameOfSamples(classId: number): Promise<void> {
    await this.db.run("UPDATE classes_class SET code = CONCAT('LD-PX ', id) WHERE code = 'LD-PX K01/2026'");
    await this.db.run("UPDATE classes_class SET code = 'LD-PX K01/2026' WHERE id = ?", [classId]);
  }

  /** A file with content, uploaded by the persona. */
  async file(by: Member = 'coordinator'): Promise<number> {
    const stored = await this.app.get(FileStore).put(Readable.from([pdf]), { name: 'quyet-dinh.pdf', mediaType: 'application/pdf', maxBytes: 1_000_000, uploadedBy: this.accountIds[by] });
    return stored.id;
  }

  /** A certificate of the trainee, issued on paper, in a batch of its own. */
  async aCertificate(): Promise<{ id: number; batchId: number; classId: number; enrolmentId: number; verifyCode: string }> {
    const { classId, enrolmentId } = await this.aClass({ state: 'RESULT_RECOGNISED', sheet: 'PUBLISHED', recognised: true, complete: true });
    const reply = await send(this.app.url, certificateRoutes.issue, { params: { id: classId } }, this.cookies.officer);
    if (reply.status !== 200) throw new Error(`No certificate: ${reply.text}`);
    const row = await this.db.row<{ id: number; batchId: number; code: string }>('SELECT id, batch_id AS batchId, verify_code AS code FROM certification_certificate WHERE class_id = ?', [classId]);
    if (!row) throw new Error('The certificate is not there');
    return { id: row.id, batchId: row.batchId, classId, enrolmentId, verifyCode: row.code };
  }

  private async makeRecords(): Promise<void> {
    const { classId, ended, live, enrolmentId } = this.classA;
    await this.db.run('UPDATE classes_class SET decision_no = ?, decision_date = ?, decision_file_id = ? WHERE id = ?', ['15/QĐ-TĐT', '2026-11-01', await this.file(), classId]);
    for (const session of [ended, live]) {
      const reply = await send(this.app.url, attendanceRoutes.markPresent, { params: { id: session }, body: { enrolmentIds: [enrolmentId], reason: 'Theo phiếu ký tên' } }, this.cookies.lecturer);
      if (reply.status !== 200) throw new Error(`No attendance: ${reply.text}`);
    }
    await this.app.get(Recompute).run([enrolmentId]);
    await this.db.insert('notifications_notification', { person_id: this.personIds.trainee, kind: 'admitted', params: JSON.stringify({ classCode: 'CHỈ-CỦA-TÔI', className: { vi: 'Lớp', en: 'Class' } }), link: '/classes', once_key: 'world', at: now });
    const certificate = await this.aCertificate();
    await this.app.settled();
    this.verifyCode = certificate.verifyCode;
    this.ids['nominating'] = await this.aNomination();
    Object.assign(this.ids, { certificate: certificate.id, batch: certificate.batchId, certified: certificate.classId });
    this.ids['essay'] = await this.db.insert('assessment_assignment', {
      class_id: classId, kind: 'ESSAY', title: 'Tiểu luận', brief: '', state: 'PUBLISHED', due_at: now, created_at: now, late: JSON.stringify({ deductionPerDay: 0, floor: 0, partDay: 'UP', graceMinutes: 0 }),
    });
    this.ids['room'] = await this.db.insert('classes_room', { institution_id: this.units.institutionA, name: 'Hội trường A2', search_key: 'hoi truong a2', capacity: 60 });
    this.ids['ruleSet'] = (await this.db.row<{ id: number }>('SELECT MIN(id) AS id FROM regulations_rule_set'))?.id ?? 0;
  }

  /** A nominating class with a list of ward A. @returns the class */
  async aNomination(state: 'DRAFT' | 'SUBMITTED' = 'SUBMITTED'): Promise<number> {
    return (await this.aList(state)).classId;
  }

  /** A nominating class with one line on the list of ward A. */
  async aList(state: 'DRAFT' | 'SUBMITTED'): Promise<{ classId: number; nominationId: number }> {
    const { classId } = await this.aClass({ state: 'NOMINATING', nominating: true, sessions: false });
    const submitted = state === 'SUBMITTED' ? { submitted_at: now } : {};
    const listId = await this.db.insert('enrolment_nomination_list', { class_id: classId, unit_id: this.units.wardA, state, ...submitted });
    const nominationId = await this.db.insert('enrolment_nomination', {
      list_id: listId, class_id: classId, person_id: await personRow(this.db, 'Phạm Văn Khải', this.units.wardA), position: 1, written_name: 'Phạm Văn Khải', state, reasons: '[]', ...submitted,
      ...(state === 'SUBMITTED' ? { screening: 'ELIGIBLE' } : {}),
    });
    return { classId, nominationId };
  }
}
