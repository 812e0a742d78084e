import { z } from 'zod';
import { id, idParams, instant, platformErrors, route, topic, type RouteShape } from '@halong/platform/contract';
import { documentView, fileLink, linkPurposes } from './document.ts';
import { materialsErrors } from './materials.errors.ts';

export const itemKinds = ['MATERIAL', 'LINK', 'PAGE', 'ASSIGNMENT'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How far a trainee is with an item. */
export const progressStates = ['UNOPENED', 'STARTED', 'DONE'] as const;
export const itemProgress = z.object({
  state: z.enum(progressStates),
  percent: z.number().int(),
  /** Where to go on: seconds of a recording, or the page. */
  place: z.number(),
});
export type ItemProgress = z.output<typeof itemProgress>;

const sessionNo = z.int().min(1).max(1_000);
/** When trainees see it: from an instant or the start of a session, until an instant or the end of one. Open when null. */
export const itemWindow = z.object({
  from: instant.nullable(), fromSession: sessionNo.nullable(), until: instant.nullable(), untilSession: sessionNo.nullable(),
});
export type ItemWindow = z.output<typeof itemWindow>;

export const windowStates = ['NOT_YET', 'OPEN', 'OVER'] as const;

export const contentItem = z.object({
  id: z.number().int(),
  classId: z.number().int(),
  /** Key of the topic it stands under; null stands before all topics. */
  topicKey: z.string().nullable(),
  kind: z.enum(itemKinds),
  title: z.string(),
  mandatory: z.boolean(),
  downloadable: z.boolean(),
  shared: z.boolean(),
  /** A handout of this session of the class. */
  sessionNo: z.number().int().nullable(),
  window: itemWindow,
  /** What the window means now, and the instants it comes to. */
  shown: z.object({ state: z.enum(windowStates), from: instant.nullable(), until: instant.nullable() }),
  /** Number of the version that the class has; null while it has none. */
  versionNo: z.number().int().nullable(),
  /** What is different from the version before. */
  changes: z.string().nullable(),
  givenAt: instant.nullable(),
  document: documentView.nullable(),
  url: z.string().nullable(),
  /** The assignment, kept elsewhere. */
  refId: z.number().int().nullable(),
  /** Of the trainee who looks; null for everybody else and for assignments. */
  progress: itemProgress.nullable(),
  isNew: z.boolean(),
  version: z.number().int(),
  can: z.object({ edit: z.boolean(), download: z.boolean(), seeReaders: z.boolean() }),
});
export type ContentItem = z.output<typeof contentItem>;

const titles = { titleVi: z.string(), titleEn: z.string() };
export const contentTopic = z.object({
  key: z.string(), ...titles,
  kind: z.string(),
  /** 0 is the first level. */
  depth: z.number().int(),
  periods: z.number().int(),
  /** Sessions of the timetable about it. */
  sessions: z.array(z.number().int()),
  items: z.array(contentItem),
});
export type ContentTopic = z.output<typeof contentTopic>;

export const contentSession = z.object({ id: z.number().int(), no: z.number().int(), startsAt: instant, endsAt: instant, title: z.string(), state: z.string() });
export type ContentSession = z.output<typeof contentSession>;

export const classContent = z.object({
  classId: z.number().int(),
  /** What stands before all topics. */
  loose: z.array(contentItem),
  topics: z.array(contentTopic),
  sessions: z.array(contentSession),
  /** Of the trainee who looks: what must be seen and what has been. */
  mandatory: z.object({ needed: z.number().int(), done: z.number().int() }).nullable(),
  /** The visit before this one. */
  newSince: instant.nullable(),
  can: z.object({ edit: z.boolean(), downloadAll: z.boolean() }),
});
export type ClassContent = z.output<typeof classContent>;

export const itemVersion = z.object({
  no: z.number().int(), changes: z.string().nullable(), by: z.string(), at: instant, givenAt: instant.nullable(), document: documentView.nullable(), url: z.string().nullable(),
});
const neighbour = z.object({ id: z.number().int(), title: z.string() }).nullable();
export const itemDetail = contentItem.extend({
  /** Clean HTML of a page. */
  body: z.string().nullable(),
  /** Faster than this gives no credit. */
  maxSpeed: z.number(),
  /** Those who edit see all, the class those it was given. Newest first. */
  versions: z.array(itemVersion),
  previous: neighbour,
  next: neighbour,
});
export type ItemDetail = z.output<typeof itemDetail>;

const title = z.string().trim().min(1).max(300);
export const topicKey = z.string().regex(/^\d{1,9}$/).nullable();
const version = z.int().positive();
const url = z.url({ protocol: /^https?$/ }).max(2_000);
const body = z.string().max(200_000);
const content = { documentId: id.optional(), url: url.optional(), body: body.optional() };
const settings = { title, mandatory: z.boolean(), downloadable: z.boolean(), shared: z.boolean(), sessionNo: sessionNo.nullable(), window: itemWindow };
export const contentErrors = [materialsErrors.item_not_found, materialsErrors.content_missing, materialsErrors.document_not_found, materialsErrors.topic_unknown, materialsErrors.window_turned] as const;

export const contentRoutes = {
  getClassContent: route({
    method: 'GET', path: '/classes/:id/content', summary: 'What a class has been given, by topic: to its staff everything, to its trainees what is visible now.',
    access: 'signed-in', params: idParams, response: classContent,
  }),
  getItem: route({
    method: 'GET', path: '/content-items/:id', summary: 'One item with its page, its versions and its neighbours.', access: 'signed-in', params: idParams, response: itemDetail,
    errors: [materialsErrors.item_not_found],
  }),
  addItem: route({
    method: 'POST', path: '/classes/:id/content', summary: 'Gives the class a document, a link or a page.', access: 'signed-in', params: idParams,
    body: z.strictObject({
      kind: z.enum(['MATERIAL', 'LINK', 'PAGE']), topicKey, ...content, ...settings,
      mandatory: z.boolean().default(false), downloadable: z.boolean().default(true), shared: z.boolean().default(false), sessionNo: sessionNo.nullable().default(null),
      window: itemWindow.default({ from: null, fromSession: null, until: null, untilSession: null }),
    }),
    response: itemDetail, errors: contentErrors,
  }),
  editItem: route({
    method: 'PATCH', path: '/content-items/:id', summary: 'Changes how an item is called and shown.', access: 'signed-in', params: idParams,
    body: z.strictObject({ version, ...settings }).partial().required({ version: true }), response: itemDetail,
    errors: [...contentErrors, materialsErrors.item_kept_elsewhere, platformErrors.stale_version],
  }),
  placeItem: route({
    method: 'PUT', path: '/content-items/:id/place', summary: 'Moves an item under a topic, before another item or to the end.', access: 'signed-in', params: idParams,
    body: z.strictObject({ topicKey, before: id.nullable() }), response: classContent, errors: contentErrors,
  }),
  addVersion: route({
    method: 'POST', path: '/content-items/:id/versions', summary: 'Puts a new version beside the old one; the class gets it now or later.', access: 'signed-in', params: idParams,
    body: z.strictObject({ ...content, changes: z.string().trim().min(3).max(500), give: z.boolean().default(true) }), response: itemDetail,
    errors: [...contentErrors, materialsErrors.item_kept_elsewhere],
  }),
  giveVersion: route({
    method: 'PUT', path: '/content-items/:id/given', summary: 'Gives the class this version.', access: 'signed-in', params: idParams,
    body: z.strictObject({ no: z.int().positive() }), response: itemDetail, errors: [materialsErrors.item_not_found, materialsErrors.item_kept_elsewhere],
  }),
  removeItem: route({
    method: 'DELETE', path: '/content-items/:id', summary: 'Takes an item away from the class.', access: 'signed-in', params: idParams,
    errors: [materialsErrors.item_not_found, materialsErrors.item_kept_elsewhere],
  }),
  linkItem: route({
    method: 'GET', path: '/content-items/:id/link', summary: 'A short-lived link to the file of an item.', access: 'signed-in', params: idParams,
    query: z.object({ purpose: z.enum(linkPurposes).default('download') }), response: fileLink,
    errors: [materialsErrors.item_not_found, materialsErrors.no_download, materialsErrors.no_preview],
  }),
} satisfies Record<string, RouteShape>;

/** The content of a class has changed; watched by class id. */
export const classContentTopic = topic({ name: 'class-content', access: 'signed-in' });
