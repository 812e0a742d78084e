import type { GradeRow, GradeSheet, MarkCell, Recognition } from '@halong/assessment/contract';
import type { Role } from '@halong/platform/contract';
import type { RuleSet } from '@halong/regulations/contract';
import { isEditable, nextGradeSheetStates } from './grade-sheet.lifecycle.ts';
import { passMark } from './grade-sheet.rules.ts';
import type { GradeCell, RecognitionRow, Sheet, SheetClass, TraineeRow } from './grade-sheet.rows.ts';
import { gradeOf, marksByEnrolment } from './grading.ts';

export const presentRecognition = ({ decisionNo, decisionDate, signer, fileName }: RecognitionRow): Recognition => ({ decisionNo, decisionDate, signer, fileName });

export interface SheetContent {
  class: SheetClass;
  rules: RuleSet;
  sheet: Sheet;
  trainees: readonly TraineeRow[];
  cells: readonly GradeCell[];
  barred: ReadonlySet<number>;
  recognition: RecognitionRow | undefined;
}

/** How many cells of those who may sit the assessment are blank. Nobody has to mark who is barred. */
export function blankCells({ sheet, trainees, cells, barred }: Pick<SheetContent, 'sheet' | 'trainees' | 'cells' | 'barred'>): number {
  const marks = marksByEnrolment(cells);
  return trainees
    .filter(({ enrolmentId }) => !barred.has(enrolmentId))
    .flatMap(({ enrolmentId }) => sheet.components.filter(({ key }) => (marks.get(enrolmentId)?.get(key)?.kind ?? 'BLANK') === 'BLANK')).length;
}

function presentRow(trainee: TraineeRow, { sheet, barred, rules }: SheetContent, cells: readonly GradeCell[]): GradeRow {
  const own = cells.filter(({ enrolmentId }) => enrolmentId === trainee.enrolmentId);
  const marks: MarkCell[] = sheet.components.map(({ key }) => {
    const cell = own.find(({ component }) => component === key);
    return { component: key, mark: cell?.mark ?? { kind: 'BLANK' }, version: cell?.version ?? 0 };
  });
  const { average, band, result } = gradeOf(sheet.components, new Map(marks.map(({ component, mark }) => [component, mark])), barred.has(trainee.enrolmentId), rules);
  return { ...trainee, enrolmentState: trainee.state, marks, average, band, result };
}

/** The whole sheet with what these roles may do with it. */
export function presentSheet(content: SheetContent, held: readonly Role[]): GradeSheet {
  const { sheet, rules, trainees, cells, recognition } = content;
  const mayWrite = held.includes('LECTURER') || held.includes('CLASS_COORDINATOR');
  const mayRecognise = held.includes('TRAINING_MANAGER') || held.includes('CLASS_COORDINATOR');
  const byTrainee = new Map<number, GradeCell[]>();
  for (const cell of cells) byTrainee.set(cell.enrolmentId, [...(byTrainee.get(cell.enrolmentId) ?? []), cell]);
  return {
    class: { id: content.class.id, code: content.class.code, nameVi: content.class.nameVi, nameEn: content.class.nameEn, state: content.class.state },
    state: sheet.state,
    version: sheet.version,
    scale: rules.scale,
    step: rules.gradeStep,
    passMark: passMark(rules),
    components: sheet.components,
    rows: trainees.map((trainee) => presentRow(trainee, content, byTrainee.get(trainee.enrolmentId) ?? [])),
    blank: blankCells(content),
    recognition: recognition ? presentRecognition(recognition) : null,
    can: {
      edit: mayWrite && isEditable(sheet.state),
      recognise: mayRecognise && !recognition && (sheet.state === 'PUBLISHED' || sheet.state === 'LOCKED') && content.class.state === 'GRADING',
      transitions: nextGradeSheetStates(sheet.state, held).map(({ to, needs }) => ({ to, needs: [...needs] })),
    },
  };
}

