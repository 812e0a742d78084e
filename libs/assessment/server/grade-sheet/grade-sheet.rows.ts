import type { GradeCategory, GradeComponentItem, GradeSheetState, Mark } from '@halong/assessment/contract';
import type { RuleSet } from '@halong/regulations/contract';

export interface SheetClass {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  state: string;
  /** Null until the class is decided. */
  rules: RuleSet | null;
}

export interface Sheet {
  classId: number;
  state: GradeSheetState;
  components: GradeComponentItem[];
  categories: GradeCategory[];
  publishedAt: Date | null;
  /** 0 while nothing has been written yet: the components are still those of the programme. */
  version: number;
}

export interface TraineeRow {
  enrolmentId: number;
  personId: number;
  fullName: string;
  unitName: string;
  state: string;
}

export interface GradeCell {
  enrolmentId: number;
  component: string;
  mark: Mark;
  version: number;
  resits: number;
}

/** A final average set by hand. */
export interface Override {
  average: number;
  reason: string;
}

export interface RecognitionRow {
  decisionNo: string;
  decisionDate: string;
  signer: string;
  fileId: number;
  fileName: string;
}

export type RecognitionInput = Omit<RecognitionRow, 'fileName'>;
