import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LecturerChoice, TimetableImport } from '@halong/classes/contract';
import { aProvince, type Province } from '../classes.testing.ts';
import { ClassPlanning, Sessions, TimetableConfirmation, TimetableImports } from '../index.ts';

const sample = join(import.meta.dirname, '../../../../apps/e2e/samples/timetable-LDPX-K01.xlsx');

describe('a timetable from a file', () => {
  let p: Province;
  let classId: number;
  let proposal: TimetableImport;
  beforeAll(async () => {
    p = await aProvince();
    classId = (await p.planned(1)).id;
  });
  afterAll(() => p.app.close());

  const imports = () => p.app.get(TimetableImports);
  const asCoordinator = <T>(work: () => Promise<T>) => p.app.as(p.coordinator, work);
  const upload = (id = classId) => asCoordinator(() => imports().upload(p.coordinator, id, 'tkb.xlsx', createReadStream(sample)));
  const confirm = (id: number) => asCoordinator(() => p.app.get(TimetableConfirmation).confirm(p.coordinator, id, false));
  const sessions = () => p.app.get(Sessions).ofClass(classId);
  /** The proposal where there is one, a visiting lecturer and a new room otherwise. */
  const resolveAll = (open: TimetableImport) =>
    asCoordinator(() =>
      imports().resolve(p.coordinator, open.id, {
        lecturers: open.lecturers.map(({ text, title, name, candidates: [one] }) => {
          const choice: LecturerChoice = one ? { kind: 'PERSON', personId: one.personId } : { kind: 'NEW_VISITING', name, title };
          return { text, choice };
        }),
        rooms: open.rooms.map(({ text, candidates: [one] }) => ({ text, choice: one ? { kind: 'ROOM' as const, roomId: one.roomId } : { kind: 'NEW_ROOM' as const, name: text, capacity: null } })),
      }),
    );

  it('is read and changes nothing; names and rooms are proposed only inside the host', async () => {
    const inside = await p.person('Trần Đức Minh', p.school);
    await p.person('Nguyễn Thanh Vân', p.otherSchool);
    const room = await p.room('Hội trường A2');
    await p.room('Phòng 305', p.otherSchool);
    proposal = await upload();
    expect(proposal.totals).toMatchObject({ sessions: 40, periods: 160, days: 20, weeks: 10, lecturers: 8, periodsByMode: { ROOM: 96, ONLINE: 48, BOTH: 0, FIELD: 16 } });
    expect(proposal.problems).toEqual([]);
    const lecturer = (name: string) => proposal.lecturers.find((one) => one.name === name);
    expect(lecturer('Trần Đức Minh')).toMatchObject({ title: 'TS.', match: 'ONE', candidates: [{ personId: inside, lecturerId: null }], choice: null });
    expect(lecturer('Nguyễn Thanh Vân')).toMatchObject({ match: 'NONE', candidates: [], choice: null });
    expect(proposal.rooms.find(({ text }) => text === 'Hội trường A2')).toMatchObject({ match: 'ONE', candidates: [{ roomId: room }], choice: null });
    expect(proposal.rooms.filter(({ match }) => match === 'ONE')).toHaveLength(1);
    expect(await sessions()).toEqual([]);
  });

  it('two of one name are a question, never an answer', async () => {
    const second = await p.person('Trần Đức Minh', p.school);
    const again = await asCoordinator(() => imports().get(p.coordinator, proposal.id));
    expect(again.lecturers.find(({ name }) => name === 'Trần Đức Minh')).toMatchObject({ match: 'SEVERAL', choice: null });
    await p.app.db.run('DELETE FROM organisation_employment WHERE person_id = ?', [second]);
  });

  it('cannot be confirmed while a name is open', async () => {
    await expect(confirm(proposal.id)).rejects.toMatchObject({ def: { code: 'classes.import_not_ready' }, params: { open: proposal.lecturers.length + proposal.rooms.length } });
  });

  it('does not exist for the coordinator of another school', async () => {
    await expect(imports().get(p.otherCoordinator, proposal.id)).rejects.toMatchObject({ def: { code: 'platform.not_found' } });
  });

  it('gives 40 sessions and 160 periods in one step', async () => {
    const ready = await resolveAll(proposal);
    expect(ready.can.confirm).toBe(true);
    expect(await confirm(proposal.id)).toEqual({ importId: proposal.id, classId, sessions: 40, periods: 160 });
    const detail = await p.app.get(ClassPlanning).get(p.coordinator, classId);
    expect(detail.timetable).toEqual({ sessions: 40, periods: 160, periodsByMode: { ROOM: 96, ONLINE: 48, BOTH: 0, FIELD: 16 }, firstDay: '2026-10-01', lastDay: '2026-12-04' });
    expect(detail).toMatchObject({ openingDate: '2026-10-01', closingDate: '2026-12-04' });
    const all = await sessions();
    expect(all[0]).toMatchObject({
      sessionNo: 1, day: '2026-10-01', startsAt: new Date('2026-10-01T00:30:00Z'), endsAt: new Date('2026-10-01T03:45:00Z'), mode: 'ROOM', roomName: 'Hội trường A2', state: 'SCHEDULED',
    });
    expect(all[0]!.periods.map(({ periodNo }) => periodNo)).toEqual([1, 2, 3, 4]);
    expect(all.filter(({ mode }) => mode === 'FIELD').map(({ place }) => place)).toContain('Đặc khu Vân Đồn');
    expect(all.every(({ lecturers }) => lecturers.length === 1)).toBe(true);
  });

  it('makes chosen people lecturers: staff of the school permanent, the others visiting', async () => {
    const rows = await p.app.db.rows<{ kind: string; n: number }>('SELECT kind, COUNT(*) AS n FROM classes_lecturer GROUP BY kind ORDER BY kind');
    expect(rows.map(({ kind, n }) => [kind, Number(n)])).toEqual([['INTERNAL', 1], ['VISITING', 7]]);
  });

  it('changes nothing when it is confirmed again', async () => {
    const before = await sessions();
    await confirm(proposal.id);
    expect(await sessions()).toEqual(before);
  });

  it('is replaced as a whole by a newer file', async () => {
    const newer = await upload();
    expect(newer.replaces).toBe(40);
    await confirm((await resolveAll(newer)).id);
    const all = await sessions();
    expect([all.length, all[0]!.sessionNo]).toEqual([40, 1]);
  });

  it('refuses the file of another class, and what is no spreadsheet', async () => {
    const other = await p.planned(2);
    await expect(upload(other.id)).rejects.toMatchObject({ def: { code: 'classes.import_other_class' }, params: { inFile: 'LD-PX K01/2026', code: 'LD-PX K02/2026' } });
    const notes = Readable.from([Buffer.from('%PDF-1.7')]);
    await expect(imports().upload(p.coordinator, classId, 'tkb.xlsx', notes)).rejects.toMatchObject({ def: { code: 'classes.file_not_readable' } });
  });

  it('collides with the same lecturers in another class and then leaves nothing behind', async () => {
    const other = await p.planned(3);
    const [session] = await sessions();
    const lecturerId = session!.lecturers[0]!.lecturerId;
    const heading = 'Ngày,Tiết,Nội dung,Giảng viên,Hình thức,Địa điểm';
    const csv = Readable.from([Buffer.from(`${heading}\n02/10/2026,1-4,Chuyên đề,Người khác,Trực tuyến,\n01/10/2026,4,Chuyên đề,Nguyễn Thanh Vân,Trực tuyến,\n`)]);
    const open = await asCoordinator(() => imports().upload(p.coordinator, other.id, 'tkb.csv', csv));
    await asCoordinator(() =>
      imports().resolve(p.coordinator, open.id, {
        lecturers: open.lecturers.map(({ text, name }) => ({ text, choice: name === 'Người khác' ? { kind: 'NEW_VISITING' as const, name, title: '' } : { kind: 'LECTURER' as const, lecturerId } })),
        rooms: [],
      }),
    );
    await expect(confirm(open.id)).rejects.toMatchObject({ def: { code: 'classes.lecturer_clash' }, params: { other: 'LD-PX K01/2026', day: '01/10/2026', from: '07:30', to: '10:45' } });
    expect(await p.app.get(Sessions).ofClass(other.id)).toEqual([]);
    expect(await p.app.db.rows("SELECT 1 FROM organisation_person WHERE full_name = 'Người khác'")).toEqual([]);
  });

  it('cannot replace a timetable that has begun', async () => {
    const waiting = await resolveAll(await upload());
    await p.app.db.run("UPDATE classes_class SET state = 'RUNNING' WHERE id = ?", [classId]);
    await expect(confirm(waiting.id)).rejects.toMatchObject({ def: { code: 'classes.timetable_running' } });
    await expect(upload()).rejects.toMatchObject({ def: { code: 'classes.timetable_running' } });
  });
});
