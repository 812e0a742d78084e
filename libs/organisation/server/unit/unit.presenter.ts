import type { Unit } from '@halong/organisation/contract';

interface Row {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
  type: string;
  parent_id: number | null;
  valid_from: string | null;
  valid_to: string | null;
}

export function presentUnit(row: Row): Unit {
  return {
    id: row.id, code: row.code, nameVi: row.name_vi, nameEn: row.name_en, type: row.type,
    parentId: row.parent_id, validFrom: row.valid_from, validTo: row.valid_to,
  };
}
