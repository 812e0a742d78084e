import { z } from 'zod';
import { leftStates } from '@halong/enrolment/contract';
import { event } from '@halong/platform/server';

const id = z.number().int();

export const enrolmentMessages = {
  /** People got a seat, for the first time or again. */
  admitted: event('enrolment.admitted', z.object({ classId: id, enrolmentIds: z.array(id).min(1) })),
  rejected: event('enrolment.rejected', z.object({ classId: id, nominationIds: z.array(id).min(1) })),
  /** A breach of discipline was noted on an enrolment, or the note was taken back. */
  disciplineNoted: event('enrolment.discipline_noted', z.object({ classId: id, enrolmentId: id })),
  /** Somebody holds a seat no longer. */
  left: event('enrolment.left', z.object({ classId: id, enrolmentId: id, state: z.enum(leftStates) })),
};
