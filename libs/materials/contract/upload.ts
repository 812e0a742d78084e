import { id, instant, platformErrors, route, type RouteShape } from '@halong/platform/contract';
import { z } from 'zod';
import { classifications, documentKinds, documentStates, documentView, uploadPurposes } from './document.ts';
import { materialsErrors } from './materials.errors.ts';

/** What the sender may send, shown before anything is chosen. Sizes in bytes. */
export const uploadTerms = z.object({
  maxBytes: z.number().int(),
  /** How much goes in one request; a cut costs at most this much again. */
  chunkBytes: z.number().int(),
  kinds: z.array(z.object({ kind: z.enum(documentKinds), extensions: z.array(z.string()) })),
  classifications: z.array(z.enum(classifications)),
});
export type UploadTerms = z.output<typeof uploadTerms>;

/** What became of one upload. `document` is there when it is READY, `refusal` (in the person's language) when it is REFUSED. */
export const uploadReceipt = z.object({
  upload: z.string(),
  name: z.string(),
  state: z.enum(documentStates),
  bytes: z.number().int(),
  received: z.number().int(),
  sha256: z.string().nullable(),
  receivedAt: instant.nullable(),
  expiresAt: instant,
  refusal: z.object({ code: z.string(), text: z.string() }).nullable(),
  document: documentView.nullable(),
});
export type UploadReceipt = z.output<typeof uploadReceipt>;

/** The declaration that comes with an upload, in tus metadata (each value base64). */
export const uploadDeclaration = z.object({
  name: z.string().min(1).max(1_000),
  purpose: z.enum(uploadPurposes),
  classification: z.enum(classifications),
  classId: id.optional(),
});
export type UploadDeclaration = z.output<typeof uploadDeclaration>;

/** A limit for everybody (both ids null), for one class or for one account. */
export const uploadLimit = z.object({ classId: z.number().int().nullable(), accountId: z.number().int().nullable(), maxBytes: z.number().int(), openUploads: z.number().int() });

/** How the place where files are kept is doing, for the administrator. */
export const storageHealth = z.object({
  drive: z.enum(['DISK', 'S3']),
  freeBytes: z.number().int(),
  scanner: z.enum(['CLAMD', 'CLAMSCAN', 'NONE']),
  scannerAnswers: z.boolean(),
  openUploads: z.number().int(),
  waitingForCheck: z.number().int(),
});

const token = z.object({ id: z.string().regex(/^[0-9a-f]{32}$/) });
const tusErrors = [
  materialsErrors.upload_not_found, materialsErrors.upload_over, materialsErrors.upload_closed, materialsErrors.upload_busy,
  materialsErrors.wrong_offset, materialsErrors.not_tus, platformErrors.no_space,
];
const creationErrors = [
  materialsErrors.not_tus, materialsErrors.no_classification, materialsErrors.too_big, materialsErrors.too_many_open, materialsErrors.empty_file,
  materialsErrors.type_not_taken, platformErrors.no_space,
];

/** The first five are the tus protocol, version 1.0.0 (creation, termination, expiration). */
export const uploadRoutes = {
  createUpload: route({ method: 'POST', path: '/uploads', summary: 'tus: begin an upload', access: 'signed-in', raw: true, errors: creationErrors }),
  describeUploads: route({ method: 'OPTIONS', path: '/uploads', summary: 'tus: what this server can do', access: 'signed-in', raw: true }),
  headUpload: route({ method: 'HEAD', path: '/uploads/:id', summary: 'tus: how much has arrived', access: 'signed-in', raw: true, params: token, errors: tusErrors }),
  patchUpload: route({ method: 'PATCH', path: '/uploads/:id', summary: 'tus: the next bytes', access: 'signed-in', raw: true, params: token, errors: tusErrors }),
  deleteUpload: route({ method: 'DELETE', path: '/uploads/:id', summary: 'tus: give up an upload', access: 'signed-in', raw: true, params: token, errors: tusErrors }),
  getReceipt: route({
    method: 'GET', path: '/uploads/:id/receipt', summary: 'What became of an upload', access: 'signed-in', params: token, response: uploadReceipt,
    errors: [materialsErrors.upload_not_found],
  }),
  getUploadTerms: route({
    method: 'GET', path: '/upload-terms', summary: 'What may be sent here, before it is chosen', access: 'signed-in',
    query: z.object({ purpose: z.enum(uploadPurposes).default('CONTENT'), classId: id.optional() }), response: uploadTerms,
  }),
  listUploadLimits: route({ method: 'GET', path: '/upload-limits', summary: 'All limits that were set', access: ['SYSTEM_ADMIN'], response: z.object({ items: z.array(uploadLimit) }) }),
  putUploadLimit: route({
    method: 'PUT', path: '/upload-limits', summary: 'Sets the limit of everybody, of a class or of a person; null takes a special one away', access: ['SYSTEM_ADMIN'],
    body: z.strictObject({
      classId: id.nullable(), accountId: id.nullable(), maxBytes: z.int().min(1).max(20 * 1024 ** 3).nullable(), openUploads: z.int().min(1).max(200).default(20),
      reason: z.string().trim().min(3).max(500),
    }),
    response: z.object({ items: z.array(uploadLimit) }),
  }),
  getStorageHealth: route({ method: 'GET', path: '/storage-health', summary: 'Storage and virus scanner', access: ['SYSTEM_ADMIN'], response: storageHealth }),
} satisfies Record<string, RouteShape>;
