import { z } from 'zod';
import { event } from '@halong/platform/server';

const classId = z.number().int();

/** What became true; completion and others follow. */
export const assessmentMessages = {
  marksChanged: event('assessment.marks_changed', z.object({ classId, enrolmentIds: z.array(z.number().int()) })),
  published: event('assessment.published', z.object({ classId })),
  recognised: event('assessment.recognised', z.object({ classId })),
};
