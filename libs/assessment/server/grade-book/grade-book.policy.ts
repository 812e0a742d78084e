import type { GradeSheetState } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';

/** Components, weights and categories: the coordinator, while marks are still entered. */
export const mayPlan = (held: readonly Role[], state: GradeSheetState): boolean => held.includes('CLASS_COORDINATOR') && state === 'OPEN';

/** Pass mark and bands are the rules of the class: their amendment is the training manager's. */
export const maySetRules = (held: readonly Role[]): boolean => held.includes('TRAINING_MANAGER');

/** Resits and results set by hand: the coordinator, until the sheet is locked or the results are recognised. */
export const mayCorrect = (held: readonly Role[], state: GradeSheetState, recognised: boolean): boolean => held.includes('CLASS_COORDINATOR') && state !== 'LOCKED' && !recognised;
