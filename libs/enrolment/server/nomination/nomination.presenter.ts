import type { EnrolmentCall, NominationItem } from '@halong/enrolment/contract';
import type { LineCan } from './nomination.policy.ts';
import type { CallRow, LineRow, UnitCountRow } from './nomination.rows.ts';

export function presentLine(row: LineRow, can: LineCan): NominationItem {
  return {
    id: row.id, unitId: row.unitId, unitName: row.unitName, personId: row.personId, writtenName: row.writtenName, fullName: row.fullName,
    position: row.recordPosition, personUnitName: row.personUnitName, fileRow: row.fileRow, state: row.state, screening: row.screening,
    reasons: row.reasons, notes: row.notes as NominationItem['notes'], decidedAt: row.decidedAt?.toISOString() ?? null, decisionReason: row.decisionReason, seated: Number(row.seated) > 0, can,
  };
}

export function presentCall(row: CallRow): EnrolmentCall {
  const { open: isOpen, classState, listState, ...call } = row;
  const open = Boolean(Number(isOpen));
  const closedBy = open ? null : classState === 'NOMINATING' ? 'DEADLINE' : 'CLASS';
  return { ...call, listed: Number(row.listed), admitted: Number(row.admitted), listState: listState ?? 'NONE', open, closedBy };
}

export function presentUnitCounts(row: UnitCountRow) {
  const { unitId, unitName, submittedAt } = row;
  return {
    unitId, unitName, quota: Number(row.quota), listed: Number(row.listed), eligible: Number(row.eligible), overQuota: Number(row.overQuota),
    ineligible: Number(row.ineligible), notFound: Number(row.notFound), admitted: Number(row.admitted), submittedAt: submittedAt?.toISOString() ?? null,
  };
}
