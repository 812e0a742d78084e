import type { AssignmentDetail, AssignmentFields, AssignmentItem, OverrideView } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';
import type { AssignmentRow, AssignmentValues, CountsRow, OverrideRow } from './assignment.rows.ts';
import type { GroupRow, Seat } from './group.rows.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export interface Expected {
  people: number;
  groups: number;
}

export function presentItem(row: AssignmentRow, counts: CountsRow | undefined, { people, groups }: Expected): AssignmentItem {
  const { id, classId, kind, title, state, groupWork, component, version } = row;
  return {
    id, classId, kind, title, state, groupWork, component, version,
    opensAt: iso(row.opensAt), dueAt: row.dueAt.toISOString(), cutoffAt: iso(row.cutoffAt),
    counts: { expected: groupWork ? groups : people, submitted: counts?.submitted ?? 0, late: counts?.late ?? 0 },
  };
}

export function presentOverride(row: OverrideRow, seats: readonly Seat[], groups: readonly GroupRow[]): OverrideView {
  const { id, enrolmentId, groupId, attempts, waiveLate, reason } = row;
  const name = enrolmentId === null ? groups.find((group) => group.id === groupId)?.name : seats.find((seat) => seat.enrolmentId === enrolmentId)?.fullName;
  return { id, enrolmentId, groupId, name: name ?? '', attempts, waiveLate, reason, opensAt: iso(row.opensAt), dueAt: iso(row.dueAt), cutoffAt: iso(row.cutoffAt) };
}

export function presentDetail(row: AssignmentRow, item: AssignmentItem, references: DocumentView[], overrides: OverrideView[], can: { edit: boolean; takesWork: boolean }): AssignmentDetail {
  const { brief, confirmAll, late, attempts, declaration, blind, markers, diffThreshold, rubricVersionId } = row;
  return {
    ...item, brief, confirmAll, late, attempts, declaration, blind, markers, diffThreshold, rubricVersionId, references, overrides,
    can: {
      edit: can.edit,
      publish: can.edit && can.takesWork && row.state === 'DRAFT',
      remove: can.edit && item.counts.submitted === 0,
      override: can.edit && row.state === 'PUBLISHED',
    },
  };
}

/** What was sent, as it is kept. Confirmation by all only makes sense in a group. */
export function valuesOf({ opensAt, dueAt, cutoffAt, references: _, ...fields }: AssignmentFields): AssignmentValues {
  const at = (text: string | null) => (text === null ? null : new Date(text));
  return { ...fields, confirmAll: fields.groupWork && fields.confirmAll, opensAt: at(opensAt), dueAt: new Date(dueAt), cutoffAt: at(cutoffAt) };
}
