export { assessmentErrors } from './assessment.errors.ts';
export {
  assessmentRoutes, bandName, gradeComponent, gradeRow, gradeSheet, gradeSheetStateNames, gradeSheetStates, gradeSheetTopic, mark, markCell, markConflict,
  myResult, passResultNames, passResults, recognition,
  type GradeComponentItem, type GradeRow, type GradeSheet, type GradeSheetState, type Mark, type MarkCell, type MyResult, type Recognition,
} from './grade-sheet.ts';
export { assignmentErrors } from './assignment.errors.ts';
export * from './assignment.ts';
export * from './late-policy.ts';
export * from './submission.ts';
export * from './marking.ts';
export { markingErrors } from './marking.errors.ts';
export * from './rubric.ts';
export { rubricErrors } from './rubric.errors.ts';
