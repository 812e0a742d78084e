import type { AssignmentKind, AssignmentState, LatePolicy } from '@halong/assessment/contract';
import type { Override } from './assignment.rules.ts';

export interface AssignmentRow {
  id: number;
  classId: number;
  kind: AssignmentKind;
  title: string;
  brief: string;
  state: AssignmentState;
  groupWork: boolean;
  confirmAll: boolean;
  component: string | null;
  opensAt: Date | null;
  dueAt: Date;
  cutoffAt: Date | null;
  late: LatePolicy;
  attempts: number;
  declaration: string | null;
  blind: boolean;
  markers: number;
  diffThreshold: number | null;
  rubricVersionId: number | null;
  version: number;
}

/** Everything of an assignment that a person writes; its rubric is chosen apart. */
export type AssignmentValues = Omit<AssignmentRow, 'id' | 'classId' | 'state' | 'rubricVersionId' | 'version'>;

export interface OverrideRow extends Override {
  id: number;
  assignmentId: number;
  enrolmentId: number | null;
  groupId: number | null;
  reason: string;
}

export interface CountsRow {
  assignmentId: number;
  submitted: number;
  late: number;
}

/** The class as far as assignments depend on it. */
export interface AssignmentClass {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  state: string;
}
