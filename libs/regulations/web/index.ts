import { lazy } from 'react';

export { RuleValues } from './rule-set/rule-values.tsx';
export { ruleFacts, type RuleFact } from './rule-set/rule-words.ts';

/** Screens of regulations, each its own chunk. */
export const regulationsScreens = { RuleSets: lazy(() => import('./rule-set/rule-sets.tsx')) };
