import type { Evidence } from './evidence.rules.ts';

/** A piece of evidence that has not been stored yet. `onceKey` names the observation: the same one is stored once. */
export interface NewEvidence {
  enrolmentId: number;
  kind: Evidence['kind'];
  /** Epoch milliseconds of the server. */
  at: number;
  detail: Record<string, unknown>;
  onceKey: string;
  byAccount: number | null;
}

/** Stored evidence with what the rules do not need: who entered it and why. */
export type StoredEvidence = Evidence & { enrolmentId: number; note: { reason?: string; by?: string; document?: string } };
