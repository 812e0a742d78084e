import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, type Reply } from './browser.ts';
import { doors, type Door } from './hostile-doors.ts';
import { exhausting, strangeTexts, unprintable, unreadable } from './hostile-files.ts';
import { routes } from './routes.ts';
import { World } from './world.ts';

const uploads = [...routes].filter(([, route]) => route.upload).map(([key]) => key);
const lists = Object.entries(doors).filter(([, { takes }]) => takes === 'list');

describe('hostile files', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 120_000);
  afterAll(() => world.app.close());

  /** Rows of every table that a list could fill; what says that a file came in is not asked. */
  async function standing(): Promise<Record<string, number>> {
    const tables = await world.db.rows<{ name: string }>(
      "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME REGEXP '^(catalogue|classes|enrolment|identity|organisation)_' AND TABLE_NAME NOT REGEXP '_import$|^identity_session'",
    );
    const counts = await Promise.all(tables.map(async ({ name }) => [name, Number((await world.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${name}`))?.n)] as const));
    return Object.fromEntries(counts);
  }

  /** What people read later, wherever a list may have put it. */
  async function kept(): Promise<string[]> {
    const texts = await Promise.all([
      'SELECT CONCAT_WS("|", name_vi, name_en) AS t FROM catalogue_programme', 'SELECT CONCAT_WS("|", target_group_text, assessment_text, delivery_note) AS t FROM catalogue_programme_version',
      'SELECT CONCAT_WS("|", written_name, written_position) AS t FROM enrolment_nomination', 'SELECT CONCAT_WS("|", full_name, note) AS t FROM organisation_person', 'SELECT CONCAT_WS("|", position, unit_text) AS t FROM organisation_employment',
      'SELECT draft AS t FROM classes_timetable_import',
    ].map((sql) => world.db.rows<{ t: string | object }>(sql)));
    return texts.flat().map(({ t }) => (typeof t === 'string' ? t : JSON.stringify(t)));
  }

  const upload = async (key: string, { who, call }: Door, file: Buffer, language = 'vi'): Promise<Reply> => {
    const made = await call(world);
    return send(world.app.url, routes.get(key)!, { ...made, file }, world.cookies[who], language);
  };

  /** A refusal in words that say what is wrong, without a code of ours in them. */
  const worded = ({ text }: Reply): boolean => {
    const { title } = JSON.parse(text) as { title: string };
    return title.length > 20 && !/[A-Z]{2,}_[A-Z]/.test(title);
  };

  it('has an entry for every route that takes in a file, and no other', () => {
    expect(Object.keys(doors).sort()).toEqual(uploads.sort());
  });

  describe.each(Object.entries(doors))('%s', (key, door) => {
    it.each(Object.entries(unreadable))('takes in nothing of %s and says why', async (name, file) => {
      if (door.takes === 'document' && /PDF|picture|no workbook/.test(name)) return;
      const call = await door.call(world);
      const before = await standing();
      const reply = await send(world.app.url, routes.get(key)!, { ...call, file: file() }, world.cookies[door.who]);
      if (reply.status >= 300) expect([reply.status, worded(reply), reply.text]).toEqual([400, true, reply.text]);
      else expect(await door.rows?.(world, reply)).toBe(0);
      const after = await standing();
      expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
    }, 120_000);
  });

  describe.each(lists)('%s', (key, door) => {
    it.each(Object.entries(exhausting))('is not held up by %s', async (_, file) => {
      const reply = await upload(key, door, file());
      if (reply.status < 300) expect(await door.rows?.(world, reply)).toBe(0);
      else expect([reply.status, worded(reply)]).toEqual([400, true]);
      expect((await fetch(`${world.app.url}/api/health/live`)).status).toBe(200);
    }, 120_000);

    it.each(Object.entries(strangeTexts))('takes %s for text, or refuses it in words', async (_, text) => {
      const reply = await upload(key, door, door.saying!(text));
      if (reply.status < 300) await door.confirm?.(world, reply);
      else expect([reply.status, worded(reply), reply.text]).toEqual([400, true, reply.text]);
      for (const column of await kept()) expect(column).not.toMatch(unprintable);
    });
  });
});
