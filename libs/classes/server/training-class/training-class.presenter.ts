import { z } from 'zod';
import { deliveryModes, programmeCredentials } from '@halong/catalogue/contract';
import { classStaffRoles, sessionModes, trainingClassStates, type ClassDetail, type ClassItem, type SessionMode } from '@halong/classes/contract';
import type { Actor } from '@halong/platform/contract';
import { jsonIn } from '@halong/platform/server';
import { programmeCategoryCode, ruleSet } from '@halong/regulations/contract';
import { nextClassStates } from './training-class.lifecycle.ts';
import { mayWorkOn, rolesOn, type ClassPlace } from './training-class.policy.ts';
import type { ClassDetailRow, ClassRow, ModeTotalRow, QuotaRow, StaffRow } from './training-class.rows.ts';
import { timetableOpen } from './training-class.rules.ts';

const state = z.enum(trainingClassStates);

export const placeOf = (row: Pick<ClassRow, 'id' | 'institution_id' | 'is_staff'>): ClassPlace => ({ id: row.id, institutionId: row.institution_id, isStaff: Boolean(row.is_staff) });
export const stateOf = (row: Pick<ClassRow, 'state'>) => state.parse(row.state);

export function presentClassItem(row: ClassRow, actor: Actor): ClassItem {
  const works = mayWorkOn(actor, placeOf(row));
  const current = stateOf(row);
  return {
    id: row.id, code: row.code, nameVi: row.name_vi, nameEn: row.name_en, programmeCode: row.programme_code, category: programmeCategoryCode.parse(row.category),
    intakeNo: row.intake_no, year: row.year, institution: { id: row.institution_id, nameVi: row.institution_vi, nameEn: row.institution_en },
    capacity: row.capacity, state: current, openingDate: row.opening_date, closingDate: row.closing_date, nominationDeadline: row.nomination_deadline,
    can: { edit: works, timetable: works && timetableOpen(current), transition: nextClassStates(current, rolesOn(actor, placeOf(row))).length > 0 },
  };
}

export interface ClassParts {
  quotas: QuotaRow[];
  staff: StaffRow[];
  totals: ModeTotalRow[];
  takesPart: boolean;
}

export function presentClass(row: ClassDetailRow, parts: ClassParts, actor: Actor): ClassDetail {
  const item = presentClassItem(row, actor);
  return {
    ...item,
    programme: {
      id: row.programme_id, versionId: row.programme_version_id, code: row.programme_code, nameVi: row.programme_vi, nameEn: row.programme_en,
      periods: row.programme_periods, deliveryMode: z.enum(deliveryModes).parse(row.delivery_mode), credential: z.enum(programmeCredentials).parse(row.credential),
    },
    organisingUnit: row.organising_unit_id === null ? null : { id: row.organising_unit_id, nameVi: row.organising_vi ?? '', nameEn: row.organising_en ?? '' },
    stateReason: row.state_reason,
    rules: row.rules === null ? null : ruleSet.parse(jsonIn(row.rules)),
    ruleSetId: row.rule_set_id,
    decision:
      row.decision_no === null || row.decision_date === null
        ? null
        : { no: row.decision_no, date: row.decision_date, signer: row.decision_signer, fileName: row.decision_file_name ?? '' },
    quotas: parts.quotas.map(({ unit_id, name_vi, name_en, seats }) => ({ unit: { id: unit_id, nameVi: name_vi, nameEn: name_en }, seats })),
    staff: parts.staff.map(({ person_id, full_name, role }) => ({ personId: person_id, fullName: full_name, role: z.enum(classStaffRoles).parse(role) })),
    timetable: presentTotals(parts.totals),
    takesPart: parts.takesPart,
    version: row.version,
    nextStates: nextClassStates(item.state, rolesOn(actor, placeOf(row))).map(({ to, needs }) => ({ to, needs: [...needs] })),
  };
}

export function presentTotals(totals: readonly ModeTotalRow[]): ClassDetail['timetable'] {
  const periodsByMode: Record<SessionMode, number> = { ROOM: 0, ONLINE: 0, BOTH: 0, FIELD: 0 };
  for (const { mode, periods } of totals) periodsByMode[z.enum(sessionModes).parse(mode)] = Number(periods);
  return {
    sessions: totals.reduce((sum, { sessions }) => sum + Number(sessions), 0),
    periods: totals.reduce((sum, { periods }) => sum + Number(periods), 0),
    periodsByMode,
    firstDay: totals.map(({ first_day }) => first_day).sort().at(0) ?? null,
    lastDay: totals.map(({ last_day }) => last_day).sort().at(-1) ?? null,
  };
}
