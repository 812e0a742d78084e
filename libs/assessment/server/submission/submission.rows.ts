import type { SubmissionState } from '@halong/assessment/contract';

export interface SubmissionRow {
  id: number;
  assignmentId: number;
  classId: number;
  /** `E` and the enrolment, or `G` and the group. */
  owner: string;
  attempt: number;
  isCurrent: boolean;
  state: SubmissionState;
  arrivedAt: Date;
  dueAt: Date;
  late: boolean;
  lateDays: number;
  deduction: number;
  text: string;
  contentHash: string;
  declaration: string | null;
  anonymousCode: string;
  submittedBy: number;
  version: number;
}

export interface NewSubmission extends Omit<SubmissionRow, 'id' | 'classId' | 'isCurrent' | 'version'> {
  enrolmentIds: readonly number[];
  documentIds: readonly number[];
}

export interface MemberRow {
  submissionId: number;
  enrolmentId: number;
  personId: number;
  fullName: string;
}

export interface FileOfSubmission {
  submissionId: number;
  documentId: number;
}
