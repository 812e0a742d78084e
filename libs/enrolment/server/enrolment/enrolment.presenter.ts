import type { EnrolmentItem, EnrolmentState, PersonEnrolment } from '@halong/enrolment/contract';
import type { EnrolmentRow, PersonEnrolmentRow } from './enrolment.rows.ts';

/** `changeTo`: where the reader may take it. */
export function presentEnrolment(row: EnrolmentRow, changeTo: EnrolmentState[]): EnrolmentItem {
  const { id, classId, personId, fullName, unitId, unitName, position, rank, state, disciplineNote, version } = row;
  return { id, classId, personId, fullName, unitId, unitName, position, rank, state, disciplineNote, version, admittedAt: row.createdAt.toISOString(), can: { changeTo } };
}

export function presentPersonEnrolment(row: PersonEnrolmentRow): PersonEnrolment {
  const { classCode: code, classNameVi: nameVi, classNameEn: nameEn, classState: state, openingDate, closingDate } = row;
  return { ...presentEnrolment(row, []), class: { code, nameVi, nameEn, state, openingDate, closingDate } };
}
