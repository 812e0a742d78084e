/** A version with its programme, as the database answers it. */
export interface VersionRow {
  id: number;
  programme_id: number;
  version: number;
  periods: number;
  delivery_mode: string;
  delivery_note: string | null;
  assessment_text: string;
  credential: string;
  class_size: number;
  target_group_text: string;
  /** JSON, as text or value. */
  target_group: unknown;
  components: unknown;
  valid_from: string;
  valid_to: string | null;
}

export interface ProgrammeRow {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
  category: string;
  authority: string;
  version: number;
}

export interface UnitRow {
  id: number;
  version_id: number;
  parent_id: number | null;
  position: number;
  kind: string;
  title_vi: string;
  title_en: string;
  periods: number;
}

/** A line of the list: the programme with the version in force. */
export interface ProgrammeListRow extends ProgrammeRow {
  version_id: number;
  periods: number;
  delivery_mode: string;
  credential: string;
  class_size: number;
  has_target_group: number;
}
