/** A session with its class and room, as the database answers it. */
export interface SessionRow {
  id: number;
  class_id: number;
  class_code: string;
  class_vi: string;
  class_en: string;
  class_state: string;
  institution_id: number;
  session_no: number;
  day: string;
  starts_at: Date;
  ends_at: Date;
  mode: string;
  room_id: number | null;
  room_name: string | null;
  place: string | null;
  topic: string;
  programme_unit_id: number | null;
  state: string;
  state_reason: string | null;
  version: number;
  /** The asking person is in the staff of the class (0 or 1). */
  is_staff: number;
}

export interface PeriodRow {
  session_id: number;
  period_no: number;
  starts_at: Date;
  ends_at: Date;
}

export interface SessionLecturerRow {
  session_id: number;
  lecturer_id: number;
  person_id: number;
  full_name: string;
  title: string;
}

/** What the clash rules compare. */
export interface BookedRow {
  id: number;
  class_id: number;
  class_code: string;
  starts_at: Date;
  ends_at: Date;
  room_id: number | null;
  /** Comma-separated, null for none. */
  lecturer_ids: string | null;
}
