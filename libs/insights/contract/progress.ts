import { z } from 'zod';
import { day, idParams, pageOf, pageQuery, route } from '@halong/platform/contract';
import { trainingClassStates } from '@halong/classes/contract';
import { yearQuery } from './record.ts';

/** What the sessions of one class or of a year have come to; cancelled ones are left out. */
export const sessionProgress = z.object({ total: z.number().int(), held: z.number().int(), locked: z.number().int() });

/** A class from the announcement to the certificates, with the people of one unit and those below it. */
export const classProgress = z.object({
  classId: z.number().int(),
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  state: z.enum(trainingClassStates),
  openingDate: day.nullable(),
  nominationDeadline: day.nullable(),
  quota: z.number().int(),
  /** Submitted lines; those withdrawn do not count. */
  nominated: z.number().int(),
  /** Enrolled and still there. */
  admitted: z.number().int(),
  sessions: sessionProgress,
  marksPublished: z.boolean(),
  completed: z.number().int(),
  certificates: z.number().int(),
  revoked: z.number().int(),
});
export type ClassProgress = z.output<typeof classProgress>;

const listUnitClasses = route({
  method: 'GET',
  path: '/units/:id/classes',
  summary: 'Announced classes of a year that a unit and those below it have seats, nominations or people in, the latest first.',
  access: ['UNIT_HEAD', 'UNIT_FOCAL_POINT', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'],
  params: idParams,
  query: pageQuery.extend({ year: yearQuery }),
  response: pageOf(classProgress).extend({ year: z.number().int() }),
});

export const progressRoutes = { listUnitClasses };
