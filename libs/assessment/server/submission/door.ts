import { assignmentErrors as errors } from '@halong/assessment/contract';
import { AppError, dayOf, formatDay, timeOf } from '@halong/platform/contract';
import type { Terms } from '../assignment/assignment.rules.ts';
import type { ClosedReason } from './work.rules.ts';

/** The refusal in words: when it opens, when it was over, how many attempts there were. */
export function refusalOf(reason: ClosedReason, { opensAt, cutoffAt, attempts }: Terms): AppError {
  const moment = (at: Date | null) => ({ time: at ? timeOf(at) : '', day: at ? formatDay(dayOf(at)) : '' });
  switch (reason) {
    case 'CLASS_OVER': return new AppError(errors.class_over);
    case 'NO_GROUP': return new AppError(errors.no_group);
    case 'NOT_OPEN': return new AppError(errors.not_open_yet, moment(opensAt));
    case 'CUT_OFF': return new AppError(errors.after_cutoff, moment(cutoffAt));
    case 'NO_ATTEMPTS': return new AppError(errors.no_attempts_left, { count: attempts });
  }
}
