import type { TrainingClassState } from '@halong/classes/contract';
import type { TargetGroup } from '../nomination/screening.rules.ts';

/** A class as nominations and enrolments look at it. */
export interface ClassRow {
  id: number;
  code: string;
  nameVi: string;
  nameEn: string;
  state: TrainingClassState;
  capacity: number;
  openingDate: string | null;
  closingDate: string | null;
  nominationDeadline: string | null;
  institutionId: number;
  organisingUnitId: number | null;
  programmeId: number;
  targetGroup: TargetGroup;
  targetGroupText: string;
}

export interface SeatCount {
  capacity: number;
  taken: number;
  free: number;
}
