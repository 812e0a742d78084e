import type { Screened, ScreeningReason } from '../nomination/screening.rules.ts';

/** A line in the order in which seats are given: the list that came first, then list order. */
export interface Applicant {
  nominationId: number;
  personId: number | null;
  /** As the staff list has it, else as the list says. */
  name: string;
  screened: Pick<Screened, 'outcome' | 'reasons'>;
}

export interface Refusal {
  nominationId: number;
  name: string;
  outcome: Screened['outcome'];
  reasons: ScreeningReason[];
}

export interface Decision {
  admitted: { nominationId: number; personId: number; outcome: 'ELIGIBLE' | 'OVER_QUOTA' }[];
  /** Nothing against them but that there is no seat: beyond the quota of their unit, or the class is full. */
  waitlisted: Refusal[];
  refused: Refusal[];
}

/**
 * Who gets a seat. Eligible people do while seats are free; those beyond their unit's quota only when the
 * coordinator gives a reason for it; nobody else, and nobody twice. Who only lacks a seat waits for one (N01). The screening has already been done again.
 */
export function decideAdmissions(applicants: readonly Applicant[], { free, overQuotaReason }: { free: number; overQuotaReason?: string }): Decision {
  const decision: Decision = { admitted: [], waitlisted: [], refused: [] };
  const seated = new Set<number>();
  for (const { nominationId, personId, name, screened } of applicants) {
    const refuse = (outcome: Refusal['outcome'], reasons: ScreeningReason[]) => decision.refused.push({ nominationId, name, outcome, reasons });
    const wait = (reasons: ScreeningReason[]) => decision.waitlisted.push({ nominationId, name, outcome: 'OVER_QUOTA', reasons });
    const { outcome } = screened;
    if (personId === null) refuse('NOT_FOUND', [{ code: 'PERSON_NOT_FOUND', params: {} }]);
    else if (outcome !== 'ELIGIBLE' && outcome !== 'OVER_QUOTA') refuse(outcome, screened.reasons);
    else if (seated.has(personId)) refuse('INELIGIBLE', [{ code: 'ALREADY_ENROLLED', params: {} }]);
    else if (outcome === 'OVER_QUOTA' && !overQuotaReason?.trim()) wait(screened.reasons);
    else if (seated.size >= free) wait([{ code: 'CLASS_FULL', params: { freePlaces: 0 } }]);
    else {
      seated.add(personId);
      decision.admitted.push({ nominationId, personId, outcome });
    }
  }
  return decision;
}
