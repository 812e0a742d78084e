import type { Database } from '@halong/platform/server';
import { classRows, fileRow } from '@halong/testing/server';
import { contest } from './contest.ts';
import { round, type Figure } from './figure.ts';
import { expectOk, statementsOf, type Server, type Stage } from './stage.ts';
import { names, type World } from './world.ts';

const topics = 10;

async function documentRow(db: Database, ownerId: number, name: string, at: Date): Promise<number> {
  return db.insert('materials_document', {
    file_id: await fileRow(db, ownerId), owner_id: ownerId, purpose: 'CONTENT', name, title: name, kind: 'PDF', media_type: 'application/pdf', bytes: 1_000_000, sha256: '0'.repeat(64),
    classification: 'INTERNAL', scan: 'NONE', pages: 20, created_at: at,
  });
}

/** Topics with this many items each, sessions, and a trainee who is half through. */
async function contentRows(db: Database, { main }: World, itemsPerTopic: number): Promise<void> {
  const enrolmentId = main.trainees[0]?.enrolmentId ?? 0;
  const version = await db.row<{ id: number }>('SELECT programme_version_id AS id FROM classes_class WHERE id = ?', [main.classId]);
  const owner = await db.row<{ id: number }>("SELECT id FROM identity_account WHERE login = 'giangvien'");
  const at = new Date(Date.now() - 86_400_000);
  for (let topic = 0; topic < topics; topic += 1) {
    const title = `Chuyên đề ${topic + 1}: quản lý nhà nước ở cơ sở`;
    const topicId = await db.insert('catalogue_programme_unit', { version_id: version?.id ?? 0, position: topic, kind: 'TOPIC', title_vi: title, title_en: title, periods: 4 });
    for (let item = 0; item < itemsPerTopic; item += 1) {
      const position = topic * itemsPerTopic + item + 1;
      const documentId = await documentRow(db, owner?.id ?? 0, `Bài ${position}.pdf`, at);
      const itemId = await db.insert('materials_item', {
        class_id: main.classId, topic_id: topicId, kind: 'MATERIAL', position, title: `Bài giảng ${position}`, search_key: `bai giang ${position}`, mandatory: item % 2, given_no: 1, created_at: at,
      });
      const versionId = await db.insert('materials_item_version', { item_id: itemId, no: 1, document_id: documentId, created_by_name: 'Trần Đức Minh', created_at: at, given_at: at });
      if (item % 2 === 0) await db.insert('materials_progress', { enrolment_id: enrolmentId, version_id: versionId, item_id: itemId, seen: '[[0,4]]', percent: 40, opened_at: at, last_at: at });
    }
  }
}

/** A class whose sheet has a mark in every cell. */
async function gradeRows(db: Database, { province, rules }: World, code: string, trainees: number, components: number): Promise<number> {
  const plan = Array.from({ length: components }, (_, at) => ({ key: `c${at + 1}`, nameVi: `Bài ${at + 1}`, nameEn: `Test ${at + 1}`, weight: 1 / components, required: false, category: null }));
  const { classId, trainees: people } = await classRows(db, { province, code, rules, days: ['2026-03-02', '2026-03-03'], trainees: names(`Vũ Thị ${code}`, trainees) });
  await db.insert('assessment_grade_sheet', { class_id: classId, state: 'OPEN', components: JSON.stringify(plan) });
  await db.insertMany('assessment_grade', people.flatMap(({ enrolmentId }, row) => plan.map(({ key }, at) => ({ enrolment_id: enrolmentId, component: key, kind: 'SCORE', score: 5 + ((row + at) % 10) / 2 }))));
  return classId;
}

async function compare({ product, bare, databasePid }: Stage, name: string, addresses: { product: string; bare: string }, cookie: string, operations: number): Promise<Figure> {
  const asking = (server: Server, path: string) => ({ name, pid: server.pid, operate: () => expectOk(server.url + path, { headers: { cookie } }) });
  const sizes = [(await asking(product, addresses.product).operate()).length, (await asking(bare, addresses.bare).operate()).length];
  const cost = await contest(asking(product, addresses.product), asking(bare, addresses.bare), databasePid, { rounds: 7, operations });
  return { name, figure: round(cost.ratio), goal: 1.6, unit: '× CPU of the bare handler', detail: `${cost.costs}; ${sizes.join(' and ')} characters` };
}

/** The content of a class with sixty items, and its grade book of three hundred trainees and twelve components. */
export async function classPages(stage: Stage): Promise<Figure[]> {
  const { db, world, product } = stage;
  const { traineeCookie, administratorCookie, main } = world;
  const ask = (path: string, cookie: string) => statementsOf(db, () => expectOk(`${product.url}/api${path}`, { headers: { cookie } }));
  const constant = (name: string, small: number, large: number): Figure => ({ name: `statements: ${name}`, figure: round(large / small), goal: 1, unit: '÷ those of a small one', detail: `${large} against ${small}` });

  await contentRows(db, world, 1);
  const content = `/classes/${main.classId}/content`;
  const contentSmall = await ask(content, traineeCookie);
  await contentRows(db, world, 5);
  const contentLarge = await ask(content, traineeCookie);

  const small = await gradeRows(db, world, 'DIEM-NHO', 1, 2);
  const large = await gradeRows(db, world, 'DIEM-LON', 300, 12);
  const sheet = (classId: number) => `/classes/${classId}/grade-sheet`;
  return [
    await compare(stage, 'content of a class: 60 items', { product: `/api${content}`, bare: `/content/${main.classId}` }, traineeCookie, 200),
    constant('content of a class, 60 items ÷ 10', contentSmall, contentLarge),
    await compare(stage, 'grade book: 300 trainees × 12 components', { product: `/api${sheet(large)}`, bare: `/grades/${large}` }, administratorCookie, 40),
    constant('grade book, 300 × 12 ÷ 1 × 2', await ask(sheet(small), administratorCookie), await ask(sheet(large), administratorCookie)),
  ];
}
