import type { Points, AnchoredNote, MarkingState, SubmissionState } from '@halong/assessment/contract';

/** Submitted work as marking knows it: by its code. */
export interface Script {
  id: number;
  code: string;
  state: SubmissionState;
  deduction: number;
  version: number;
}

export interface Marking {
  id: number;
  submissionId: number;
  markerNo: number;
  /** Null: any lecturer of the class. */
  personId: number | null;
  personName: string | null;
  state: MarkingState;
  later: boolean;
  rubricVersionId: number | null;
  points: Points;
  overrideMark: number | null;
  overrideReason: string;
  total: number | null;
  comment: string;
  notes: AnchoredNote[];
  version: number;
  savedAt: Date | null;
  savedBy: string | null;
}

/** What is written of a sheet. */
export type MarkingValues = Pick<Marking, 'state' | 'later' | 'rubricVersionId' | 'points' | 'overrideMark' | 'overrideReason' | 'total' | 'comment' | 'notes'>;

export interface StoredMark {
  submissionId: number;
  raw: number;
  source: string;
  reason: string;
  deduction: number;
  final: number | null;
  releasedAt: Date | null;
}
