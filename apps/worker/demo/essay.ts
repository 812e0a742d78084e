import { createHash } from 'node:crypto';
import { AssignmentRepository, LikenessJobs, MarkingCoordination, Markings, Rubrics, SubmissionRepository } from '@halong/assessment/server';
import type { AnchoredNote, RubricContent } from '@halong/assessment/contract';
import { Enrolments } from '@halong/enrolment/server';
import { Accounts } from '@halong/identity/server';
import { ContentItems } from '@halong/materials/server';
import { addDays, dayOf, instantOf, type Actor } from '@halong/platform/contract';
import { Clock, inRequest } from '@halong/platform/server';
import type { PlannedClass } from './class-plan.ts';
import type { ClassSteps, DemoWorld } from './class-steps.ts';
import { essayOf, shownEssay } from './essay-text.ts';
import { chance } from './seeded.ts';

const levels = (notes: readonly [string, string, string, string]) => {
  const edges = [['Yếu', 0, 4.75], ['Đạt', 5, 6.75], ['Khá', 7, 8.25], ['Giỏi', 8.5, 10]] as const;
  return edges.map(([title, from, to], at) => ({ title, from, to, note: notes[at] ?? '' }));
};
const criteria: RubricContent['criteria'] = [
  { key: 'tinh-huong', title: 'Nêu tình huống', note: '', weight: 0.15, levels: levels(['Thiếu bối cảnh', 'Đủ việc, thiếu số liệu', 'Có số liệu của đơn vị', 'Có đối chiếu']) },
  { key: 'nguyen-nhan', title: 'Phân tích nguyên nhân', note: '', weight: 0.3, levels: levels(['Kể hiện tượng', 'Có nguyên nhân trực tiếp', 'Tách trực tiếp, sâu xa', 'Chứng minh bằng dữ liệu']) },
  { key: 'phuong-an', title: 'Phương án và lựa chọn', note: '', weight: 0.35, levels: levels(['Một phương án', 'Hai phương án', 'So sánh ưu, nhược', 'Tính cả nguồn lực']) },
  { key: 'the-thuc', title: 'Thể thức, trình bày', note: '', weight: 0.2, levels: levels(['Sai thể thức', 'Còn lỗi nhỏ', 'Đúng thể thức', 'Mạch lạc, gọn']) },
];
const shownCode = '0274';
const done = 32;
const brief = [
  'Chọn một tình huống có thật trong quản lý ở đơn vị anh chị, mô tả trong khoảng 1.500 chữ: bối cảnh, nguyên nhân, ít nhất hai phương án xử lý và phương án được chọn.',
  'Nêu số liệu của đơn vị và căn cứ pháp lý. Không ghi tên, đơn vị công tác trong bài.',
].join('\n\n');
const comments = ['Phân tích có số liệu, phương án sát thực tế.', 'Cần nêu rõ ai chịu trách nhiệm và thời hạn.', 'Trình bày gọn, căn cứ pháp lý đầy đủ.', 'Phần nguyên nhân còn chung, nên dẫn số liệu của đơn vị.'];

const as = <T>(actor: Actor, work: () => Promise<T>): Promise<T> => inRequest({ requestId: 'demo', language: 'vi', actor }, work);

/** The essay of a running class: fifty scripts by code, two markers, the first of whom has marked thirty-two. */
export class DemoEssay {
  constructor(
    private readonly world: DemoWorld,
    private readonly steps: ClassSteps,
  ) {}

  async lived(one: PlannedClass): Promise<void> {
    const { actors, school } = this.world;
    const classId = this.steps.idOf(one);
    const grant = { role: 'LECTURER' as const, scopeType: 'CLASS' as const, scopeId: classId };
    await this.get(Accounts).grant(actors.giangvien.accountId, { ...grant, reason: 'Chấm tiểu luận cuối khóa' });
    const first: Actor = { ...actors.giangvien, grants: [...actors.giangvien.grants, grant] };
    const second: Actor = { ...actors.giangvien, personId: school.lecturers[one.desk]?.personId ?? 0 };
    const { versionId } = await this.get(Rubrics).create(actors.giaovu, classId, { title: 'Phiếu chấm tiểu luận tình huống', shared: true, scale: 10, criteria });
    const assignmentId = await this.give(classId, versionId);
    const codes = await this.handIn(classId, assignmentId);
    const markBy = addDays(dayOf(this.get(Clock).millis()), -6);
    await this.get(MarkingCoordination).allot(actors.giaovu, assignmentId, { personIds: [first.personId ?? 0, second.personId ?? 0], markBy });
    for (const [at, code] of codes.filter((other) => other !== shownCode).entries()) {
      if (at < done) await as(first, () => this.mark(first, assignmentId, code));
      if (at < 20) await as(second, () => this.mark(second, assignmentId, code, at === 5 ? -1.75 : chance('second', code) * 1.4 - 0.6));
    }
    await as(first, () => this.begin(first, assignmentId));
  }

  private async give(classId: number, rubricVersionId: number): Promise<number> {
    const today = dayOf(this.get(Clock).millis());
    const assignments = this.get(AssignmentRepository);
    const opened = instantOf(addDays(today, -24), '08:00');
    const id = await assignments.insert(classId, {
      kind: 'ESSAY', title: 'Tiểu luận tình huống', brief, groupWork: false, confirmAll: false, component: null, opensAt: opened, dueAt: instantOf(addDays(today, -12), '17:00'), cutoffAt: instantOf(addDays(today, -10), '17:00'),
      late: { deductionPerDay: 0.5, floor: 5, partDay: 'UP', graceMinutes: 15 }, attempts: 1, declaration: 'Bài do tôi tự viết, nguồn trích dẫn đã ghi đủ.', blind: true, markers: 2, diffThreshold: 1,
    }, opened, rubricVersionId);
    await assignments.publish(id, opened);
    await this.get(ContentItems).place({ classId, topicKey: null, kind: 'ASSIGNMENT', refId: id, title: 'Tiểu luận tình huống' });
    return id;
  }

  /** Everybody of the class hands in; the codes are drawn, and come back in their order. */
  private async handIn(classId: number, assignmentId: number): Promise<string[]> {
    const trainees = (await this.get(Enrolments).ofClass(classId)).filter(({ state }) => state === 'ACTIVE').slice(0, 50);
    const today = dayOf(this.get(Clock).millis());
    const used = new Set<string>();
    for (const [at, { id: enrolmentId }] of trainees.entries()) {
      const code = at === 11 ? shownCode : codeOf(at, used);
      used.add(code);
      const text = code === shownCode ? shownEssay : essayOf(at, at === 27);
      const submissionId = await this.get(SubmissionRepository).insert({
        assignmentId, owner: `E${enrolmentId}`, attempt: 1, state: 'SUBMITTED', arrivedAt: new Date(instantOf(addDays(today, -13), '08:00').getTime() + Math.floor(chance('handed in', at) * 30 * 3_600_000)), dueAt: instantOf(addDays(today, -12), '17:00'),
        late: false, lateDays: 0, deduction: 0, text, contentHash: createHash('sha256').update(text).digest('hex'), declaration: 'Bài do tôi tự viết, nguồn trích dẫn đã ghi đủ.', anonymousCode: code, submittedBy: this.world.actors.giaovu.accountId,
        enrolmentIds: [enrolmentId], documentIds: [],
      });
      await this.get(LikenessJobs).submitted({ submissionId });
    }
    return [...used].sort();
  }

  private async mark(actor: Actor, assignmentId: number, code: string, shift = 0): Promise<void> {
    const points = Object.fromEntries(criteria.map(({ key }) => [key, Math.round((5.5 + chance('points', code, key) * 3.5 + shift) * 4) / 4]));
    const comment = comments[Math.floor(chance('comment', code, shift) * comments.length)] ?? '';
    const markings = this.get(Markings);
    const { marking } = await markings.put(actor, assignmentId, code, { version: 0, points, override: null, comment, notes: [], fileIds: [], later: false });
    await markings.finish(actor, assignmentId, code, marking.version);
  }

  /** The script that is being marked. */
  private async begin(actor: Actor, assignmentId: number): Promise<void> {
    const note = (key: string, quote: string, text: string): AnchoredNote => ({ key, text, place: { kind: 'TEXT', from: shownEssay.indexOf(quote), to: shownEssay.indexOf(quote) + quote.length, quote } });
    await this.get(Markings).put(actor, assignmentId, shownCode, {
      version: 0, points: { 'tinh-huong': 8, 'nguyen-nhan': 8.5, 'phuong-an': 7, 'the-thuc': 6.5 }, override: null, fileIds: [], later: false,
      comment: 'Phân tích tốt, dùng đúng nhật ký xử lý. Phần phương án nên tính thêm thời gian tập huấn và ai chịu trách nhiệm khi ủy quyền.',
      notes: [note('a1', 'hai phần ba số hồ sơ chậm dừng lại ở bước trình duyệt', 'Số liệu tốt, nên ghi nguồn.'), note('a2', 'chưa có quy định về ủy quyền khi vắng mặt', 'Đúng nguyên nhân gốc, nên dẫn quy chế hiện hành.')],
    });
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.world.app.get<T>(type as never, { strict: false });
  }
}

function codeOf(at: number, used: ReadonlySet<string>): string {
  for (let turn = 0; ; turn += 1) {
    const code = String(101 + Math.floor(chance('code', at, turn) * 300)).padStart(4, '0');
    if (!used.has(code) && code !== shownCode) return code;
  }
}
