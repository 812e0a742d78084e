import { lazy } from 'react';

export { markText } from './grade-sheet/mark-text.ts';
export { useMarkingWaiting } from './marking/use-waiting.ts';
export { useDueCount } from './submission/use-due-count.ts';
export { resultLooks } from './grade-sheet/result-looks.ts';

/** Screens of assessment, each its own chunk. */
export const assessmentScreens = {
  MarkingInbox: lazy(() => import('./marking/inbox.tsx')),
  Marking: lazy(() => import('./marking/marking.tsx')),
  MarkingOverview: lazy(() => import('./marking/overview.tsx')),
  MyWorkResult: lazy(() => import('./marking/work-result.tsx')),
  Rubrics: lazy(() => import('./rubric/rubrics.tsx')),
  ClassAssignments: lazy(() => import('./assignment/class-assignments.tsx')),
  Assignment: lazy(() => import('./assignment/assignment.tsx')),
  EditAssignment: lazy(() => import('./assignment/edit-assignment.tsx')),
  Groups: lazy(() => import('./assignment/groups.tsx')),
  MyWork: lazy(() => import('./submission/my-work.tsx')),
  Work: lazy(() => import('./submission/work.tsx')),
  DueWork: lazy(() => import('./submission/due-work.tsx')),
  WorkOfContent: lazy(() => import('./submission/work-of-content.tsx')),
  GradeSheet: lazy(() => import('./grade-sheet/grade-sheet.tsx')),
  MyFormula: lazy(() => import('./grade-sheet/my-formula.tsx')),
};
