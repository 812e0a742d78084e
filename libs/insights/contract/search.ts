import { z } from 'zod';
import { route } from '@halong/platform/contract';

/** What the one search field finds on the server; screens are found in the browser. In the order in which they are shown. */
export const searchKinds = ['PEOPLE', 'CLASSES', 'PROGRAMMES', 'UNITS'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Letters from which it is worth asking. */
export const fewestLetters = 2;
/** Hits of one kind. */
export const mostHits = 5;

const bilingual = z.object({ vi: z.string(), en: z.string() });

export const searchHit = z.object({
  id: z.number().int(),
  name: bilingual,
  /** What tells it from others of the name: post and unit, code, the unit above. */
  detail: bilingual.nullable(),
});
export type SearchHit = z.output<typeof searchHit>;

export const searchGroup = z.object({
  kind: z.enum(searchKinds),
  items: z.array(searchHit).max(mostHits),
  /** All that match, also those beyond the first five. */
  total: z.number().int(),
  /** The kind took too long and was left out of this answer. */
  late: z.boolean(),
});
export type SearchGroup = z.output<typeof searchGroup>;

export const searchAnswer = z.object({ groups: z.array(searchGroup) });
export type SearchAnswer = z.output<typeof searchAnswer>;

const search = route({
  method: 'GET',
  path: '/search',
  summary: 'People, classes, programmes and units that the caller may open, at most five of each; marks may be left out ("thu" finds "Thư").',
  access: 'signed-in',
  query: z.object({ q: z.string().trim().min(1).max(80) }),
  response: searchAnswer,
});

export const searchRoutes = { search };
