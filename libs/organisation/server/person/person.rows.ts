/** What the queries answer; plain data, so that the presenter stays pure. */
export interface PersonRow {
  id: number;
  full_name: string;
  birth_year: number | null;
  gender: 'M' | 'F' | null;
  unit_id: number | null;
  unit_name: string | null;
  unit_text: string | null;
  position: string | null;
  rank: string | null;
}

export interface PersonDetailRow extends PersonRow {
  birth_date: string | null;
  ethnicity: string | null;
  party_member: number | null;
  personal_id_cipher: Buffer | null;
  email: string | null;
  phone: string | null;
  political_theory: string | null;
  defence_group: string | null;
  note: string | null;
  version: number;
}

export interface EmploymentRow {
  unit_name: string | null;
  unit_text: string;
  position: string | null;
  rank: string | null;
  valid_from: string | null;
  valid_to: string | null;
}
