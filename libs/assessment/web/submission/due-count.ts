import { submissionRoutes } from '@halong/assessment/contract';
import { call } from '@halong/platform/web';

/** How much is due, with the words of its route: loaded beside the first page and not in it. */
export const due = async (signal: AbortSignal): Promise<number> => (await call(submissionRoutes.listMyWork, {}, { signal })).due;
