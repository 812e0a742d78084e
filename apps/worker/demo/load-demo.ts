import type { INestApplicationContext } from '@nestjs/common';
import { dayOf, instantOf } from '@halong/platform/contract';
import { Audit, Clock, Database, inRequest } from '@halong/platform/server';
import { makeAccounts, setPasswords, type Actors } from './accounts.ts';
import { agendaUntil } from './agenda.ts';
import { DemoAttendance } from './attendance.ts';
import { isEssay, isLive, liveProgramme, planClasses, type PlannedClass } from './class-plan.ts';
import { ClassSteps, type DemoWorld } from './class-steps.ts';
import { DemoContent } from './content.ts';
import { DemoEssay } from './essay.ts';
import { liveSession } from './live-session.ts';
import { assignPeople, officials, ward } from './people.ts';
import { addHolidays, addTopics, importProgrammes, importProvince, openSchool } from './province.ts';
import { DemoResults } from './results.ts';
import { DemoWork } from './work.ts';

const loaded = 'demo.loaded';
const dayMs = 24 * 3_600_000;

/**
 * Brings in the demo province once: units and people through the import, then a year of 64 classes, lived through the
 * product's own services while this process's clock runs through that year. The year is one transaction, so whatever
 * stops it leaves nothing of it, and the next start begins again.
 * @returns whether there was anything left to do
 */
export async function loadDemo(app: INestApplicationContext, folder: string): Promise<boolean> {
  const db = app.get(Database);
  if (await isLoaded(db)) return false;
  const clock = app.get(Clock);
  const start = clock.now();
  await importProvince(app, folder);
  if (!(await hasClasses(db))) await db.transaction(() => liveThrough(app, folder, start)).finally(() => clock.start(60_000));
  await setPasswords(app);
  await db.transaction(() => app.get(Audit).record({ action: loaded, subjectType: 'installation', subjectId: 1, actorId: null, after: { start } }));
  return true;
}

const isLoaded = async (db: Database): Promise<boolean> => (await db.row('SELECT 1 FROM platform_audit WHERE action = ? LIMIT 1', [loaded])) !== undefined;
const hasClasses = async (db: Database): Promise<boolean> => (await db.row('SELECT 1 FROM classes_class LIMIT 1')) !== undefined;

async function liveThrough(app: INestApplicationContext, folder: string, start: Date): Promise<void> {
  const clock = app.get(Clock);
  const classes = planClasses(dayOf(start));
  const first = classes.reduce((day, one) => (one.openingDate < day ? one.openingDate : day), dayOf(start));
  clock.showHere(new Date(instantOf(first).getTime() - 70 * dayMs));
  const actors = await makeAccounts(app);
  const world = await openWorld(app, folder, classes, actors);
  const steps = new ClassSteps(world, liveSession(start));
  const attendance = new DemoAttendance(app, actors.hocvien.personId ?? 0);
  const results = new DemoResults(world, steps);
  const byId = new ClassesById(classes, world.classIds);
  for (const { at, run } of agendaUntil(start, classes, { steps, attendance, results }, byId)) {
    clock.showHere(at);
    await inRequest({ requestId: 'demo', language: 'vi', actor: actors.giaovu }, run);
  }
  await new DemoContent(world, folder).give(classes);
  clock.showHere(start);
  await inRequest({ requestId: 'demo', language: 'vi', actor: actors.daotao }, () => addHolidays(app, actors.daotao, Number(dayOf(start).slice(0, 4))));
  const live = classes.find(isLive);
  if (live) await attendance.live(steps.idOf(live));
  if (live) await new DemoWork(world, steps, start).lived(live);
  const essay = classes.find(isEssay);
  if (essay) await inRequest({ requestId: 'demo', language: 'vi', actor: actors.giaovu }, () => new DemoEssay(world, steps).lived(essay));
  for (const classId of world.classIds.values()) await results.recompute(classId);
  await settle(app, start);
}

/** The plan by the ids that the classes get while they are made. */
class ClassesById extends Map<number, PlannedClass> {
  constructor(
    private readonly classes: readonly PlannedClass[],
    private readonly ids: ReadonlyMap<number, number>,
  ) {
    super();
  }

  override get(classId: number): PlannedClass | undefined {
    return this.classes.find(({ no }) => this.ids.get(no) === classId);
  }
}

async function openWorld(app: INestApplicationContext, folder: string, classes: readonly PlannedClass[], actors: Actors): Promise<DemoWorld> {
  const trainee = actors.hocvien.personId ?? 0;
  const staff = [actors.giangvien.personId ?? 0, actors.giaovu.personId ?? 0, actors.daotao.personId ?? 0, actors.thutruong.personId ?? 0, actors.chungchi.personId ?? 0];
  const versions = await importProgrammes(app, folder, actors.daotao);
  const topicIds = await addTopics(app, actors.daotao, versions.get(liveProgramme) ?? 0);
  const school = await openSchool(app, actors.daotao, actors.giangvien.personId ?? 0, [actors.giaovu.personId ?? 0]);
  const nominees = assignPeople(classes, await officials(app.get(Database)), trainee, new Set(staff));
  return { app, actors, school, versions, topicIds, classIds: new Map(), nominees, wardId: await unitIdOf(app, ward) };
}

/**
 * Old news: whatever follows from it has been computed above, and nobody is told today about last spring. Notices stay in the
 * inbox with the day of their fact; nobody gets a letter for them, and those older than a week have been read. Papers are still to be made.
 */
async function settle(app: INestApplicationContext, start: Date): Promise<void> {
  const db = app.get(Database);
  await db.run("UPDATE platform_outbox SET relayed_at = NOW(3), done_at = NOW(3) WHERE done_at IS NULL AND name <> 'certification.make_papers'");
  await db.run('UPDATE notifications_notification SET mailed_at = at, read_at = IF(at < ?, at, NULL)', [new Date(start.getTime() - 7 * dayMs)]);
}

async function unitIdOf(app: INestApplicationContext, code: string): Promise<number> {
  return (await app.get(Database).row<{ id: number }>('SELECT id FROM organisation_unit WHERE code = ?', [code]))?.id ?? 0;
}
