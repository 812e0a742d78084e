import { z } from 'zod';
import { job } from '@halong/platform/server';

export const completionMessages = {
  /** Computes what is due; safe to repeat, and asked for by the clock as well in case a request was lost between two runs. */
  recomputeDue: job('completion.recompute_due', z.object({}), { ownTransaction: true }),
};
