import type { Span } from './span.rules.ts';

export interface ProgressRow {
  itemId: number;
  versionId: number;
  percent: number;
  place: number;
  doneAt: Date | null;
}

export interface Mandatory {
  needed: number;
  done: number;
  /** Titles of what is still to be seen, in the order of the class. */
  missing: string[];
}

export interface ProgressTerms {
  maxSpeed: number;
  pageMs: number;
  donePercent: number;
  longestMs: number;
}

/** What is stored of one trainee and one version. */
export interface StoredProgress {
  enrolmentId: number;
  versionId: number;
  itemId: number;
  seen: Span[];
  percent: number;
  place: number;
  toldMs: number | null;
  doneAt: Date | null;
}

/** One showing in one tab. */
export interface Showing {
  token: string;
  enrolmentId: number;
  versionId: number;
}

export interface ReaderRow {
  personId: number;
  fullName: string;
  unitName: string;
  percent: number | null;
  doneAt: Date | null;
  lastAt: Date | null;
  opened: number;
  downloaded: number;
}
