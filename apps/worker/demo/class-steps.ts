import { Readable } from 'node:stream';
import type { INestApplicationContext } from '@nestjs/common';
import { ClassPlanning, ClassTransitions, DecisionFiles, Places, SessionPlanning } from '@halong/classes/server';
import type { TrainingClassState } from '@halong/classes/contract';
import { Admissions, Enrolments, ListEditor } from '@halong/enrolment/server';
import { addDays, dayOf, formatDay, timeOf, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import type { Actors } from './accounts.ts';
import { isLive, liveProgramme, type PlannedClass } from './class-plan.ts';
import type { LiveSession } from './live-session.ts';
import { samplePaper } from './paper.ts';
import type { Nominees } from './people.ts';
import type { School } from './province.ts';

export interface DemoWorld {
  app: INestApplicationContext;
  actors: Actors;
  school: School;
  versions: ReadonlyMap<string, number>;
  /** Topics of the programme whose class is live, in their order. */
  topicIds: readonly number[];
  /** Id of each class by its place in the plan. */
  classIds: Map<number, number>;
  nominees: ReadonlyMap<number, Nominees>;
  /** The ward of the demo trainee and the demo unit head. */
  wardId: number;
}

const topics = [
  'Những vấn đề chung và yêu cầu đặt ra', 'Quy định của pháp luật và thẩm quyền', 'Quy trình thực hiện ở cấp xã', 'Kỹ năng xử lý tình huống',
  'Trao đổi kinh nghiệm từ cơ sở', 'Thực hành trên hồ sơ mẫu', 'Ứng dụng công nghệ thông tin', 'Thảo luận nhóm', 'Giải đáp vướng mắc', 'Ôn tập, tổng kết',
];

/** What an office does with a class until it begins, through the services behind the screens. */
export class ClassSteps {
  constructor(
    private readonly world: DemoWorld,
    private readonly live: LiveSession,
  ) {}

  async plan(one: PlannedClass): Promise<void> {
    const { actors, school, versions } = this.world;
    const planning = this.get(ClassPlanning);
    const open = one.ending === 'NOMINATING';
    const made = await planning.create(actors.daotao, {
      programmeVersionId: versions.get(one.programme) ?? 0, intakeNo: one.intakeNo, year: one.year, institutionId: school.id, organisingUnitId: school.organiserId, capacity: Math.max(one.seats, 12),
      nominationDeadline: addDays(one.openingDate, open ? -6 : -21), openingDate: one.openingDate, closingDate: one.closingDate,
    });
    this.world.classIds.set(one.no, made.id);
    const staffed = await planning.setStaff(actors.daotao, made.id, made.version, [{ personId: actors.giaovu.personId ?? 0, role: 'COORDINATOR' }]);
    await planning.setQuotas(actors.daotao, made.id, staffed.version, this.quotasOf(one));
    await this.to(one, 'NOMINATING');
  }

  /** As many seats as people were sent; the ward may still send three to every class that takes nominations. */
  private quotasOf(one: PlannedClass): { unitId: number; seats: number }[] {
    const seats = new Map([...(this.world.nominees.get(one.no) ?? [])].map(([unitId, people]) => [unitId, people.length]));
    if (one.ending === 'NOMINATING') seats.set(this.world.wardId, 3);
    return [...seats].map(([unitId, count]) => ({ unitId, seats: count }));
  }

  /** Every unit sends its list; of a class that is still nominating some have and the ward has not. */
  async nominate(one: PlannedClass): Promise<void> {
    const { nominees, actors, wardId } = this.world;
    const classId = this.idOf(one);
    for (const [at, [unitId, people]] of [...(nominees.get(one.no) ?? [])].entries()) {
      if (one.ending === 'NOMINATING' && (unitId === wardId || at % 2 === 1)) continue;
      const actor = unitId === wardId ? actors.thutruong : this.headOf(unitId);
      const editor = this.get(ListEditor);
      const { version } = await editor.save(actor, classId, unitId, { rows: people.map((personId) => ({ personId })), version: 0 });
      await editor.submit(actor, classId, unitId, { version });
    }
  }

  /** Makes the timetable, gives the seats and closes the list. */
  async admit(one: PlannedClass): Promise<void> {
    await this.timetable(one);
    await this.get(Admissions).admit(this.world.actors.giaovu, this.idOf(one), { allEligible: true });
    await this.to(one, 'LIST_FINALISED');
  }

  async decide(one: PlannedClass): Promise<void> {
    const { actors } = this.world;
    const no = `${200 + one.no}/QĐ-SNV`;
    const date = dayOf(this.get(Clock).millis());
    const paper = samplePaper(['BAN MINH HOA - SAMPLE', `QUYET DINH so ${200 + one.no}/QD-SNV`, `Mo lop ${one.programme} K${one.intakeNo}/${one.year}`, formatDay(date)]);
    const { fileId } = await this.get(DecisionFiles).put(actors.daotao, `quyet-dinh-mo-lop-${200 + one.no}.pdf`, Readable.from([paper]));
    await this.to(one, 'DECIDED', { decision: { no, date, signer: 'Phạm Quang Huy', fileId } });
  }

  /** Opening day: whoever was admitted studies. The clock takes the class itself to RUNNING with its first session. */
  async begin(one: PlannedClass): Promise<void> {
    for (const { id, state } of await this.get(Enrolments).ofClass(this.idOf(one))) {
      if (state === 'ADMITTED') await this.get(Enrolments).setState({ id, to: 'ACTIVE', by: 'SYSTEM' });
    }
  }

  async setAside(one: PlannedClass): Promise<void> {
    const postponed = { reason: 'Chưa đủ số lượng học viên đăng ký, lùi sang quý sau' };
    const cancelled = { reason: 'Lồng ghép nội dung vào chương trình khác theo kế hoạch điều chỉnh' };
    await (one.ending === 'POSTPONED' ? this.to(one, 'POSTPONED', postponed) : this.to(one, 'CANCELLED', cancelled));
  }

  /** The coordinator begins the exams of a class that the clock has not taken there on its closing day. */
  async exam(one: PlannedClass): Promise<void> {
    const { state } = await this.get(ClassPlanning).get(this.world.actors.daotao, this.idOf(one));
    if (state === 'RUNNING') await this.to(one, 'EXAM');
  }

  async to(one: PlannedClass, to: TrainingClassState, more: Omit<Parameters<ClassTransitions['transition']>[2], 'to' | 'version'> = {}): Promise<void> {
    const { daotao } = this.world.actors;
    const { version } = await this.get(ClassPlanning).get(daotao, this.idOf(one));
    await this.get(ClassTransitions).transition(daotao, this.idOf(one), { to, version, ...more });
  }

  private async addSession(one: PlannedClass, at: number, day: string, periods: number[], topic: string): Promise<void> {
    const { actors, school, topicIds } = this.world;
    const lecturer = isLive(one) ? school.lecturers[0] : school.lecturers[one.desk];
    await this.get(SessionPlanning).create(actors.giaovu, this.idOf(one), {
      day, periods, evenOnHoliday: true, mode: one.mode, roomId: one.mode === 'ONLINE' ? null : (school.roomIds[one.desk] ?? null), place: null,
      topic, programmeUnitId: one.programme === liveProgramme ? (topicIds[at] ?? null) : null, lecturerIds: lecturer ? [lecturer.id] : [],
    });
  }

  idOf(one: PlannedClass): number {
    return this.world.classIds.get(one.no) ?? 0;
  }

  /** In order of time, because that is how sessions are numbered. */
  private async timetable(one: PlannedClass): Promise<void> {
    const sessions = one.days.flatMap(({ day, periods }) => periods.map((numbers) => ({ day, numbers })));
    const today = isLive(one) ? sessions.findIndex(({ day }) => day > this.live.day) : -1;
    for (const [at, { day, numbers }] of sessions.entries()) {
      if (at === today) await this.addLiveSession(one, at);
      await this.addSession(one, today >= 0 && at >= today ? at + 1 : at, day, numbers, topics[at % topics.length] ?? '');
    }
  }

  /** The session of this very hour has periods of its own: no bell rings at any minute of the day. */
  private async addLiveSession(one: PlannedClass, at: number): Promise<void> {
    const { actors, school } = this.world;
    const { day, times } = this.live;
    const places = this.get(Places);
    const { bells } = await places.bells(actors.giaovu, null);
    await places.setBells(actors.giaovu, school.id, times.map(([from, to], period) => ({ periodNo: period + 1, starts: timeOf(from), ends: timeOf(to) })));
    await this.addSession(one, at, day, times.map((_, period) => period + 1), 'Chữ ký số, dữ liệu mở và an toàn thông tin ở cấp xã');
    await places.setBells(actors.giaovu, school.id, bells);
  }

  /** The head of any unit; only the ward's has an account here, so the office's account stands in for the others. */
  private headOf(unitId: number): Actor {
    return { ...this.world.actors.daotao, grants: [{ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: unitId }] };
  }

  private get<T>(type: abstract new (...args: never[]) => T): T {
    return this.world.app.get<T>(type as never, { strict: false });
  }
}
