import { z } from 'zod';
import { day, idParams, pageOf, pageQuery, route, type Language } from '@halong/platform/contract';

export const unitTypes = [
  'PROVINCE', 'GROUP', 'PARTY_BODY', 'OFFICE', 'DEPARTMENT', 'AGENCY', 'PUBLIC_UNIT', 'TRAINING_INSTITUTION', 'SUB_UNIT',
  'WARD', 'COMMUNE', 'SPECIAL_ZONE', 'FORMER_DISTRICT', 'FORMER_DEPARTMENT',
] as const;

/** A unit with the days on which it exists; null is open. */
export const unit = z.object({
  id: z.number().int(),
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  type: z.string(),
  parentId: z.number().int().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type Unit = z.output<typeof unit>;

/** With the names of the units above it, the province first. */
export const placedUnit = unit.extend({ pathVi: z.string(), pathEn: z.string() });
export type PlacedUnit = z.output<typeof placedUnit>;

/** A unit among others to choose from: its name and where it stands, in the reader's language. */
export const unitOption = ({ id, nameVi, nameEn, pathVi, pathEn }: PlacedUnit, language: Language) => ({
  value: String(id), label: language === 'en' && nameEn ? nameEn : nameVi, detail: language === 'en' ? pathEn : pathVi,
});

export const unitDetail = unit.extend({
  /** From the province down to the parent. */
  ancestors: z.array(z.object({ id: z.number().int(), nameVi: z.string(), nameEn: z.string() })),
  predecessors: z.array(unit),
  successors: z.array(unit),
  /** People employed in the unit and below it on the day asked for. */
  people: z.number().int(),
});

const listUnits = route({
  method: 'GET',
  path: '/units',
  summary: 'Units that exist on a day (today when left out), searched without marks; `type` and `below` narrow.',
  access: 'signed-in',
  query: pageQuery.extend({ on: day.optional(), type: z.string().max(40).optional(), below: z.coerce.number().int().positive().optional(), all: z.enum(['0', '1']).default('0') }),
  response: pageOf(placedUnit),
});

const unitTree = route({
  method: 'GET',
  path: '/units/tree',
  summary: 'The whole organisation tree as it was on a day, with the number of people in each unit and below.',
  access: ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CLASS_COORDINATOR'],
  query: z.object({ on: day.optional() }),
  response: z.object({ on: day, units: z.array(unit.extend({ people: z.number().int() })) }),
});

const getUnit = route({ method: 'GET', path: '/units/:id', summary: 'One unit with what it was formed from and what it became.', access: 'signed-in', params: idParams, response: unitDetail });

export const unitRoutes = { listUnits, unitTree, getUnit };
