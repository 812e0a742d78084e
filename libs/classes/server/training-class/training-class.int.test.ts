import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRuleSets } from '@halong/regulations/contract';
import type { Actor } from '@halong/platform/contract';
import { anActor } from '@halong/testing/server';
import { aProvince, pdf, statementsOf, type Province } from '../classes.testing.ts';
import { ClassAudiences, ClassFactSources, ClassPlanning, ClassTransitions, DecisionFiles, Places, SessionPlanning, Sessions, TrainingClasses } from '../index.ts';

describe('training classes', () => {
  let p: Province;
  beforeAll(async () => {
    p = await aProvince();
  });
  afterAll(() => p.app.close());

  const planning = () => p.app.get(ClassPlanning);
  const as = <T>(actor: Actor, work: () => Promise<T>) => p.app.as(actor, work);
  const go = async (actor: Actor, id: number, step: Omit<Parameters<ClassTransitions['transition']>[2], 'version'>) => {
    const { version } = await planning().get(p.manager, id);
    await as(actor, () => p.app.get(ClassTransitions).transition(actor, id, { version, ...step }));
    return planning().get(p.manager, id);
  };
  const upload = (actor: Actor) => p.app.get(DecisionFiles).put(actor, 'QĐ mở lớp.pdf', pdf());

  it('gets its code from programme, intake and year, and cannot be planned twice', async () => {
    const cls = await p.planned(1);
    expect(cls).toMatchObject({ code: 'LD-PX K01/2026', state: 'PLANNED', capacity: 50, category: 'QLNN', institution: { id: p.school }, rules: null, decision: null });
    await expect(p.planned(1)).rejects.toMatchObject({ def: { code: 'classes.code_taken' }, params: { code: 'LD-PX K01/2026' } });
  });

  it('is hosted only by a training institution, and planned only by those who work for it', async () => {
    const body = { programmeVersionId: p.programmeVersionId, intakeNo: 77, year: 2026, organisingUnitId: null, nominationDeadline: null, openingDate: null, closingDate: null };
    await expect(planning().create(p.manager, { ...body, institutionId: p.wards[0] })).rejects.toMatchObject({ def: { code: 'classes.institution_unknown' } });
    await expect(planning().create(p.coordinator, { ...body, institutionId: p.otherSchool })).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
  });

  it('has quotas that fit its capacity', async () => {
    const cls = await p.planned(2);
    const set = (seats: [number, number], version: number) =>
      as(p.coordinator, () => planning().setQuotas(p.coordinator, cls.id, version, [{ unitId: p.wards[0], seats: seats[0] }, { unitId: p.wards[1], seats: seats[1] }]));
    await expect(set([30, 21], cls.version)).rejects.toMatchObject({ def: { code: 'classes.quotas_exceed_capacity' }, params: { seats: 51, capacity: 50 } });
    const after = await set([30, 20], cls.version);
    expect(after.quotas.map(({ unit, seats }) => [unit.id, seats])).toEqual([[p.wards[0], 30], [p.wards[1], 20]]);
    await expect(as(p.coordinator, () => planning().edit(p.coordinator, cls.id, { version: after.version, capacity: 49 }))).rejects.toMatchObject({ def: { code: 'classes.quotas_exceed_capacity' } });
    await expect(set([1, 1], cls.version)).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
  });

  it('is decided only with number, date and the signed file of the one who decides', async () => {
    const cls = await p.planned(3);
    await go(p.coordinator, cls.id, { to: 'NOMINATING' });
    await expect(go(p.coordinator, cls.id, { to: 'LIST_FINALISED' })).rejects.toMatchObject({ def: { code: 'classes.facts_missing' }, params: { missing: 'danh sách học viên đã duyệt' } });
    p.app.get(ClassFactSources).register('finalList', async () => true);
    await go(p.coordinator, cls.id, { to: 'LIST_FINALISED' });
    const decision = { no: '12/QĐ-TĐT', date: '2026-09-01', signer: 'Phạm Quang Huy' };
    await expect(go(p.coordinator, cls.id, { to: 'DECIDED', decision })).rejects.toMatchObject({ def: { code: 'classes.facts_missing' }, params: { missing: 'tệp quyết định đã ký' } });
    await expect(go(p.coordinator, cls.id, { to: 'DECIDED', decision: { ...decision, no: ' ', fileId: 1 } })).rejects.toMatchObject({ params: { missing: 'số quyết định' } });
    const foreign = (await upload(p.manager)).fileId;
    await expect(go(p.coordinator, cls.id, { to: 'DECIDED', decision: { ...decision, fileId: foreign } })).rejects.toMatchObject({ def: { code: 'classes.decision_file_unknown' } });
    const { fileId } = await upload(p.coordinator);
    await expect(go(p.coordinator, cls.id, { to: 'DECIDED', decision: { ...decision, date: '2026-09-02', fileId } })).rejects.toMatchObject({ def: { code: 'classes.decision_date' } });
    const decided = await go(p.coordinator, cls.id, { to: 'DECIDED', decision: { ...decision, fileId } });
    expect(decided).toMatchObject({ state: 'DECIDED', decision: { ...decision, fileName: 'QĐ mở lớp.pdf' }, rules: defaultRuleSets.QLNN.rules });
    const file = await p.app.get(DecisionFiles).open(p.coordinator, cls.id);
    expect([file.name, file.mediaType, (await (file.content as Readable).toArray()).join('')]).toEqual(['QĐ mở lớp.pdf', 'application/pdf', '%PDF-1.7\n%signed']);
    await expect(p.app.get(DecisionFiles).open(p.otherCoordinator, cls.id)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    await expect(as(p.coordinator, () => planning().edit(p.coordinator, cls.id, { version: decided.version, capacity: 60 }))).rejects.toMatchObject({ def: { code: 'classes.class_fixed' } });
  });

  it('refuses a decision that is no paper, by content', async () => {
    await expect(p.app.get(DecisionFiles).put(p.coordinator, 'qd.pdf', Readable.from([Buffer.from('<script>')]))).rejects.toMatchObject({ def: { code: 'classes.decision_file_type' } });
  });

  it('keeps its frozen rules when a newer rule set comes; a class that is not decided follows the newer one', async () => {
    const frozen = await p.planned(4);
    const open = await p.planned(5);
    await p.decided(frozen.id);
    const stricter = { ...defaultRuleSets.QLNN.rules, attendance: { ...defaultRuleSets.QLNN.rules.attendance, maxAbsence: 0.05 } };
    const id = await p.app.db.insert('regulations_rule_set', {
      category: 'QLNN', version: 2, name_vi: 'Mới', name_en: 'New', legal_basis: 'Thử', valid_from: '2026-01-01', rules: JSON.stringify(stricter),
    });
    const classes = p.app.get(TrainingClasses);
    const maxAbsence = async (classId: number) => (await classes.rulesOf(await classes.get(classId))).attendance.maxAbsence;
    expect([await maxAbsence(frozen.id), await maxAbsence(open.id)]).toEqual([0.2, 0.05]);
    await p.app.db.run('DELETE FROM regulations_rule_set WHERE id = ?', [id]);
  });

  it('takes no step that is unknown, not theirs, or stale', async () => {
    const cls = await p.planned(6);
    await expect(go(p.coordinator, cls.id, { to: 'RUNNING' })).rejects.toMatchObject({ def: { code: 'classes.unknown_transition' } });
    const admin = anActor({ grants: [{ role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', scopeId: 0 }] });
    await expect(go(admin, cls.id, { to: 'NOMINATING' })).rejects.toMatchObject({ def: { code: 'classes.step_not_yours' } });
    await expect(go(p.coordinator, cls.id, { to: 'CANCELLED' })).rejects.toMatchObject({ params: { missing: 'lý do' } });
    await expect(go(p.otherCoordinator, cls.id, { to: 'NOMINATING' })).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
    await expect(p.app.get(ClassTransitions).transition(p.coordinator, cls.id, { version: cls.version + 1, to: 'NOMINATING' })).rejects.toMatchObject({ def: { code: 'platform.stale_version' } });
  });

  it('gives up its rooms when it is postponed, and the change is on record', async () => {
    const cls = await p.planned(7);
    const roomId = await p.room('Phòng 707');
    const book = (classId: number) =>
      as(p.manager, () =>
        p.app.get(SessionPlanning).create(p.manager, classId, { day: '2026-10-20', periods: [1, 2], evenOnHoliday: false, mode: 'ROOM', roomId, place: null, topic: 'Chuyên đề', programmeUnitId: null, lecturerIds: [] }),
      );
    await book(cls.id);
    const postponed = await go(p.coordinator, cls.id, { to: 'POSTPONED', reason: 'Chưa đủ học viên' });
    expect(postponed).toMatchObject({ state: 'POSTPONED', stateReason: 'Chưa đủ học viên', timetable: { sessions: 0 } });
    expect(await p.app.get(Sessions).ofClass(cls.id)).toMatchObject([{ state: 'CANCELLED', stateReason: 'Chưa đủ học viên' }]);
    await book((await p.planned(8)).id);
    const audit = await p.app.db.row<{ reason: string; before: string; after: string }>("SELECT reason, `before`, `after` FROM platform_audit WHERE action = 'class.state_changed' AND subject_id = ?", [cls.id]);
    expect([audit?.reason, JSON.parse(audit?.before ?? ''), JSON.parse(audit?.after ?? '')]).toEqual(['Chưa đủ học viên', { state: 'PLANNED' }, { state: 'POSTPONED' }]);
  });

  it('is seen by those whom it concerns', async () => {
    const here = await p.planned(20);
    const there = await p.planned(21, p.otherSchool);
    const personId = await p.person('Lê Thu Hằng');
    const staff = anActor({ personId, grants: [{ role: 'CLASS_COORDINATOR', scopeType: 'CLASS', scopeId: 0 }] });
    const version = here.version;
    await as(p.manager, () => planning().setStaff(p.manager, here.id, version, [{ personId, role: 'SUPERVISOR' }, { personId, role: 'COORDINATOR' }]));
    const head = anActor({ grants: [{ role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', scopeId: p.wards[0] }] });
    await go(p.otherCoordinator, there.id, { to: 'NOMINATING' });
    const trainee = anActor({ personId: await p.person('Vũ Hải Yến') });
    p.app.get(ClassAudiences).register(async (actor) => ({ attends: actor === trainee ? [here.id] : [], sees: [] }));
    const seen = async (actor: Actor) => {
      const { items } = await planning().list(actor, { search: '', page: 1, size: 100 });
      return [here.id, there.id].map((id) => items.find((item) => item.id === id)?.can.edit);
    };
    expect(await seen(p.manager)).toEqual([true, true]);
    expect(await seen(p.coordinator)).toEqual([true, undefined]);
    expect(await seen(staff)).toEqual([true, undefined]);
    expect(await seen(head)).toEqual([undefined, false]);
    expect(await seen(trainee)).toEqual([false, undefined]);
    expect(await seen(anActor({}))).toEqual([undefined, undefined]);
  });

  it('is found without marks, by state, year and school', async () => {
    const codes = async (filter: object) => (await planning().list(p.manager, { search: '', page: 1, size: 100, ...filter })).items.map(({ code }) => code);
    expect(await codes({ search: 'lanh dao k21' })).toEqual(['LD-PX K21/2026']);
    expect(await codes({ state: 'POSTPONED' })).toEqual(['LD-PX K07/2026']);
    expect(await codes({ institutionId: p.otherSchool })).toEqual(['LD-PX K21/2026']);
    expect(await codes({ year: 2025 })).toEqual([]);
    expect(await codes({ category: 'LLCT' })).toEqual([]);
  });

  it('takes as many statements for a list of forty as for a list of one', async () => {
    const list = (size: number) => () => planning().list(p.coordinator, { search: '', page: 1, size });
    const few = await statementsOf(p.app, list(1));
    for (let no = 40; no < 80; no += 1) await p.planned(no);
    expect(await statementsOf(p.app, list(100))).toBe(few);
    expect(few).toBe(2);
    const cls = await p.planned(90);
    const listSessions = () => p.app.get(Sessions).listOfClass(p.coordinator, cls.id);
    const roomId = await p.room('Phòng 909');
    const add = (day: string) =>
      as(p.manager, () => p.app.get(SessionPlanning).create(p.manager, cls.id, { day, periods: [1], evenOnHoliday: false, mode: 'ROOM', roomId, place: null, topic: 'Chuyên đề', programmeUnitId: null, lecturerIds: [] }));
    await add('2026-10-01');
    const one = await statementsOf(p.app, listSessions);
    for (let day = 10; day < 30; day += 1) await add(`2026-10-${day}`);
    expect(await statementsOf(p.app, listSessions)).toBe(one);
  });

  it('keeps one room of a name in a school, and bells that do not overlap', async () => {
    await p.room('Hội trường B');
    await expect(p.room('Hội trường B')).rejects.toMatchObject({ def: { code: 'classes.room_taken' } });
    const bells = [{ periodNo: 1, starts: '07:30', ends: '08:15' }, { periodNo: 2, starts: '08:10', ends: '09:00' }];
    await expect(p.app.get(Places).setBells(p.coordinator, p.school, bells)).rejects.toMatchObject({ def: { code: 'classes.bells_overlap' }, params: { period: 2 } });
    await expect(p.app.get(Places).setBells(p.coordinator, null, [])).rejects.toMatchObject({ def: { code: 'platform.forbidden' } });
  });
});
