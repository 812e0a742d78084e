import type { AssignmentFields } from '@halong/assessment/contract';
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
import { anActor, classRows, fileRow, provinceRows, type ClassRows, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { Assignments } from '../assignment/assignment.service.ts';
import { assessment } from '../index.ts';
import { Drafts } from './draft.service.ts';
import { Submissions } from './submission.service.ts';

/** Everything that assessment stands on. */
export const workDomains = [organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment];

export const components = [
  { key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 0.4, required: true },
  { key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', weight: 0.6, required: true },
];
const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc'];

export const essay: AssignmentFields = {
  kind: 'ESSAY', title: 'Tiểu luận cuối khóa', brief: 'Phân tích một tình huống tại đơn vị.', groupWork: false, confirmAll: false, component: 'tieu-luan',
  opensAt: '2026-10-01T00:00:00.000Z', dueAt: '2026-10-15T10:00:00.000Z', cutoffAt: '2026-10-20T10:00:00.000Z',
  late: { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 0 }, attempts: 1, declaration: 'Bài do tôi tự làm.',
  blind: false, markers: 1, diffThreshold: null, references: [],
};

export interface WorkClass extends ClassRows {
  lecturer: Actor;
  coordinator: Actor;
  /** In the order of the class. */
  people: Actor[];
}

/** Classes with people who have accounts, and the short words for what they do. */
export class WorkWorld {
  private province: ProvinceRows | undefined;
  private next = 0;

  constructor(readonly app: TestInstallation) {}

  async account(personId: number | null, role?: Role, classId = 0): Promise<Actor> {
    this.next += 1;
    const accountId = await this.app.db.insert('identity_account', { login: `nguoi-${this.next}`, display_name: `Người ${this.next}`, person_id: personId });
    return anActor({ accountId, personId, displayName: `Người ${this.next}`, grants: role ? [{ role, scopeType: 'CLASS', scopeId: classId }] : [] });
  }

  async aClass(state = 'RUNNING'): Promise<WorkClass> {
    this.province ??= await provinceRows(this.app.db);
    this.next += 1;
    const rows = await classRows(this.app.db, { province: this.province, code: `TL-${this.next}`, rules: defaultRuleSets.QLNN.rules, components, days: ['2026-10-01', '2026-10-02'], trainees: names, state });
    const people: Actor[] = [];
    for (const { personId } of rows.trainees) people.push(await this.account(personId));
    return { ...rows, people, lecturer: await this.account(null, 'LECTURER', rows.classId), coordinator: await this.account(null, 'CLASS_COORDINATOR', rows.classId) };
  }

  /** Given to the class. */
  async given(of: WorkClass, more: Partial<AssignmentFields> = {}): Promise<number> {
    const { id, version } = await this.app.as(of.lecturer, () => this.app.get(Assignments).create(of.lecturer, of.classId, { ...essay, ...more }));
    await this.app.as(of.lecturer, () => this.app.get(Assignments).publish(of.lecturer, id, version));
    return id;
  }

  document(actor: Actor, sha256 = 'a'.repeat(64)): Promise<number> {
    return fileRow(this.app.db, actor.accountId).then((file) => this.app.db.insert('materials_document', {
      file_id: file, owner_id: actor.accountId, purpose: 'SUBMISSION', name: 'bai-lam.pdf', title: 'Bài làm', kind: 'PDF', media_type: 'application/pdf', bytes: 1, sha256, classification: 'INTERNAL', scan: 'CLEAN', created_at: this.app.clock.now(),
    }));
  }

  draft(actor: Actor, assignmentId: number, text: string, version = 0, documentIds: number[] = []) {
    return this.app.as(actor, () => this.app.get(Drafts).put(actor, assignmentId, { version, text, documentIds }));
  }

  submit(actor: Actor, assignmentId: number, draftVersion = 1, declared = true) {
    return this.app.as(actor, () => this.app.get(Submissions).submit(actor, assignmentId, { draftVersion, declared }));
  }

  /** A draft, and the submission of it. */
  async turnedIn(actor: Actor, assignmentId: number, text = 'Bài làm của tôi.') {
    const { draft } = await this.draft(actor, assignmentId, text);
    return this.submit(actor, assignmentId, draft.version);
  }

  at(time: string): Promise<void> {
    return this.app.clock.moveTo(new Date(time));
  }
}

export const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { def?: { code: string } }) => error.def?.code ?? String(error));
