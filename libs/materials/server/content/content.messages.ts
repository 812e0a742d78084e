import { z } from 'zod';
import { event, job } from '@halong/platform/server';

const id = z.number().int();

export const contentMessages = {
  /** What must be seen in a class is not what it was: an item came, went, or became one of them. */
  mandatoryChanged: event('materials.mandatory_changed', z.object({ classId: id })),
  /** These trainees have finished an item that they have to see, or there is another one to see. */
  progressChanged: event('materials.progress_changed', z.object({ classId: id, enrolmentIds: z.array(id) })),
  forgetShowings: job('materials.forget_showings', z.object({})),
};
