import { lazy } from 'react';

export { CompletionConditions } from './completion/completion-conditions.tsx';
export { EnrolmentConditions, MyCompletion, MyConditions } from './completion/conditions-of.tsx';
export { verdictLooks } from './completion/verdict-looks.ts';

/** Screens of completion, each its own chunk. */
export const completionScreens = {
  ClassCompletion: lazy(() => import('./completion/class-completion.tsx')),
};
