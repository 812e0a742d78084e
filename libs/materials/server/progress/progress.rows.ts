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
