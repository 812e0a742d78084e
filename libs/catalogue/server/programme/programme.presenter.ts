import { z } from 'zod';
import {
  component, deliveryModes, programmeAuthorities, programmeCredentials, programmeUnitKinds, targetGroup,
  type ProgrammeDetail, type ProgrammeItem, type ProgrammeVersion,
} from '@halong/catalogue/contract';
import { jsonIn } from '@halong/platform/server';
import { programmeCategoryCode } from '@halong/regulations/contract';
import type { ProgrammeListRow, ProgrammeRow, UnitRow, VersionRow } from './programme.rows.ts';

const mode = z.enum(deliveryModes);
const credential = z.enum(programmeCredentials);
const authority = z.enum(programmeAuthorities);
const kind = z.enum(programmeUnitKinds);

export function presentVersion(row: VersionRow, units: readonly UnitRow[]): ProgrammeVersion {
  return {
    id: row.id, version: row.version, periods: row.periods, deliveryMode: mode.parse(row.delivery_mode), deliveryNote: row.delivery_note,
    assessmentText: row.assessment_text, credential: credential.parse(row.credential), classSize: row.class_size,
    targetGroupText: row.target_group_text, targetGroup: targetGroup.nullable().parse(jsonIn(row.target_group) ?? null),
    components: z.array(component).parse(jsonIn(row.components)), validFrom: row.valid_from, validTo: row.valid_to,
    units: units
      .filter(({ version_id }) => version_id === row.id)
      .map((unit) => ({
        id: unit.id, parentId: unit.parent_id, position: unit.position, kind: kind.parse(unit.kind), titleVi: unit.title_vi, titleEn: unit.title_en, periods: unit.periods,
      })),
  };
}

export function presentProgramme(row: ProgrammeRow, versions: readonly VersionRow[], units: readonly UnitRow[], mayEdit: boolean): ProgrammeDetail {
  return {
    id: row.id, code: row.code, nameVi: row.name_vi, nameEn: row.name_en, category: programmeCategoryCode.parse(row.category),
    authority: authority.parse(row.authority), version: row.version, versions: versions.map((version) => presentVersion(version, units)), can: { edit: mayEdit },
  };
}

export function presentProgrammeItem(row: ProgrammeListRow): ProgrammeItem {
  return {
    id: row.id, code: row.code, nameVi: row.name_vi, nameEn: row.name_en, category: programmeCategoryCode.parse(row.category),
    authority: authority.parse(row.authority), versionId: row.version_id, periods: row.periods, deliveryMode: mode.parse(row.delivery_mode),
    credential: credential.parse(row.credential), classSize: row.class_size, hasTargetGroup: Boolean(row.has_target_group),
  };
}
