import type { EnrolmentItem, PersonEnrolment } from '@halong/enrolment/contract';
import type { EnrolmentRow, PersonEnrolmentRow } from './enrolment.rows.ts';

/** `can`: where the reader may take it, and whether they may note a breach of discipline. */
export function presentEnrolment(row: EnrolmentRow, can: EnrolmentItem['can']): EnrolmentItem {
  const { id, classId, personId, fullName, unitId, unitName, position, rank, state, disciplineNote, version } = row;
  return { id, classId, personId, fullName, unitId, unitName, position, rank, state, disciplineNote, version, admittedAt: row.createdAt.toISOString(), can };
}

/** What somebody may do who only reads. */
export const nothing: EnrolmentItem['can'] = { changeTo: [], noteDiscipline: false };

export function presentPersonEnrolment(row: PersonEnrolmentRow): PersonEnrolment {
  const { classCode: code, classNameVi: nameVi, classNameEn: nameEn, classState: state, openingDate, closingDate } = row;
  return { ...presentEnrolment(row, nothing), class: { code, nameVi, nameEn, state, openingDate, closingDate } };
}
