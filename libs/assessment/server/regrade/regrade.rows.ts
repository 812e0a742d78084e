import type { RegradeState } from '@halong/assessment/contract';

export interface RegradeRow {
  id: number;
  classId: number;
  enrolmentId: number;
  personId: number;
  fullName: string;
  component: string;
  code: string;
  state: RegradeState;
  reason: string;
  answer: string | null;
  oldScore: number;
  newScore: number | null;
  askedAt: Date;
  version: number;
}

export interface RegradeMark {
  regradeId: number;
  personId: number;
  name: string;
  score: number | null;
  note: string;
}

/** A piece of work that a score came from. */
export interface GivenWork {
  id: number;
  title: string;
  brief: string;
  text: string;
  dueAt: Date;
}

/** A file of such work, as its new marker knows it. */
export interface GivenFile {
  classId: number;
  code: string;
  position: number;
  name: string;
}
