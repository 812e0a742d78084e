import { z } from 'zod';
import { day, route } from '@halong/platform/contract';
import { certificateItem } from '@halong/certification/contract';
import { myResult } from '@halong/assessment/contract';
import { ledgerEntryState, verdicts, yearFigures } from '@halong/completion/contract';

/** The calendar year; left out it is the present one. */
export const yearQuery = z.coerce.number().int().min(2000).max(2200).optional();

/** One class of one person in one year, in periods. */
export const ledgerClass = z.object({
  enrolmentId: z.number().int(),
  classId: z.number().int(),
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  classState: z.string(),
  enrolmentState: z.string(),
  openingDate: day.nullable(),
  closingDate: day.nullable(),
  state: ledgerEntryState,
  attended: z.number().int(),
  expected: z.number().int(),
});
export type LedgerClass = z.output<typeof ledgerClass>;

export const trainingRecord = z.object({
  figures: yearFigures,
  /** Years in which this person has something. */
  years: z.array(z.number().int()),
  /** Of this year, newest first. */
  classes: z.array(ledgerClass.extend({ completion: z.enum(verdicts).nullable() })),
  /** Published ones, all years, newest first. */
  results: z.array(myResult),
  certificates: z.array(certificateItem),
});
export type TrainingRecord = z.output<typeof trainingRecord>;

const getMyRecord = route({
  method: 'GET',
  path: '/my/record',
  summary: 'My training record: the 40 periods of the year, my classes, results and certificates.',
  access: 'signed-in',
  query: z.object({ year: yearQuery }),
  response: trainingRecord,
});

export const recordRoutes = { getMyRecord };
