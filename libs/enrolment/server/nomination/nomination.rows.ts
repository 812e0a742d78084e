import type { NominationState } from '@halong/enrolment/contract';
import type { LineScreening, StoredReason } from '../screening/screening.service.ts';

/** One line of a list as it is stored. */
export interface LineRow {
  id: number;
  listId: number;
  classId: number;
  unitId: number;
  unitName: string;
  personId: number | null;
  position: number;
  writtenName: string;
  writtenBorn: string | null;
  writtenPosition: string | null;
  personalIdHash: string | null;
  fileRow: number | null;
  state: NominationState;
  screening: LineScreening['outcome'] | null;
  reasons: StoredReason[];
  notes: string[];
  submittedAt: Date | null;
  decidedAt: Date | null;
  decisionReason: string | null;
  /** Who sent the list. */
  submittedBy: number | null;
  listSubmittedAt: Date | null;
  /** The enrolment that the line led to holds a seat. */
  seated: number;
  fullName: string | null;
  recordPosition: string | null;
  personUnitName: string | null;
}

export interface ListRow {
  id: number;
  state: 'DRAFT' | 'SUBMITTED';
  version: number;
  submittedAt: Date | null;
}

/** A line that is not stored yet. */
export interface NewLine {
  personId: number | null;
  writtenName: string;
  writtenBorn: string | null;
  writtenPosition: string | null;
  personalIdHash: string | null;
  fileRow: number | null;
}

export interface CallRow {
  classId: number;
  classCode: string;
  nameVi: string;
  nameEn: string;
  unitId: number;
  unitName: string;
  quota: number;
  listed: number;
  admitted: number;
  openingDate: string | null;
  nominationDeadline: string | null;
  listState: 'DRAFT' | 'SUBMITTED' | null;
  open: number;
  classState: string;
}

export interface UnitCountRow {
  unitId: number;
  unitName: string;
  quota: number;
  listed: number;
  eligible: number;
  overQuota: number;
  ineligible: number;
  notFound: number;
  admitted: number;
  submittedAt: Date | null;
}
