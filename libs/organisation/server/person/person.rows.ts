import type { RecordChange } from './person-correction.rules.ts';

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

/** What a post says of itself. */
interface PostFacts {
  unit_text: string;
  position: string | null;
  rank: string | null;
  valid_from: string | null;
  valid_to: string | null;
}

export interface EmploymentRow extends PostFacts {
  unit_name: string | null;
}

/** A record as it is stored. */
export interface PersonRecord {
  id: number;
  full_name: string;
  search_key: string;
  birth_date: string | null;
  birth_year: number | null;
  gender: 'M' | 'F' | null;
  ethnicity: string | null;
  party_member: number | null;
  personal_id_cipher: Buffer | null;
  personal_id_hash: string | null;
  email: string | null;
  phone: string | null;
  political_theory: string | null;
  defence_group: string | null;
  note: string | null;
  version: number;
}

export interface PostRecord extends PostFacts {
  id: number;
  person_id: number;
  unit_id: number | null;
}

export interface CorrectionRow {
  changes: RecordChange[];
  reason: string;
  by: string;
  at: Date;
}

/** A row of a list that wrote the record. */
export interface ListRow {
  importId: number;
  fileName: string;
  rowNo: number;
  by: string;
  at: Date;
  added: boolean;
  changes: { field: string; before: string | null; after: string | null }[];
  unitChosen: string | null;
}

export interface MergedRow {
  importId: number;
  rowNo: number;
  into: number;
  code: string;
  unitText: string;
}
