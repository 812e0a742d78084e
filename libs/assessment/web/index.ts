import { lazy } from 'react';

export { markText } from './grade-sheet/mark-text.ts';
export { resultLooks } from './grade-sheet/result-looks.ts';

/** Screens of assessment, each its own chunk. */
export const assessmentScreens = {
  GradeSheet: lazy(() => import('./grade-sheet/grade-sheet.tsx')),
  MyFormula: lazy(() => import('./grade-sheet/my-formula.tsx')),
};
