import { Readable } from 'node:stream';
import { GradeSheets, Recognitions } from '@halong/assessment/server';
import { Certificates, issuedNotice, Issuing, Revocations } from '@halong/certification/server';
import { DecisionFiles } from '@halong/classes/server';
import { Recompute } from '@halong/completion/server';
import { Enrolments } from '@halong/enrolment/server';
import { Notifications } from '@halong/notifications/server';
import { dayOf, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import type { PlannedClass } from './class-plan.ts';
import type { ClassSteps, DemoWorld } from './class-steps.ts';
import { samplePaper } from './paper.ts';
import { chance } from './seeded.ts';

/** From the last session to the certificate. */
export class DemoResults {
  constructor(
    private readonly world: DemoWorld,
    private readonly steps: ClassSteps,
  ) {}

  exam(one: PlannedClass): Promise<void> {
    return this.steps.exam(one);
  }

  /** Types the marks; of the late sheet only half of them. */
  async mark(one: PlannedClass): Promise<void> {
    await this.steps.to(one, 'GRADING');
    const classId = this.steps.idOf(one);
    const lecturer = this.lecturerOf(one);
    const { components, rows } = await this.get(GradeSheets).get(lecturer, classId);
    const marked = one.ending === 'LATE_SHEET' ? rows.slice(0, Math.floor(rows.length / 2)) : rows;
    const changes = marked.flatMap(({ enrolmentId }, at) => components.map(({ key }) => ({
      enrolmentId, component: key, version: 0, mark: { kind: 'SCORE' as const, value: scoreOf(one.no, at, key) },
    })));
    if (changes.length > 0) await this.get(GradeSheets).putMarks(lecturer, classId, changes);
  }

  submit(one: PlannedClass): Promise<void> {
    return this.move(one, 'SUBMITTED', this.lecturerOf(one));
  }

  async publish(one: PlannedClass): Promise<void> {
    await this.move(one, 'VERIFIED', this.world.actors.giaovu);
    await this.move(one, 'PUBLISHED', this.world.actors.giaovu);
  }

  async recognise(one: PlannedClass): Promise<void> {
    const { daotao } = this.world.actors;
    const no = 600 + one.no;
    const paper = samplePaper(['BAN MINH HOA - SAMPLE', `QUYET DINH so ${no}/QD-NVC`, `Cong nhan ket qua lop ${one.programme} K${one.intakeNo}/${one.year}`]);
    const { fileId } = await this.get(DecisionFiles).put(daotao, `quyet-dinh-cong-nhan-${no}.pdf`, Readable.from([paper]));
    await this.get(Recognitions).recognise(daotao, this.steps.idOf(one), { decisionNo: `${no}/QĐ-NVC`, decisionDate: dayOf(this.get(Clock).millis()), signer: 'Hoàng Văn Lực', fileId });
    await this.recompute(this.steps.idOf(one));
  }

  /** The papers are drawn later, by the worker; the holders were told on the day of the issue. */
  async certify(one: PlannedClass): Promise<void> {
    const { chungchi } = this.world.actors;
    const classId = this.steps.idOf(one);
    await this.get(Issuing).issue(chungchi, classId);
    const { certificates, class: named } = await this.get(Issuing).ofClass(chungchi, classId);
    for (const certificate of certificates) await this.get(Notifications).tell(issuedNotice({ ...certificate, classNameVi: named.nameVi, classNameEn: named.nameEn }));
  }

  /** One certificate has been tampered with. */
  async revokeOne(one: PlannedClass): Promise<void> {
    const { chungchi } = this.world.actors;
    const { certificates } = await this.get(Issuing).ofClass(chungchi, this.steps.idOf(one));
    const [certificate] = certificates;
    if (!certificate) return;
    const { version } = await this.get(Certificates).get(chungchi, certificate.id);
    await this.get(Revocations).revoke(chungchi, certificate.id, {
      version, ground: 'ALTERED', decision: '845/QĐ-NVC', reason: 'Cơ quan sử dụng phát hiện văn bản bị tẩy xóa phần xếp loại',
    });
  }

  async recompute(classId: number): Promise<void> {
    const enrolments = await this.get(Enrolments).ofClass(classId, { seated: false });
    await this.get(Recompute).run(enrolments.map(({ id }) => id));
  }

  private async move(one: PlannedClass, to: 'SUBMITTED' | 'VERIFIED' | 'PUBLISHED', actor: Actor): Promise<void> {
    const classId = this.steps.idOf(one);
    const { version } = await this.get(GradeSheets).get(actor, classId);
    await this.get(GradeSheets).transition(actor, classId, { to, version });
  }

  /** Whoever teaches the class; the lecturer's account of the demo types for all of them. */
  private lecturerOf(one: PlannedClass): Actor {
    const { actors, school } = this.world;
    return { ...actors.giangvien, personId: school.lecturers[one.desk]?.personId ?? actors.giangvien.personId };
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.world.app.get<T>(type as never, { strict: false });
  }
}

/** A quarter-point score, mostly good, now and then too low. */
function scoreOf(classNo: number, trainee: number, component: string): number {
  const drawn = chance('score', classNo, trainee, component);
  if (drawn < 0.012) return 4.5;
  return Math.round((6 + drawn * 3.75) * 4) / 4;
}
