import { attendance } from '@halong/attendance/server';
import type { Mark } from '@halong/assessment/contract';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { identity } from '@halong/identity/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import type { Actor, Role } from '@halong/platform/contract';
import type { Domain } from '@halong/platform/server';
import { defaultRuleSets } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { materials } from '@halong/materials/server';
import { anActor, attendanceRow, classRows, provinceRows, testInstallation, type ClassRows, type ClassRowsOptions, type ProvinceRows, type TestInstallation } from '@halong/testing/server';
import { GradeSheets } from './grade-sheet/grade-sheet.service.ts';

export const components = [
  { key: 'kiem-tra', nameVi: 'Kiểm tra', nameEn: 'Test', weight: 0.4, required: true },
  { key: 'tieu-luan', nameVi: 'Tiểu luận', nameEn: 'Essay', weight: 0.6, required: true },
];
export const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc'];
export const score = (value: number): Mark => ({ kind: 'SCORE', value });
export const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: { def?: { code: string } }) => error.def?.code ?? String(error));

export type GradedClass = ClassRows & { lecturer: Actor; coordinator: Actor; manager: Actor };

/** An installation in which classes are graded. `assessment` is handed in: this file belongs to it. */
export class GradingScene {
  private nextCode = 0;

  private constructor(
    readonly app: TestInstallation,
    readonly province: ProvinceRows,
  ) {}

  static async open(assessment: Domain, options: { background?: boolean; more?: Domain[] } = {}): Promise<GradingScene> {
    const app = await testInstallation(
      [organisation, identity, regulations, catalogue, notifications, classes, enrolment, materials, attendance, assessment, ...(options.more ?? [])],
      { background: options.background ?? false },
    );
    await app.clock.moveTo(new Date('2026-11-22T03:00:00Z'));
    return new GradingScene(app, await provinceRows(app.db));
  }

  /** A class whose trainees were there all the time, with its lecturer, coordinator and training manager as accounts. */
  async aClass(more: Partial<ClassRowsOptions> = {}): Promise<GradedClass> {
    this.nextCode += 1;
    const rows = await classRows(this.app.db, { province: this.province, code: `SB-${this.nextCode}`, rules: defaultRuleSets.QLNN.rules, components, days: ['2026-10-01', '2026-10-02'], trainees: names, ...more });
    for (const sessionId of rows.sessionIds) for (const { enrolmentId } of rows.trainees) await attendanceRow(this.app.db, sessionId, enrolmentId, 4);
    return {
      ...rows, lecturer: await this.account('LECTURER', rows.classId), coordinator: await this.account('CLASS_COORDINATOR', rows.classId),
      manager: await this.account('TRAINING_MANAGER', rows.classId),
    };
  }

  /** Somebody with an account, and a person when it is given, who holds the role for the class. */
  async account(role: Role, classId: number, personId: number | null = null): Promise<Actor> {
    this.nextCode += 1;
    const login = `${role.toLowerCase()}-${this.nextCode}`;
    const accountId = await this.app.db.insert('identity_account', { login, display_name: login, person_id: personId });
    return anActor({ accountId, personId, grants: [{ role, scopeType: 'CLASS', scopeId: classId }] });
  }

  put(actor: Actor, classId: number, changes: [enrolmentId: number, component: string, mark: Mark, version?: number][]) {
    return this.app.as(actor, () => this.app.get(GradeSheets).putMarks(actor, classId, changes.map(([enrolmentId, component, mark, version = 0]) => ({ enrolmentId, component, mark, version }))));
  }

  sheet(actor: Actor, classId: number) {
    return this.app.as(actor, () => this.app.get(GradeSheets).get(actor, classId));
  }

  async step(actor: Actor, classId: number, to: 'OPEN' | 'SUBMITTED' | 'VERIFIED' | 'PUBLISHED' | 'LOCKED', reason?: string) {
    const { version } = await this.sheet(actor, classId);
    return this.app.as(actor, () => this.app.get(GradeSheets).transition(actor, classId, { to, reason, version }));
  }

  /** Everybody gets the scores of their place in `values`, and the sheet is published. */
  async published(given: GradedClass, values: readonly number[]): Promise<void> {
    await this.put(given.lecturer, given.classId, given.trainees.flatMap(({ enrolmentId }, at) => components.map(({ key }): [number, string, Mark] => [enrolmentId, key, score(values[at] ?? 8)])));
    await this.step(given.lecturer, given.classId, 'SUBMITTED');
    await this.step(given.coordinator, given.classId, 'VERIFIED');
    await this.step(given.coordinator, given.classId, 'PUBLISHED');
  }
}
