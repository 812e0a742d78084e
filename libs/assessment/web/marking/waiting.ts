import { markingRoutes, type MarkingDesk } from '@halong/assessment/contract';
import { call } from '@halong/platform/web';

/** The desk of marking, with the words of its route: loaded beside the first page and not in it. */
export const desk = (signal: AbortSignal): Promise<MarkingDesk> => call(markingRoutes.listMyMarking, {}, { signal });
