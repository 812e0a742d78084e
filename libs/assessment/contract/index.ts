export { assessmentErrors } from './assessment.errors.ts';
export {
  assessmentRoutes, bandName, gradeCategory, gradeComponent, gradeRow, gradeSheet, gradeSheetStateNames, gradeSheetStates, gradeSheetTopic, gradingRules, mark, markCell, markConflict,
  myResult, passResultNames, passResults, recognition, resultOverride,
  type GradeCategory, type GradeComponentItem, type GradeRow, type GradeSheet, type GradeSheetState, type GradingRules, type Mark, type MarkCell, type MyResult, type Recognition,
} from './grade-sheet.ts';
export { assignmentErrors } from './assignment.errors.ts';
export * from './assignment.ts';
export * from './late-policy.ts';
export * from './submission.ts';
export * from './marking.ts';
export { markingErrors } from './marking.errors.ts';
export * from './rubric-total.ts';
export * from './rubric.ts';
export { rubricErrors } from './rubric.errors.ts';
export {
  averageOf, bandOf, classify, componentPassed, isPassed, passMark, passResult, scoreProblem, weigh, weightsAreWhole, weightSum, wholeWeight,
  type Average, type CategoryRule, type ComponentScore, type Fate, type GradeComponent, type GradedComponent, type GradeRules, type PassResult, type ScoreProblem, type Weighed,
} from './grading.rules.ts';
export { formulaOf, gradedComponents, gradeOf, plainFacts, type Formula, type Graded, type GradedItem, type GradingFacts, type GradingPlan } from './grading.ts';
export {
  changeWays, changeWayNames, consequence, consequences, gradeBookRoutes, gradeChange, planChange, planChangeItem,
  type Consequence, type Consequences, type GradeChange, type PlanChange, type PlanChangeItem,
} from './grade-book.ts';
export { parseMark, sameMark } from './mark-text.rules.ts';
export { clipboardRows, readMarkTable, readPasted, traineeCode, type MarkTable, type ProposedMark, type TableProblem, type TableRow } from './mark-table.rules.ts';
export { regradeErrors } from './regrade.errors.ts';
export {
  classRegrades, myRegrade, myRegrades, regrade, regradeRoutes, regradeStateNames, regradeStates, type ClassRegrades, type MyRegrade, type Regrade, type RegradeWork, type RegradeState,
} from './regrade.ts';
