import type { MarkingContent } from '@halong/assessment/contract';
import { attendance } from '@halong/attendance/server';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { materials } from '@halong/materials/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role } from '@halong/platform/contract';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, classRows, fileRow, personRow, provinceRows, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { assessment } from '../index.ts';
import { Markings } from './markings.service.ts';
import { Scripts } from './scripts.service.ts';

export const markingDomains = [organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment];
export const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { def?: { code: string } }) => error.def?.code ?? String(error));

const components = [{ key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', weight: 1, required: true }];
const levels = [{ title: 'Yếu', note: '', from: 0, to: 4.75 }, { title: 'Đạt', note: '', from: 5, to: 6.75 }, { title: 'Khá', note: '', from: 7, to: 8.25 }, { title: 'Giỏi', note: '', from: 8.5, to: 10 }];
const rubric = { scale: 10, criteria: [{ key: 'a', title: 'Phân tích', note: '', weight: 0.6, levels }, { key: 'b', title: 'Trình bày', note: '', weight: 0.4, levels }] };
export const blank: MarkingContent = { points: {}, override: null, comment: '', notes: [], fileIds: [], later: false };

export interface MarkedClass extends ClassRows {
  assignmentId: number;
  /** In the order of the class. */
  codes: string[];
  people: Actor[];
  lecturers: Actor[];
  coordinator: Actor;
}

interface Options {
  trainees?: readonly string[];
  lecturers?: number;
  blind?: boolean;
  markers?: number;
  diffThreshold?: number | null;
  late?: { deductionPerDay: number; floor: number; partDay: 'UP'; graceMinutes: number };
  deduction?: number;
}

/** Classes whose trainees have handed in an essay, and the short words of those who mark. */
export class MarkingWorld {
  private province: ProvinceRows | undefined;
  private next = 0;

  constructor(readonly app: TestInstallation) {}

  async account(personId: number | null, role?: Role, classId = 0): Promise<Actor> {
    this.next += 1;
    const accountId = await this.app.db.insert('identity_account', { login: `nguoi-cham-${this.next}`, display_name: `Người ${this.next}`, person_id: personId });
    if (role) await this.app.db.insert('identity_role_grant', { account_id: accountId, role, scope_type: 'CLASS', scope_id: classId, valid_from: '2026-01-01' });
    return anActor({ accountId, personId, displayName: `Người ${this.next}`, grants: role ? [{ role, scopeType: 'CLASS', scopeId: classId }] : [] });
  }

  async marked(options: Options = {}): Promise<MarkedClass> {
    const { trainees = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách'], lecturers = 2, blind = false, markers = 1, diffThreshold = null, deduction = 0 } = options;
    this.province ??= await provinceRows(this.app.db);
    this.next += 1;
    const rows = await classRows(this.app.db, { province: this.province, code: `CB-${this.next}`, rules: defaultRuleSets.QLNN.rules, components, trainees });
    const people: Actor[] = [];
    for (const { personId } of rows.trainees) people.push(await this.account(personId));
    const teaching: Actor[] = [];
    for (let at = 0; at < lecturers; at += 1) teaching.push(await this.account(await personRow(this.app.db, `Giảng Viên ${this.next} ${at}`, this.province.institutionId), 'LECTURER', rows.classId));
    const assignmentId = await this.essay(rows.classId, { blind, markers, diffThreshold, late: options.late });
    const codes: string[] = [];
    for (const [at, { enrolmentId }] of rows.trainees.entries()) codes.push(await this.submission(assignmentId, enrolmentId, people[at]?.accountId ?? 0, `0${100 + ((at * 37) % 800)}`, deduction));
    return { ...rows, assignmentId, codes, people, lecturers: teaching, coordinator: await this.account(null, 'CLASS_COORDINATOR', rows.classId) };
  }

  private async essay(classId: number, { blind, markers, diffThreshold, late }: Pick<Options, 'blind' | 'markers' | 'diffThreshold' | 'late'>): Promise<number> {
    const { db } = this.app;
    const rubricId = await db.insert('assessment_rubric', { class_id: classId, title: 'Phiếu chấm' });
    const versionId = await db.insert('assessment_rubric_version', { rubric_id: rubricId, no: 1, content: JSON.stringify(rubric), changed_at: new Date() });
    return db.insert('assessment_assignment', {
      class_id: classId, kind: 'ESSAY', title: 'Tiểu luận tình huống', brief: 'Phân tích', state: 'PUBLISHED', component: 'tieu-luan', due_at: new Date('2026-11-20T10:00:00Z'), created_at: new Date('2026-11-01T00:00:00Z'),
      late: JSON.stringify(late ?? { deductionPerDay: 0, floor: 0, partDay: 'UP', graceMinutes: 0 }), blind: blind ?? false, markers: markers ?? 1, diff_threshold: diffThreshold ?? null, rubric_version_id: versionId,
    });
  }

  async submission(assignmentId: number, enrolmentId: number, accountId: number, code: string, deduction = 0): Promise<string> {
    const id = await this.app.db.insert('assessment_submission', {
      assignment_id: assignmentId, owner: `E${enrolmentId}`, attempt: 1, is_current: true, state: deduction > 0 ? 'LATE' : 'SUBMITTED', arrived_at: new Date('2026-11-21T03:00:00Z'), due_at: new Date('2026-11-20T10:00:00Z'),
      late: deduction > 0, deduction, text: `Bài làm ${code}`, content_hash: 'a'.repeat(64), anonymous_code: code, submitted_by: accountId,
    });
    await this.app.db.insert('assessment_submission_member', { submission_id: id, enrolment_id: enrolmentId });
    return code;
  }

  async document(owner: Actor, name: string): Promise<number> {
    return this.app.db.insert('materials_document', {
      file_id: await fileRow(this.app.db, owner.accountId), owner_id: owner.accountId, purpose: 'SUBMISSION', name, title: name, alt_text: 'Bài của tôi', kind: 'PDF', media_type: 'application/pdf', bytes: 1, sha256: 'a'.repeat(64),
      classification: 'INTERNAL', scan: 'CLEAN', created_at: this.app.clock.now(),
    });
  }

  /** Puts a file into a script. */
  async attach({ assignmentId }: MarkedClass, code: string, documentId: number): Promise<void> {
    await this.app.db.run('INSERT INTO assessment_submission_file (submission_id, document_id, position) SELECT id, ?, 0 FROM assessment_submission WHERE assignment_id = ? AND anonymous_code = ?', [documentId, assignmentId, code]);
  }

  put(actor: Actor, { assignmentId }: MarkedClass, code: string, version: number, content: Partial<MarkingContent>) {
    return this.app.as(actor, () => this.app.get(Markings).put(actor, assignmentId, code, { version, ...blank, ...content }));
  }

  finish(actor: Actor, { assignmentId }: MarkedClass, code: string, version: number) {
    return this.app.as(actor, () => this.app.get(Markings).finish(actor, assignmentId, code, version));
  }

  /** Both criteria with the same points, done. */
  async mark(actor: Actor, of: MarkedClass, code: string, points: number): Promise<void> {
    const { mine } = await this.script(actor, of, code);
    const { marking } = await this.put(actor, of, code, mine.version, { points: { a: points, b: points }, comment: `Nhận xét ${code}` });
    await this.finish(actor, of, code, marking.version);
  }

  script(actor: Actor, { assignmentId }: MarkedClass, code: string) {
    return this.app.as(actor, () => this.app.get(Scripts).get(actor, assignmentId, code));
  }
}
