import { Readable } from 'node:stream';
import { documentRoutes, uploadRoutes } from '@halong/materials/contract';
import { Documents } from '@halong/materials/server';
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
async function document(world: World): Promise<number> {
  const ownerId = world.accountIds.trainee;
  const of = { name: 'bai-thu-hoach.pdf', mediaType: 'application/pdf' };
  const file = await world.app.get(FileStore).put(Readable.from([pdf]), { ...of, maxBytes: 1_000_000, uploadedBy: ownerId });
  return world.app.get(Documents).add({ ...of, fileId: file.id, ownerId, purpose: 'SUBMISSION', kind: 'PDF', bytes: file.bytes, sha256: file.sha256, classification: 'INTERNAL', scan: 'NONE' });
}

const ownDocument = (more: Call = {}): MakeCall => async (world) => ({ ...more, params: { id: await document(world) } });

export const materialsCalls: Calls = {
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
  'GET /files/:ticket': async (world) => {
    const { text } = await send(world.app.url, documentRoutes.linkDocument, { params: { id: await document(world) } }, world.cookies.trainee);
    return { params: { ticket: (JSON.parse(text) as { url: string }).url.split('/').at(-1)! } };
  },
};
