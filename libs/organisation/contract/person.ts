import { z } from 'zod';
import { id, idParams, pageOf, pageQuery, route } from '@halong/platform/contract';

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
  can: z.object({ seeContact: z.boolean() }),
});

const readers = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CERTIFICATE_OFFICER'] as const;

const listPeople = route({
  method: 'GET',
  path: '/people',
  summary: 'People whom the caller may see, by given name; the search finds names without marks ("duc" finds "Đức").',
  access: readers,
  query: pageQuery.extend({ unitId: id.optional(), pending: z.enum(['0', '1']).default('0'), order: z.enum(['asc', 'desc']).default('asc') }),
  response: pageOf(personItem),
});

const getPerson = route({ method: 'GET', path: '/people/:id', summary: 'One person with the posts they held.', access: readers, params: idParams, response: personDetail });

export const personRoutes = { listPeople, getPerson };
