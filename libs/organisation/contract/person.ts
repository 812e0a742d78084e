import { z } from 'zod';
import { id, idParams, instant, pageOf, pageQuery, platformErrors, route } from '@halong/platform/contract';
import { organisationErrors } from './organisation.errors.ts';

/** A person in a list. The personal id is shown masked only: "•••••••••165". */
export const personItem = z.object({
  id: z.number().int(),
  fullName: z.string(),
  unitId: z.number().int().nullable(),
  unitName: z.string().nullable(),
  /** What the source said, while nobody has decided which unit it means. */
  unitPending: z.string().nullable(),
  position: z.string().nullable(),
  rank: z.string().nullable(),
  birthYear: z.number().int().nullable(),
  gender: z.enum(['M', 'F']).nullable(),
});
export type PersonItem = z.output<typeof personItem>;

export const employment = z.object({
  unitName: z.string().nullable(),
  unitText: z.string(),
  position: z.string().nullable(),
  rank: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});

export const personDetail = personItem.extend({
  birthDate: z.string().nullable(),
  ethnicity: z.string().nullable(),
  partyMember: z.boolean().nullable(),
  personalIdMasked: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  politicalTheory: z.string().nullable(),
  defenceGroup: z.string().nullable(),
  note: z.string().nullable(),
  employments: z.array(employment),
  version: z.number().int(),
  can: z.object({ seeContact: z.boolean(), correct: z.boolean() }),
});
export type PersonDetail = z.output<typeof personDetail>;

/** What may be corrected by hand; everything else comes with the lists. */
export const correctedFields = ['name', 'dob', 'email', 'phone'] as const;
export type CorrectedField = (typeof correctedFields)[number];

const change = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** Something that happened to a record, the newest first. Only those who administer people read it: it tells contact data. */
export const personEvent = z.object({
  kind: z.enum(['ADDED', 'CHANGED', 'CORRECTED']),
  at: instant,
  by: z.string(),
  /** Why it was corrected by hand; null for lists. */
  reason: z.string().nullable(),
  changes: z.array(change),
  /** The list that did it, with the rows that were taken as the same person and the answer about the unit. */
  list: z.object({
    importId: z.number().int(),
    fileName: z.string(),
    rowNo: z.number().int(),
    merged: z.array(z.object({ rowNo: z.number().int(), code: z.string(), unitText: z.string() })),
    unitChosen: z.string().nullable(),
  }).nullable(),
});
export type PersonEvent = z.output<typeof personEvent>;

const readers = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CERTIFICATE_OFFICER'] as const;

const listPeople = route({
  method: 'GET',
  path: '/people',
  summary: 'People whom the caller may see, by given name; the search finds names without marks ("duc" finds "Đức").',
  access: readers,
  query: pageQuery.extend({ unitId: id.optional(), pending: z.enum(['0', '1']).default('0'), status: z.enum(['ALL', 'WORKING', 'LEFT']).default('ALL'), order: z.enum(['asc', 'desc']).default('asc') }),
  response: pageOf(personItem),
});

const getPerson = route({ method: 'GET', path: '/people/:id', summary: 'One person with the posts they held.', access: readers, params: idParams, response: personDetail });

/** Null empties what may be empty. */
const text = z.string().trim().min(1).max(255);

const correctPerson = route({
  method: 'PATCH',
  path: '/people/:id',
  summary: 'Corrects a record by hand, with the reason: spelling of the name, day (yyyy-MM-dd) or year of birth, e-mail, phone. The account of the person follows.',
  access: ['SYSTEM_ADMIN'],
  params: idParams,
  body: z.strictObject({
    version: z.number().int().positive(),
    reason: z.string().trim().min(3).max(500),
    name: text.optional(),
    dob: text.optional(),
    email: text.nullable().optional(),
    phone: text.nullable().optional(),
  }),
  response: personDetail,
  errors: [organisationErrors.nothing_corrected, platformErrors.stale_version],
});

const personHistory = route({
  method: 'GET',
  path: '/people/:id/history',
  summary: 'What lists and people did to a record, the newest first, with the rows that were merged and the reason of each correction.',
  access: ['SYSTEM_ADMIN'],
  params: idParams,
  response: z.object({ items: z.array(personEvent) }),
});

export const personRoutes = { listPeople, getPerson, correctPerson, personHistory };
