import { z } from 'zod';
import { idParams, instant, pageOf, pageQuery, route, type RouteShape } from '@halong/platform/contract';
import { itemProgress, progressStates } from './content.ts';
import { materialsErrors } from './materials.errors.ts';

const seconds = z.number().min(0).max(500_000);

/** What was really shown since the batch before. `no` 0 opens the showing and starts the watch; the others follow one by one. */
export const progressBatch = z.strictObject({
  showing: z.string().regex(/^[\da-f-]{32,36}$/i),
  no: z.int().min(0).max(1_000_000),
  pages: z.array(z.int().min(1).max(20_000)).max(500).default([]),
  /** Seconds of a recording. */
  ranges: z.array(z.strictObject({ from: seconds, to: seconds })).max(200).default([]),
  place: seconds.default(0),
  speed: z.number().min(0).max(64).default(1),
  durationMs: z.int().min(1).max(500_000_000).optional(),
});
export type ProgressBatch = z.input<typeof progressBatch>;

export const reader = z.object({
  personId: z.number().int(), fullName: z.string(), unitName: z.string(),
  state: z.enum(progressStates), percent: z.number().int(), doneAt: instant.nullable(),
  opened: z.number().int(), downloaded: z.number().int(), lastAt: instant.nullable(),
});
export type Reader = z.output<typeof reader>;

export const accessEntry = z.object({ kind: z.enum(['OPENED', 'DOWNLOADED']), at: instant, versionNo: z.number().int() });

export const progressRoutes = {
  reportProgress: route({
    method: 'POST', path: '/content-items/:id/progress', summary: 'What a trainee has seen since the last report. Credited is at most the time that passed.', access: 'signed-in',
    params: idParams, body: progressBatch, response: itemProgress, errors: [materialsErrors.item_not_found],
  }),
  visitContent: route({
    method: 'POST', path: '/classes/:id/content-visits', summary: 'A trainee has come to the content of the class; what is new is counted from the visit before.', access: 'signed-in',
    params: idParams, response: z.object({ newSince: instant.nullable() }),
  }),
  listReaders: route({
    method: 'GET', path: '/content-items/:id/readers', summary: 'Who of the class has opened, downloaded and seen an item; for those who teach or coordinate it.', access: 'signed-in',
    params: idParams, query: pageQuery, errors: [materialsErrors.item_not_found],
    response: pageOf(reader).extend({ counts: z.object({ opened: z.number().int(), done: z.number().int(), downloads: z.number().int() }) }),
  }),
  listMyAccesses: route({
    method: 'GET', path: '/content-items/:id/my-accesses', summary: 'When the person opened and downloaded this item.', access: 'signed-in', params: idParams,
    response: z.object({ items: z.array(accessEntry) }), errors: [materialsErrors.item_not_found],
  }),
} satisfies Record<string, RouteShape>;
