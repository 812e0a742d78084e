import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideAdmissions, type Applicant } from './admission.rules.ts';

const eligible = (nominationId: number, personId = nominationId): Applicant => ({ nominationId, personId, name: `Người ${nominationId}`, screened: { outcome: 'ELIGIBLE', reasons: [] } });
const overQuota = (nominationId: number): Applicant => ({ nominationId, personId: nominationId, name: `Người ${nominationId}`, screened: { outcome: 'OVER_QUOTA', reasons: [{ code: 'OVER_QUOTA', params: { quota: 6 } }] } });

describe('decideAdmissions', () => {
  it('gives the last seat to the first in order; the next one waits', () => {
    const { admitted, waitlisted, refused } = decideAdmissions([eligible(1), eligible(2)], { free: 1 });
    expect(admitted.map(({ nominationId }) => nominationId)).toEqual([1]);
    expect(refused).toEqual([]);
    expect(waitlisted).toEqual([{ nominationId: 2, name: 'Người 2', outcome: 'OVER_QUOTA', reasons: [{ code: 'CLASS_FULL', params: { freePlaces: 0 } }] }]);
  });

  it.each([[undefined, 0], ['  ', 0], ['Đơn vị khác không cử đủ', 1]])('admits beyond the quota with the reason %j: %d; otherwise they wait', (overQuotaReason, seats) => {
    const { admitted, waitlisted, refused } = decideAdmissions([overQuota(1)], { free: 5, overQuotaReason });
    expect([admitted.length, waitlisted.length, refused.length]).toEqual([seats, 1 - seats, 0]);
  });

  it('gives nobody two seats, whichever units sent them', () => {
    const { admitted, refused } = decideAdmissions([eligible(1, 7), eligible(2, 7)], { free: 5 });
    expect(admitted).toHaveLength(1);
    expect(refused[0]?.reasons).toEqual([{ code: 'ALREADY_ENROLLED', params: {} }]);
  });

  it('keeps every reason of a refusal', () => {
    const reasons: Applicant['screened']['reasons'] = [{ code: 'WRONG_TARGET_GROUP', params: { position: 'Văn thư' } }, { code: 'CLASS_CLASH', params: { classCode: 'CVC K02/2026' } }];
    expect(decideAdmissions([{ nominationId: 1, personId: 1, name: 'Người 1', screened: { outcome: 'INELIGIBLE', reasons } }], { free: 5, overQuotaReason: 'vẫn nhận' }).refused[0]?.reasons).toEqual(reasons);
  });

  const applicant = fc.record({
    nominationId: fc.nat(),
    personId: fc.option(fc.nat({ max: 12 })),
    name: fc.constant('Người'),
    screened: fc.record({ outcome: fc.constantFrom('ELIGIBLE', 'INELIGIBLE', 'OVER_QUOTA', 'NOT_FOUND'), reasons: fc.constant([]) }),
  }) as fc.Arbitrary<Applicant>;

  it('never gives out more seats than are free, answers for everybody, and never admits who is not eligible', () => {
    fc.assert(fc.property(fc.array(applicant, { maxLength: 40 }), fc.nat({ max: 20 }), fc.option(fc.constant('lý do'), { nil: undefined }), (applicants, free, overQuotaReason) => {
      const { admitted, waitlisted, refused } = decideAdmissions(applicants, { free, overQuotaReason });
      expect(admitted.length).toBeLessThanOrEqual(free);
      expect([...admitted, ...waitlisted, ...refused].map(({ nominationId }) => nominationId).sort()).toEqual(applicants.map(({ nominationId }) => nominationId).sort());
      if (admitted.length < free && overQuotaReason) expect(waitlisted).toEqual([]);
      expect(new Set(admitted.map(({ personId }) => personId)).size).toBe(admitted.length);
      if (!overQuotaReason) expect(admitted.every(({ outcome }) => outcome === 'ELIGIBLE')).toBe(true);
      expect(refused.some(({ outcome }) => outcome === 'ELIGIBLE')).toBe(false);
    }));
  });
});
