import { id, instant, route, type RouteShape } from '@halong/platform/contract';
import { z } from 'zod';
import { materialsErrors } from './materials.errors.ts';

/** What a file is, decided from its content. */
export const documentKinds = ['PDF', 'WORD', 'SLIDES', 'SHEET', 'IMAGE', 'VIDEO', 'AUDIO', 'TEXT', 'CAPTIONS', 'ARCHIVE'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** RECEIVING and CHECKING belong to an upload; what anybody but its sender sees is READY. */
export const documentStates = ['RECEIVING', 'CHECKING', 'QUARANTINED', 'REFUSED', 'READY'] as const;
export type DocumentState = (typeof documentStates)[number];

/** Only what may be read outside a closed network is taken: the sender declares one of these. */
export const classifications = ['PUBLIC', 'INTERNAL'] as const;
export type Classification = (typeof classifications)[number];

/** What the file was sent for; limits and names on the screen follow from it. */
export const uploadPurposes = ['CONTENT', 'SUBMISSION', 'FEEDBACK', 'REFERENCE'] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

export const renditionStates = ['QUEUED', 'CONVERTING', 'READY', 'FAILED'] as const;

/** One form into which the worker turns a document. `percent` is 0–100, `reason` says why it failed. */
export const renditionView = z.object({
  kind: z.string(),
  state: z.enum(renditionStates),
  percent: z.number().int(),
  reason: z.string().nullable(),
});
export type RenditionView = z.output<typeof renditionView>;

export const documentView = z.object({
  id: z.number().int(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(documentKinds),
  mediaType: z.string(),
  bytes: z.number().int(),
  /** 64 hexadecimal digits, counted by the server while it wrote. */
  sha256: z.string(),
  classification: z.enum(classifications),
  pages: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  altText: z.string().nullable(),
  state: z.enum(documentStates),
  uploadedAt: instant,
  renditions: z.array(renditionView),
  can: z.object({ download: z.boolean(), preview: z.boolean(), edit: z.boolean() }),
});
export type DocumentView = z.output<typeof documentView>;

/** What a link is good for: the one cannot be used as the other. */
export const linkPurposes = ['download', 'preview'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** An address that works for one account, one document, one purpose and a short time. */
export const fileLink = z.object({ url: z.string(), expiresAt: instant });
export type FileLink = z.output<typeof fileLink>;

const params = z.object({ id });

export const documentRoutes = {
  getDocument: route({
    method: 'GET', path: '/documents/:id', summary: 'One stored file as people know it', access: 'signed-in', params, response: documentView,
    errors: [materialsErrors.document_not_found],
  }),
  patchDocument: route({
    method: 'PATCH', path: '/documents/:id', summary: 'Title and alternative text, by whoever sent the file', access: 'signed-in', params,
    body: z.strictObject({ title: z.string().trim().min(1).max(200).optional(), altText: z.string().trim().max(500).nullable().optional() }),
    response: documentView, errors: [materialsErrors.document_not_found],
  }),
  linkDocument: route({
    method: 'GET', path: '/documents/:id/link', summary: 'A short-lived link to the file', access: 'signed-in', params,
    query: z.object({ purpose: z.enum(linkPurposes).default('download') }), response: fileLink,
    errors: [materialsErrors.document_not_found, materialsErrors.no_preview, materialsErrors.no_download],
  }),
  openFile: route({
    method: 'GET', path: '/files/:ticket', summary: 'The file behind a short-lived link; ranges are answered', access: 'signed-in',
    params: z.object({ ticket: z.string().max(200) }), download: ['application/octet-stream'],
    errors: [materialsErrors.link_over, materialsErrors.document_not_found, materialsErrors.no_download, materialsErrors.picture_not_clean],
  }),
} satisfies Record<string, RouteShape>;
