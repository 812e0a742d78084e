import { lazy } from 'react';

export { markText } from './grade-sheet/mark-text.ts';
export { useMarkingWaiting } from './marking/use-waiting.ts';
export { resultLooks } from './grade-sheet/result-looks.ts';

/** Screens of assessment, each its own chunk. */
export const assessmentScreens = {
  MarkingInbox: lazy(() => import('./marking/inbox.tsx')),
  Marking: lazy(() => import('./marking/marking.tsx')),
  MarkingOverview: lazy(() => import('./marking/overview.tsx')),
  MyWorkResult: lazy(() => import('./marking/work-result.tsx')),
  Rubrics: lazy(() => import('./rubric/rubrics.tsx')),
  GradeSheet: lazy(() => import('./grade-sheet/grade-sheet.tsx')),
  MyFormula: lazy(() => import('./grade-sheet/my-formula.tsx')),
};
