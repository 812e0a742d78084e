import type { PersonItem } from '@halong/organisation/contract';
import type { EmploymentRow, PersonDetailRow, PersonRow } from './person.rows.ts';

export function presentPersonItem(row: PersonRow): PersonItem {
  return {
    id: row.id, fullName: row.full_name, unitId: row.unit_id, unitName: row.unit_name,
    unitPending: row.unit_id === null ? row.unit_text : null,
    position: row.position, rank: row.rank, birthYear: row.birth_year, gender: row.gender,
  };
}

/** Contact data leaves only for those who may see it. */
export function presentPerson(row: PersonDetailRow, employments: EmploymentRow[], personalIdMasked: string | null, seeContact: boolean) {
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
    can: { seeContact },
  };
}
