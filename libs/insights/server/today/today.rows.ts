/** What the queries answer; plain data, so that the presenter stays pure. */
export interface SessionFactsRow {
  id: number;
  session_no: number;
  class_id: number;
  code: string;
  name_vi: string;
  name_en: string;
  topic: string;
  starts_at: Date;
  ends_at: Date;
  first_period: number;
  last_period: number;
  mode: 'ROOM' | 'ONLINE' | 'BOTH' | 'FIELD';
  state: 'SCHEDULED' | 'LIVE' | 'ENDED' | 'ATTENDANCE_LOCKED' | 'CANCELLED';
  place: string | null;
  lecturers: string | null;
}

export interface MySessionRow extends SessionFactsRow {
  sessions_total: number;
  window_before: number;
  status: string | null;
  way: string | null;
  arrived_at: Date | null;
  periods_credited: number;
  periods_total: number;
}

export interface DeskSessionRow extends SessionFactsRow {
  expected: number;
  present: number;
  to_review: number;
}

export interface PersonYearRow {
  full_name: string;
  gender: 'M' | 'F' | null;
  counted: number;
  on_the_way: number;
  expected: number;
  needed: number;
}
