import { Readable } from 'node:stream';
import { documentRoutes, renditionRoutes, uploadRoutes } from '@halong/materials/contract';
import { ContentEditing, Documents } from '@halong/materials/server';
import type { Actor } from '@halong/platform/contract';
import { FileStore } from '@halong/platform/server';
import { send, type Call } from './browser.ts';
import type { Calls, MakeCall } from './calls.people.ts';
import { pdf, type World } from './world.ts';

const tus = { 'tus-resumable': '1.0.0' };
const encoded = (text: string): string => Buffer.from(text).toString('base64');
const declared = `name ${encoded('bai-tap.txt')},purpose ${encoded('SUBMISSION')},classification ${encoded('INTERNAL')}`;
const begin: Call = { headers: { ...tus, 'upload-length': '3', 'upload-metadata': declared } };

/** An upload that the trainee has begun. */
async function upload(world: World): Promise<string> {
  const reply = await send(world.app.url, uploadRoutes.createUpload, begin, world.cookies.trainee);
  const token = reply.location?.split('/').at(-1);
  if (!token) throw new Error(`No upload: ${reply.status} ${reply.text}`);
  return token;
}

const ofTrainee = (more: Call = {}): MakeCall => async (world) => ({ ...more, params: { id: await upload(world) } });

/** A file of the trainee that nobody has put to use. */
async function document(world: World, owner: 'trainee' | 'lecturer' = 'trainee'): Promise<number> {
  const ownerId = world.accountIds[owner];
  const of = { name: 'bai-thu-hoach.pdf', mediaType: 'application/pdf' };
  const file = await world.app.get(FileStore).put(Readable.from([pdf]), { ...of, maxBytes: 1_000_000, uploadedBy: ownerId });
  return world.app.get(Documents).add({ ...of, fileId: file.id, ownerId, purpose: 'SUBMISSION', kind: 'PDF', bytes: file.bytes, sha256: file.sha256, classification: 'INTERNAL', scan: 'NONE' });
}

const ownDocument = (more: Call = {}): MakeCall => async (world) => ({ ...more, params: { id: await document(world) } });

const plainItem = { mandatory: false, downloadable: true, shared: false, sessionNo: null, window: { from: null, fromSession: null, until: null, untilSession: null } };

/** A link or a file that the lecturer has given class A. */
async function item(world: World, withFile = false): Promise<number> {
  const actor: Actor = { accountId: world.accountIds.lecturer, personId: world.personIds.lecturer, sessionId: 1, displayName: 'Trần Đức Minh', grants: [] };
  const content = withFile ? { kind: 'MATERIAL' as const, documentId: await document(world, 'lecturer') } : { kind: 'LINK' as const, url: 'https://dichvucong.gov.vn' };
  return world.app.as(actor, () => world.app.get(ContentEditing).add(actor, world.classA.classId, { ...plainItem, ...content, topicKey: null, title: 'Cổng dịch vụ công' }));
}

const ofItem = (more: Call = {}, withFile = false): MakeCall => async (world) => ({ ...more, params: { id: await item(world, withFile) } });

export const materialsCalls: Calls = {
  'GET /classes/:id/content': (world) => ({ params: { id: world.classA.classId } }),
  'POST /classes/:id/content': (world) => ({ params: { id: world.classA.classId }, body: { kind: 'LINK', topicKey: null, title: 'Cổng dịch vụ công', url: 'https://dichvucong.gov.vn' } }),
  'GET /content-items/:id': ofItem(),
  'PATCH /content-items/:id': ofItem({ body: { version: 2, title: 'Cổng dịch vụ công quốc gia' } }),
  'PUT /content-items/:id/place': ofItem({ body: { topicKey: null, before: null } }),
  'POST /content-items/:id/versions': ofItem({ body: { url: 'https://quangninh.gov.vn', changes: 'Địa chỉ mới' } }),
  'PUT /content-items/:id/given': ofItem({ body: { no: 1 } }),
  'DELETE /content-items/:id': ofItem(),
  'GET /content-items/:id/link': ofItem({ query: { purpose: 'download' } }, true),
  'GET /classes/:id/content-search': (world) => ({ params: { id: world.classA.classId }, query: { search: 'cong' } }),
  'POST /classes/:id/content-copies': async (world) => ({ params: { id: world.classA.classId }, body: { fromClassId: (await world.aClass()).classId } }),
  'GET /classes/:id/content-library': (world) => ({ params: { id: world.classA.classId }, query: { shelf: 'MINE' } }),
  'POST /classes/:id/content-library': async (world) => {
    const itemId = await item(world);
    await world.app.db.run('UPDATE materials_item SET shared = 1 WHERE id = ?', [itemId]);
    return { params: { id: world.classA.classId }, body: { itemId, topicKey: null } };
  },
  'GET /classes/:id/content-archive': async (world) => {
    await item(world, true);
    return { params: { id: world.classA.classId } };
  },
  'POST /content-items/:id/progress': ofItem({ body: { showing: '0123456789abcdef0123456789abcdef', no: 0 } }),
  'POST /classes/:id/content-visits': (world) => ({ params: { id: world.classA.classId } }),
  'GET /content-items/:id/readers': ofItem(),
  'GET /content-items/:id/my-accesses': ofItem(),
  'POST /uploads': () => begin,
  'OPTIONS /uploads': () => ({ headers: tus }),
  'HEAD /uploads/:id': ofTrainee({ headers: tus }),
  'PATCH /uploads/:id': ofTrainee({ headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, file: Buffer.from('bai') }),
  'DELETE /uploads/:id': ofTrainee({ headers: tus }),
  'GET /uploads/:id/receipt': ofTrainee(),
  'GET /upload-terms': () => ({ query: { purpose: 'CONTENT' } }),
  'GET /upload-limits': () => ({}),
  'PUT /upload-limits': (world) => ({ body: { classId: world.classA.classId, accountId: null, maxBytes: 1024 ** 3, openUploads: 20, reason: 'Lớp có nhiều video' } }),
  'GET /storage-health': () => ({}),
  'GET /documents/:id': ownDocument(),
  'PATCH /documents/:id': ownDocument({ body: { title: 'Bài thu hoạch chuyên đề 9' } }),
  'GET /documents/:id/link': ownDocument({ query: { purpose: 'download' } }),
  'GET /documents/:id/forms': ownDocument(),
  'POST /documents/:id/rendition-retry': async (world) => {
    const id = await document(world);
    await world.app.db.run("UPDATE materials_rendition SET state = 'FAILED' WHERE document_id = ?", [id]);
    return { params: { id } };
  },
  'PUT /documents/:id/captions': async (world) => {
    const [video, captions] = [await document(world), await document(world)];
    await world.app.db.run("UPDATE materials_document SET kind = IF(id = ?, 'VIDEO', 'CAPTIONS') WHERE id IN (?)", [video, [video, captions]]);
    return { params: { id: video }, body: { language: 'vi', captionsId: captions } };
  },
  'GET /document-forms/:ticket/:name': async (world) => {
    const id = await document(world);
    const fileId = (await world.app.db.row<{ fileId: number }>('SELECT file_id AS fileId FROM materials_document WHERE id = ?', [id]))!.fileId;
    const rendition = (await world.app.db.row<{ id: number }>('SELECT id FROM materials_rendition WHERE document_id = ?', [id]))!.id;
    await world.app.db.run("INSERT INTO materials_rendition_file (rendition_id, name, file_id, media_type, bytes) VALUES (?, 'document.pdf', ?, 'application/pdf', 1)", [rendition, fileId]);
    const { text: forms } = await send(world.app.url, renditionRoutes.getDocumentForms, { params: { id } }, world.cookies.trainee);
    const [, , , ticket] = (JSON.parse(forms) as { pdfUrl: string }).pdfUrl.split('/');
    return { params: { ticket: ticket!, name: 'document.pdf' } };
  },
  'GET /conversion-health': () => ({}),
  'GET /files/:ticket': async (world) => {
    const { text } = await send(world.app.url, documentRoutes.linkDocument, { params: { id: await document(world) } }, world.cookies.trainee);
    return { params: { ticket: (JSON.parse(text) as { url: string }).url.split('/').at(-1)! } };
  },
};
