import { z } from 'zod';
import { event, job } from '@halong/platform/server';

const classId = z.number().int();
const enrolmentIds = z.array(z.number().int());

/** What became true; completion and others follow. */
export const assessmentMessages = {
  marksChanged: event('assessment.marks_changed', z.object({ classId, enrolmentIds })),
  published: event('assessment.published', z.object({ classId })),
  recognised: event('assessment.recognised', z.object({ classId })),
  lockSheets: job('assessment.lock_sheets', z.object({}), { ownTransaction: true }),
  assigned: event('assessment.assigned', z.object({ classId, assignmentId: z.number().int() })),
  remindOfWork: job('assessment.remind_of_work', z.object({})),
  submitted: event('assessment.submitted', z.object({ classId, assignmentId: z.number().int(), submissionId: z.number().int(), enrolmentIds })),
};
