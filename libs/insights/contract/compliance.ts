import { z } from 'zod';
import { day, id, idParams, instant, pageQuery, route } from '@halong/platform/contract';
import { lights, outlooks, yearFigures } from '@halong/completion/contract';
import { ledgerClass, yearQuery } from './record.ts';

const unitName = z.object({ id: z.number().int(), nameVi: z.string(), nameEn: z.string() });

export const compliancePerson = z.object({
  personId: z.number().int(),
  fullName: z.string(),
  unit: unitName,
  position: z.string().nullable(),
  figures: yearFigures,
});
export type CompliancePerson = z.output<typeof compliancePerson>;

const counts = z.object({ people: z.number().int(), GREEN: z.number().int(), AMBER: z.number().int(), RED: z.number().int(), EXEMPT: z.number().int() });

export const unitCompliance = z.object({
  unit: unitName,
  year: z.number().int(),
  /** The day the figures speak of. */
  on: day,
  needed: z.number().int(),
  lights: counts,
  outlooks: z.object({ ENOUGH: z.number().int(), WILL_BE_ENOUGH: z.number().int(), SHORT: z.number().int(), NO_CLASS: z.number().int(), EXEMPT: z.number().int() }),
  /** Share of people with enough periods, 0–1, those exempt left out; null when there is nobody. */
  enoughShare: z.number().nullable(),
  /** The same on this day a year before; null also when nothing is known of that year. */
  previousShare: z.number().nullable(),
  /** By given name. */
  items: z.array(compliancePerson),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
});
export type UnitCompliance = z.output<typeof unitCompliance>;

/** One session of the ledger: what it counts and why. */
export const ledgerSession = z.object({
  sessionId: z.number().int(),
  classId: z.number().int(),
  sessionNo: z.number().int(),
  day,
  startsAt: instant,
  topic: z.string(),
  state: z.string(),
  /** Null while nothing is recorded. */
  status: z.string().nullable(),
  credited: z.number().int(),
  periods: z.number().int(),
});
export type LedgerSession = z.output<typeof ledgerSession>;

export const personLedger = z.object({
  person: z.object({ id: z.number().int(), fullName: z.string(), unitName: z.string(), position: z.string().nullable() }),
  figures: yearFigures,
  classes: z.array(ledgerClass.extend({ sessions: z.array(ledgerSession) })),
});
export type PersonLedger = z.output<typeof personLedger>;

const readers = ['UNIT_HEAD', 'UNIT_FOCAL_POINT', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'] as const;

const getCompliance = route({
  method: 'GET',
  path: '/units/:id/compliance',
  summary: 'The 40 periods of everybody in a unit and below: totals, lights, people.',
  access: readers,
  params: idParams,
  query: pageQuery.extend({ year: yearQuery, light: z.enum(lights).optional(), outlook: z.enum(outlooks).optional() }),
  response: unitCompliance,
});

const getPersonLedger = route({
  method: 'GET',
  path: '/units/:unitId/people/:personId/ledger',
  summary: 'The year of one person of the unit, down to the sessions.',
  access: readers,
  params: z.object({ unitId: id, personId: id }),
  query: z.object({ year: yearQuery }),
  response: personLedger,
});

export const complianceRoutes = { getCompliance, getPersonLedger };
