import type { SubmissionState } from '@halong/assessment/contract';
import type { AssignmentRow } from '../assignment/assignment.rows.ts';

/** An assignment that was given to me, with who I am in its class. */
export interface GivenWork extends AssignmentRow {
  classCode: string;
  classNameVi: string;
  classNameEn: string;
  classState: string;
  enrolmentId: number;
  fullName: string;
  groupId: number | null;
  groupName: string | null;
}

export interface Standings {
  current: { id: number; assignmentId: number; owner: string; state: SubmissionState; late: boolean; arrivedAt: Date; attempt: number }[];
  drafts: { assignmentId: number; owner: string; confirmed: boolean }[];
}
