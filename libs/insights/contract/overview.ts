import { z } from 'zod';
import { pageOf, pageQuery, route } from '@halong/platform/contract';
import { trainingClassStates } from '@halong/classes/contract';
import { sessionProgress } from './progress.ts';
import { yearQuery } from './record.ts';

/** Person-times count enrolments, headcount counts people: one person in two classes is 2 and 1. */
const persons = { personTimes: z.number().int(), headcount: z.number().int() };

export const unitCompletion = z.object({
  unit: z.object({ id: z.number().int(), nameVi: z.string(), nameEn: z.string() }),
  ...persons,
  completedPersonTimes: z.number().int(),
  completedHeadcount: z.number().int(),
  certificates: z.number().int(),
});
export type UnitCompletion = z.output<typeof unitCompletion>;

export const overview = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  /** Every state, also those without a class, in the order of the lifecycle. */
  classes: z.array(z.object({ state: z.enum(trainingClassStates), classes: z.number().int(), trainees: z.number().int() })),
  ...persons,
  completedPersonTimes: z.number().int(),
  completedHeadcount: z.number().int(),
  certificates: z.number().int(),
  /** Submitted lines of lists; those withdrawn do not count. */
  nominated: z.number().int(),
  sessions: sessionProgress,
  /** Classes whose marks are published. */
  sheetsPublished: z.number().int(),
  revoked: z.number().int(),
  /** The 40 periods of everybody employed. */
  lights: z.object({ people: z.number().int(), GREEN: z.number().int(), AMBER: z.number().int(), RED: z.number().int(), EXEMPT: z.number().int() }),
  /** The units with the most person-times; the rest is in GET /overview/units. */
  units: z.array(unitCompletion),
  unitsTotal: z.number().int(),
});
export type Overview = z.output<typeof overview>;

const readers = ['TRAINING_MANAGER', 'SYSTEM_ADMIN'] as const;

const getOverview = route({
  method: 'GET',
  path: '/overview',
  summary: 'Classes by state and completion by unit in a year.',
  access: readers,
  query: z.object({ year: yearQuery }),
  response: overview,
});

const listUnits = route({
  method: 'GET',
  path: '/overview/units',
  summary: 'Completion by sending unit in a year, most person-times first. The search finds names without marks.',
  access: readers,
  query: pageQuery.extend({ year: yearQuery }),
  response: pageOf(unitCompletion).extend({ year: z.number().int() }),
});

export const overviewRoutes = { getOverview, listUnits };
