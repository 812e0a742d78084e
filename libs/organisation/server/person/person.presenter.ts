import type { PersonEvent, PersonItem } from '@halong/organisation/contract';
import type { CorrectionRow, EmploymentRow, ListRow, MergedRow, PersonDetailRow, PersonRow } from './person.rows.ts';

export function presentPersonItem(row: PersonRow): PersonItem {
  return {
    id: row.id, fullName: row.full_name, unitId: row.unit_id, unitName: row.unit_name,
    unitPending: row.unit_id === null ? row.unit_text : null,
    position: row.position, rank: row.rank, birthYear: row.birth_year, gender: row.gender,
  };
}

/** Contact data leaves only for those who may see it. */
export function presentPerson(row: PersonDetailRow, employments: EmploymentRow[], personalIdMasked: string | null, { seeContact, correct }: { seeContact: boolean; correct: boolean }) {
  return {
    ...presentPersonItem(row),
    birthDate: seeContact ? row.birth_date : null,
    ethnicity: row.ethnicity,
    partyMember: row.party_member === null ? null : Boolean(row.party_member),
    personalIdMasked: seeContact ? personalIdMasked : null,
    email: seeContact ? row.email : null,
    phone: seeContact ? row.phone : null,
    politicalTheory: row.political_theory,
    defenceGroup: row.defence_group,
    note: seeContact ? row.note : null,
    employments: employments.map((post) => ({
      unitName: post.unit_name, unitText: post.unit_text, position: post.position, rank: post.rank, validFrom: post.valid_from, validTo: post.valid_to,
    })),
    version: row.version,
    can: { seeContact, correct },
  };
}

/** Corrections and lists in one order, the newest first. */
export function presentHistory(corrections: readonly CorrectionRow[], lists: readonly ListRow[], merged: readonly MergedRow[]): PersonEvent[] {
  const byHand = corrections.map(({ changes, reason, by, at }): PersonEvent => ({ kind: 'CORRECTED', at: at.toISOString(), by, reason, changes, list: null }));
  const byList = lists.map(({ importId, fileName, rowNo, by, at, added, changes, unitChosen }): PersonEvent => ({
    kind: added ? 'ADDED' : 'CHANGED', at: at.toISOString(), by, reason: null, changes,
    list: {
      importId, fileName, rowNo, unitChosen,
      merged: merged.filter((row) => row.importId === importId && row.into === rowNo).map((row) => ({ rowNo: row.rowNo, code: row.code, unitText: row.unitText })),
    },
  }));
  return [...byHand, ...byList].sort((a, b) => b.at.localeCompare(a.at));
}
