/** A class with what its list line needs, as the database answers it. */
export interface ClassRow {
  id: number;
  code: string;
  programme_version_id: number;
  programme_code: string;
  category: string;
  intake_no: number;
  year: number;
  name_vi: string;
  name_en: string;
  institution_id: number;
  institution_vi: string;
  institution_en: string;
  organising_unit_id: number | null;
  capacity: number;
  state: string;
  state_reason: string | null;
  opening_date: string | null;
  closing_date: string | null;
  nomination_deadline: string | null;
  version: number;
  /** The asking person is in the staff of the class (0 or 1). */
  is_staff: number;
}

/** The whole class. */
export interface ClassDetailRow extends ClassRow {
  programme_id: number;
  programme_vi: string;
  programme_en: string;
  programme_periods: number;
  delivery_mode: string;
  credential: string;
  organising_vi: string | null;
  organising_en: string | null;
  rule_set_id: number | null;
  /** JSON, as text or value. */
  rules: unknown;
  decision_no: string | null;
  decision_date: string | null;
  decision_signer: string | null;
  decision_file_id: number | null;
  decision_file_name: string | null;
}

export interface QuotaRow {
  unit_id: number;
  name_vi: string;
  name_en: string;
  seats: number;
}

export interface StaffRow {
  person_id: number;
  full_name: string;
  role: string;
}

export interface ModeTotalRow {
  mode: string;
  sessions: number;
  periods: number;
  first_day: string;
  last_day: string;
}
