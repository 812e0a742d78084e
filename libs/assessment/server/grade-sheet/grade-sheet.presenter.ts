import { passMark, type GradeRow, type GradeSheet, type MarkCell, type Recognition } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';
import type { RuleSet } from '@halong/regulations/contract';
import { mayCorrect, mayPlan, maySetRules } from '../grade-book/grade-book.policy.ts';
import { isEditable, nextGradeSheetStates } from './grade-sheet.lifecycle.ts';
import type { GradeCell, Override, RecognitionRow, Sheet, SheetClass, TraineeRow } from './grade-sheet.rows.ts';
import { cellsByEnrolment, gradeIn } from './grading.ts';

export const presentRecognition = ({ decisionNo, decisionDate, signer, fileName }: RecognitionRow): Recognition => ({ decisionNo, decisionDate, signer, fileName });

export interface SheetContent {
  class: SheetClass;
  rules: RuleSet;
  sheet: Sheet;
  trainees: readonly TraineeRow[];
  cells: readonly GradeCell[];
  barred: ReadonlySet<number>;
  overrides: ReadonlyMap<number, Override>;
  recognition: RecognitionRow | undefined;
}

type Blanks = Pick<SheetContent, 'sheet' | 'trainees' | 'cells' | 'barred'>;

/** How many cells of those who may sit the assessment are blank. Nobody has to mark who is barred. */
export function blankCells({ sheet, trainees, cells, barred }: Blanks): number {
  const known = new Set(sheet.components.map(({ key }) => key));
  const filled = new Map<number, number>();
  for (const { enrolmentId, component, mark } of cells) if (mark.kind !== 'BLANK' && known.has(component)) filled.set(enrolmentId, (filled.get(enrolmentId) ?? 0) + 1);
  return trainees.filter(({ enrolmentId }) => !barred.has(enrolmentId)).reduce((sum, { enrolmentId }) => sum + known.size - (filled.get(enrolmentId) ?? 0), 0);
}

function presentRow({ enrolmentId, personId, fullName, unitName, state }: TraineeRow, content: SheetContent, own: readonly GradeCell[]): GradeRow {
  const marks = content.sheet.components.map(({ key }): MarkCell => {
    const cell = own.find(({ component }) => component === key);
    return { component: key, mark: cell?.mark ?? { kind: 'BLANK' }, version: cell?.version ?? 0, resits: cell?.resits ?? 0 };
  });
  const { average, band, result } = gradeIn(content, enrolmentId, own);
  return { enrolmentId, personId, fullName, unitName, enrolmentState: state, marks, average, band, result, override: content.overrides.get(enrolmentId) ?? null };
}

export const presentRules = ({ passRatio, scale, gradeStep, gradeBands }: RuleSet): GradeSheet['rules'] => ({ passRatio, scale, gradeStep, gradeBands });

/** The whole sheet with what these roles may do with it. */
export function presentSheet(content: SheetContent, held: readonly Role[]): GradeSheet {
  const { sheet, rules, trainees, cells, recognition } = content;
  const mayWrite = held.includes('LECTURER') || held.includes('CLASS_COORDINATOR');
  const mayRecognise = held.includes('TRAINING_MANAGER') || held.includes('CLASS_COORDINATOR');
  const byTrainee = cellsByEnrolment(cells);
  return {
    class: { id: content.class.id, code: content.class.code, nameVi: content.class.nameVi, nameEn: content.class.nameEn, state: content.class.state },
    state: sheet.state,
    version: sheet.version,
    scale: rules.scale,
    step: rules.gradeStep,
    passMark: passMark(rules),
    components: sheet.components,
    categories: sheet.categories,
    rules: presentRules(rules),
    resitMax: rules.resit.max,
    publishedAt: sheet.publishedAt?.toISOString() ?? null,
    rows: trainees.map((trainee) => presentRow(trainee, content, byTrainee.get(trainee.enrolmentId) ?? [])),
    blank: blankCells(content),
    recognition: recognition ? presentRecognition(recognition) : null,
    can: {
      edit: mayWrite && isEditable(sheet.state),
      recognise: mayRecognise && !recognition && (sheet.state === 'PUBLISHED' || sheet.state === 'LOCKED') && content.class.state === 'GRADING',
      plan: mayPlan(held, sheet.state),
      rules: maySetRules(held),
      correct: mayCorrect(held, sheet.state, recognition !== undefined),
      transitions: nextGradeSheetStates(sheet.state, held).map(({ to, needs }) => ({ to, needs: [...needs] })),
    },
  };
}
