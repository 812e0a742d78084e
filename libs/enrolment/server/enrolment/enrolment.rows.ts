import type { EnrolmentState } from '@halong/enrolment/contract';

/** An enrolment as other domains read it. Unit, position and rank are those of the admission. */
export interface EnrolmentRow {
  id: number;
  classId: number;
  personId: number;
  nominationId: number | null;
  state: EnrolmentState;
  fullName: string;
  sortName: string;
  unitId: number | null;
  unitName: string;
  position: string | null;
  rank: string | null;
  disciplineNote: string | null;
  version: number;
  createdAt: Date;
}

export interface PersonEnrolmentRow extends EnrolmentRow {
  classCode: string;
  classNameVi: string;
  classNameEn: string;
  classState: string;
  openingDate: string | null;
  closingDate: string | null;
}

/** Who is to be seated, as the records are on this day. */
export interface Snapshot {
  personId: number;
  nominationId: number;
  fullName: string;
  sortName: string;
  searchKey: string;
  unitId: number | null;
  unitName: string;
  position: string | null;
  rank: string | null;
}
