import { latenessOf, type AssignmentFields } from '@halong/assessment/contract';
import { Assignments, contentHash, DraftRepository, Drafts, Groups, Submissions, SubmissionRepository } from '@halong/assessment/server';
import { Enrolments } from '@halong/enrolment/server';
import { addDays, dayOf, instantOf, type Actor } from '@halong/platform/contract';
import { Clock, inRequest } from '@halong/platform/server';
import type { PlannedClass } from './class-plan.ts';
import type { ClassSteps, DemoWorld } from './class-steps.ts';
import { chance } from './seeded.ts';
import { begunReport, groupProject, reportOf } from './work-text.ts';

const late = { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 0 } as const;
const declaration = 'Tôi cam đoan bài này do tôi tự làm, các nguồn tham khảo đã được ghi rõ.';
const plain = { groupWork: false, confirmAll: false, component: null, opensAt: null, cutoffAt: null, late, attempts: 1, declaration, blind: false, markers: 1 as const, diffThreshold: null, references: [] };
const signs = 'ACDEFGHJKLMNPQRTUVWXY34679';

/** The work of the class that is taught today: a report that most have handed in, one that is due, a project of groups, one that is not given out yet. */
export class DemoWork {
  private readonly today: string;

  constructor(
    private readonly world: DemoWorld,
    private readonly steps: ClassSteps,
    private readonly start: Date,
  ) {
    this.today = dayOf(start);
  }

  async lived(one: PlannedClass): Promise<void> {
    const classId = this.steps.idOf(one);
    const { giaovu, hocvien } = this.world.actors;
    const report = await this.give(giaovu, classId, 0, {
      ...plain, kind: 'REFLECTIVE_REPORT', title: 'Bài thu hoạch những buổi đầu', attempts: 2, dueAt: this.at(-3, '17:00'), cutoffAt: this.at(4, '17:00'),
      brief: 'Viết khoảng một trang: anh chị đã học được gì, đã thử ở đơn vị việc gì, còn vướng ở đâu.\n\nNêu ví dụ cụ thể với số liệu của đơn vị.',
    });
    const groups = await this.group(giaovu, classId, hocvien.personId ?? 0);
    await this.handIn(report, groups.seats);
    await this.as(hocvien, () => this.turnIn(hocvien, report, reportOf(1_000)));
    const essay = await this.give(giaovu, classId, 1, {
      ...plain, kind: 'ESSAY', title: 'Tiểu luận: một quy trình số ở đơn vị tôi', dueAt: this.at(4, '17:00'), cutoffAt: this.at(9, '17:00'),
      brief: 'Chọn một quy trình anh chị đang làm hằng ngày. Mô tả hiện trạng, chỉ ra chỗ chậm, đề xuất cách số hóa trong khả năng của đơn vị.\n\nDài 2.000 đến 3.000 chữ. Có thể kèm sơ đồ hoặc phụ lục bằng tệp.',
    });
    await this.as(hocvien, () => this.get(Drafts).put(hocvien, essay, { version: 0, text: begunReport, documentIds: [] }));
    const project = await this.give(giaovu, classId, 2, {
      ...plain, kind: 'PROJECT', title: 'Đề án nhóm: rút ngắn thời gian giải quyết hồ sơ', groupWork: true, confirmAll: true, dueAt: this.at(11, '17:00'),
      brief: 'Mỗi nhóm nộp một đề án không quá năm trang. Mọi thành viên xác nhận cùng một bản thì bài mới được nộp.',
    });
    await this.confirmedByMate(hocvien, project, groups);
    await this.as(giaovu, () => this.get(Assignments).create(giaovu, classId, { ...plain, kind: 'FILES', title: 'Sơ đồ quy trình sau khi cải tiến', brief: 'Nộp một tệp PDF hoặc ảnh.', dueAt: this.at(18, '17:00') }));
  }

  /** Under the topic of this place in the programme. */
  private async give(actor: Actor, classId: number, topic: number, fields: AssignmentFields): Promise<number> {
    return this.as(actor, async () => {
      const { id, version } = await this.get(Assignments).create(actor, classId, fields);
      await this.get(Assignments).publish(actor, id, version, String(this.world.topicIds[topic]));
      return id;
    });
  }

  /** Groups of five; @returns the others of the class, and the group of the trainee with somebody who is in it too. */
  private async group(actor: Actor, classId: number, personId: number): Promise<{ seats: number[]; groupId: number; mateId: number }> {
    const groups = this.get(Groups);
    return this.as(actor, async () => {
      const { version, rest } = await groups.list(actor, classId);
      const parts = Array.from({ length: Math.ceil(rest.length / 5) }, (_, at) => ({ id: null, name: `Nhóm ${at + 1}`, enrolmentIds: rest.slice(at * 5, at * 5 + 5).map(({ enrolmentId }) => enrolmentId) }));
      const arranged = await groups.put(actor, classId, { version, groups: parts });
      const own = (await this.get(Enrolments).ofClass(classId)).find((one) => one.personId === personId)?.id ?? 0;
      const mine = arranged.groups.find(({ members }) => members.some(({ enrolmentId }) => enrolmentId === own));
      const mate = mine?.members.find(({ enrolmentId }) => enrolmentId !== own);
      return { seats: rest.map(({ enrolmentId }) => enrolmentId).filter((one) => one !== own), groupId: mine?.id ?? 0, mateId: mate?.enrolmentId ?? 0 };
    });
  }

  /** Three of four in time, some late, the last ones not yet. */
  private async handIn(assignmentId: number, seats: readonly number[]): Promise<void> {
    const due = new Date(this.at(-3, '17:00'));
    for (const [at, enrolmentId] of seats.entries()) {
      if (at % 7 === 6) continue;
      const isLate = at % 9 === 4;
      const arrivedAt = new Date(due.getTime() + (isLate ? 1 : -1) * (1 + chance('arrived', enrolmentId) * 40) * 3_600_000);
      const { days, deduction } = latenessOf(arrivedAt, due, late);
      const text = reportOf(enrolmentId);
      await this.get(SubmissionRepository).insert({
        assignmentId, owner: `E${enrolmentId}`, attempt: 1, state: isLate ? 'LATE' : 'SUBMITTED', arrivedAt, dueAt: due, late: isLate, lateDays: days, deduction, text, contentHash: contentHash(text, []), declaration,
        anonymousCode: codeOf(enrolmentId), submittedBy: this.world.actors.giaovu.accountId, enrolmentIds: [enrolmentId], documentIds: [],
      });
    }
  }

  private async turnIn(actor: Actor, assignmentId: number, text: string): Promise<void> {
    this.get(Clock).showHere(new Date(new Date(this.at(-3, '17:00')).getTime() - 5 * 3_600_000));
    const { draft } = await this.get(Drafts).put(actor, assignmentId, { version: 0, text, documentIds: [] });
    await this.get(Submissions).submit(actor, assignmentId, { draftVersion: draft.version, declared: true });
    this.get(Clock).showHere(this.start);
  }

  /** One of the group has written and confirmed; the trainee has not. */
  private async confirmedByMate(actor: Actor, assignmentId: number, { groupId, mateId }: { groupId: number; mateId: number }): Promise<void> {
    const { draft } = await this.as(actor, () => this.get(Drafts).put(actor, assignmentId, { version: 0, text: groupProject, documentIds: [] }));
    const kept = await this.get(DraftRepository).find(assignmentId, `G${groupId}`);
    if (kept && mateId > 0) await this.get(DraftRepository).confirm(kept.id, mateId, draft.version, this.get(Clock).now());
  }

  private at(days: number, time: string): string {
    return instantOf(addDays(this.today, days), time).toISOString();
  }

  private as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return inRequest({ requestId: 'demo', language: 'vi', actor }, work);
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.world.app.get<T>(type as never, { strict: false });
  }
}

const codeOf = (of: number): string => Array.from({ length: 6 }, (_, at) => signs[Math.floor(chance('code', of, at) * signs.length)]).join('');
