import type { Screened, ScreeningReason } from '../nomination/screening.rules.ts';

/** A line in the order in which seats are given: the list that came first, then list order. */
export interface Applicant {
  nominationId: number;
  personId: number | null;
  screened: Pick<Screened, 'outcome' | 'reasons'>;
}

export interface Refusal {
  nominationId: number;
  outcome: Screened['outcome'];
  reasons: ScreeningReason[];
}

export interface Decision {
  admitted: { nominationId: number; personId: number; outcome: 'ELIGIBLE' | 'OVER_QUOTA' }[];
  refused: Refusal[];
}

/**
 * Who gets a seat. Eligible people do while seats are free; those beyond their unit's quota only when the
 * coordinator gives a reason for it; nobody else, and nobody twice. The screening has already been done again.
 */
export function decideAdmissions(applicants: readonly Applicant[], { free, overQuotaReason }: { free: number; overQuotaReason?: string }): Decision {
  const decision: Decision = { admitted: [], refused: [] };
  const seated = new Set<number>();
  for (const { nominationId, personId, screened } of applicants) {
    const refuse = (outcome: Refusal['outcome'], reasons: ScreeningReason[]) => decision.refused.push({ nominationId, outcome, reasons });
    const { outcome } = screened;
    const admissible = outcome === 'ELIGIBLE' || (outcome === 'OVER_QUOTA' && Boolean(overQuotaReason?.trim()));
    if (personId === null) refuse('NOT_FOUND', [{ code: 'PERSON_NOT_FOUND', params: {} }]);
    else if (!admissible) refuse(outcome, screened.reasons);
    else if (seated.has(personId)) refuse('INELIGIBLE', [{ code: 'ALREADY_ENROLLED', params: {} }]);
    else if (seated.size >= free) refuse('OVER_QUOTA', [{ code: 'CLASS_FULL', params: { freePlaces: 0 } }]);
    else {
      seated.add(personId);
      decision.admitted.push({ nominationId, personId, outcome });
    }
  }
  return decision;
}
