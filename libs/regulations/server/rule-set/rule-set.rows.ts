/** A row of regulations_rule_set as the database answers it. */
export interface RuleSetRow {
  id: number;
  category: string;
  version: number;
  name_vi: string;
  name_en: string;
  legal_basis: string;
  valid_from: string;
  valid_to: string | null;
  /** JSON, as text or value. */
  rules: unknown;
  basis: unknown;
}
