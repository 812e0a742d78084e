import { afterAll, beforeAll, expect, it } from 'vitest';
import { renditionMessages } from '@halong/materials/server';
import { Database, Outbox } from '@halong/platform/server';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { markingDomains, MarkingWorld } from './marking-world.testing.ts';

const shared = 'Bộ phận một cửa tiếp nhận trung bình một trăm hai mươi hồ sơ mỗi tuần, trong đó ba mươi tám hồ sơ phải bổ sung giấy tờ ít nhất một lần';
let app: TestInstallation;
let world: MarkingWorld;

beforeAll(async () => {
  app = await testInstallation(markingDomains, { background: true });
  world = new MarkingWorld(app);
});
afterAll(() => app.close());

/** The words of a file have been read, page after page. */
async function read(documentId: number, pages: readonly string[]): Promise<void> {
  await app.db.insertMany('materials_document_text', pages.map((text, at) => ({ document_id: documentId, part: 'TEXT', page: at + 1, text, search_key: '' })));
  await app.get(Database).transaction(() => app.get(Outbox).publish(renditionMessages.documentRead, { documentId }));
  await app.settled();
}

it('finds what two scripts share in their files, once both have been read, and shows the places behind the text of the page', async () => {
  const essay = await world.marked();
  const [first, second] = essay.codes as [string, string];
  const documents = [await world.document(essay.people[0]!, 'bai-1.pdf'), await world.document(essay.people[1]!, 'bai-2.pdf')] as const;
  await world.attach(essay, first, documents[0]);
  await world.attach(essay, second, documents[1]);
  const script = (code: string) => world.script(essay.lecturers[0]!, essay, code);

  await read(documents[0], ['Mở đầu của người thứ nhất.', shared]);
  expect((await script(first)).similar).toEqual([]);
  await read(documents[1], [`${shared}. Kết luận của người thứ hai.`]);
  for (const [code, other] of [[first, second], [second, first]] as const) {
    const { text, similar } = await script(code);
    expect(similar).toMatchObject([{ code: other, passages: [{ text: shared }] }]);
    expect(similar[0]!.percent).toBeGreaterThan(50);
    expect(similar[0]!.passages[0]!.from).toBeGreaterThan(text.length);
  }
});
