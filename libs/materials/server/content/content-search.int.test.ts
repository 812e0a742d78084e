import { afterAll, beforeAll, expect, it } from 'vitest';
import { platformErrors, type Actor } from '@halong/platform/contract';
import { RenditionRepository } from '../rendition/rendition.repository.ts';
import { Library } from '../reuse/library.service.ts';
import { ContentSearch } from './content-search.service.ts';
import { contentWorld, openWindow, type ContentWorld } from './content.testing.ts';

let world: ContentWorld;
beforeAll(async () => {
  world = await contentWorld();
});
afterAll(() => world.app.close());

const find = (actor: Actor, words: string) => world.app.as(actor, () => world.app.get(ContentSearch).ofClass(actor, world.one.classId, words));

it('words of documents, pages and titles are found without their marks, by those to whom the class shows them', async () => {
  const documentId = await world.document(world.lecturer);
  const texts = world.app.get(RenditionRepository);
  await texts.putTexts(documentId, 'TEXT', [{ page: 1, text: 'Mở đầu' }, { page: 2, text: 'Ứng dụng trí tuệ nhân tạo trong cơ quan 100 %' }]);
  await texts.putTexts(documentId, 'NOTES', [{ page: 2, text: 'Nhắc lớp nghỉ giải lao' }]);
  const lecture = await world.give({ kind: 'MATERIAL', documentId, title: 'Bài giảng chuyên đề 9', url: undefined });
  const page = await world.give({ kind: 'PAGE', title: 'Đọc thêm', body: '<p>Quyết định về chuyển đổi số</p>', url: undefined });
  await world.give({ kind: 'MATERIAL', documentId, title: 'Để sau', url: undefined, window: { ...openWindow, from: '2027-01-01T00:00:00Z' } });
  expect(await find(world.trainee, 'tri tue NHAN tao')).toEqual([{ itemId: lecture, title: 'Bài giảng chuyên đề 9', page: 2, excerpt: 'Ứng dụng trí tuệ nhân tạo trong cơ quan 100 %' }]);
  expect(await find(world.trainee, 'chuyển đổi')).toEqual([{ itemId: page, title: 'Đọc thêm', page: null, excerpt: null }]);
  expect(await find(world.trainee, 'bai giang')).toMatchObject([{ itemId: lecture, page: null }]);
  expect(await find(world.lecturer, 'trí tuệ')).toHaveLength(2);
  for (const nothing of ['giải lao', '%%', 'không hề có từ này']) expect(await find(world.trainee, nothing)).toEqual([]);
  await expect(find(world.stranger, 'trí tuệ')).rejects.toMatchObject({ def: platformErrors.not_found });
  const shelf = (search: string) => world.app.as(world.lecturer, () => world.app.get(Library).list(world.lecturer, world.one.classId, { shelf: 'MINE', search, page: 1, size: 10 }));
  expect((await shelf('trí tuệ')).total).toBe(2);
  expect((await shelf('giải lao')).total).toBe(0);
});
