import { foldVietnamese, givenNameKey, tidy } from '@halong/platform/contract';
import type { Cell, SqlValue } from '@halong/platform/server';
import type { CorrectedField } from '@halong/organisation/contract';
import { cleanBirthDate, cleanEmail, cleanName, cleanPhone, type Cleaned, type RejectReason, type RowWarning } from '../import/person-field.rules.ts';
import type { PersonRecord } from './person.rows.ts';

/** What somebody typed; null empties, a field that is absent stays. */
export type Corrected = { [F in CorrectedField]?: string | null | undefined };

export interface RecordChange {
  field: CorrectedField;
  before: string | null;
  after: string | null;
}

export interface CorrectionFault {
  field: CorrectedField;
  code: RejectReason | RowWarning;
  value: string;
}

export interface CorrectionPlan {
  changes: RecordChange[];
  /** Columns of the record. */
  values: Record<string, SqlValue>;
  faults: CorrectionFault[];
}

const cell = (text: string): Cell => ({ col: 1, kind: 'text', text });

/** A record is corrected by the rules by which a list is read. */
const cleaners: Record<CorrectedField, (text: string, today: string) => Cleaned<string>> = {
  name: (text) => cleanName(cell(text)),
  dob: (text, today) => {
    const { value, ...rest } = cleanBirthDate(cell(text), today);
    return { ...rest, value: value?.value ?? null };
  },
  email: (text) => cleanEmail(cell(text)),
  phone: (text) => cleanPhone(cell(text)),
};

const columnsOf: Record<CorrectedField, (value: string | null) => Record<string, SqlValue>> = {
  name: (value) => ({ full_name: value, sort_name: givenNameKey(value ?? ''), search_key: foldVietnamese(value ?? '') }),
  dob: (value) => ({ birth_date: value?.length === 10 ? value : null, birth_year: value === null ? null : Number(value.slice(0, 4)) }),
  email: (email) => ({ email }),
  phone: (phone) => ({ phone }),
};

const stored = (record: PersonRecord): Record<CorrectedField, string | null> => ({
  name: record.full_name, dob: record.birth_date ?? record.birth_year?.toString() ?? null, email: record.email, phone: record.phone,
});

/** What a correction changes in a record, or what is wrong with it. `today` is yyyy-MM-dd: nobody is born after it. */
export function planCorrection(record: PersonRecord, corrected: Corrected, today: string): CorrectionPlan {
  const plan: CorrectionPlan = { changes: [], values: {}, faults: [] };
  const before = stored(record);
  for (const [field, typed] of Object.entries(corrected) as [CorrectedField, string | null | undefined][]) {
    if (typed === undefined) continue;
    const text = typed === null ? '' : tidy(typed);
    const { value, reject, warning } = text === '' && (field === 'email' || field === 'phone') ? cleaned(null) : cleaners[field](text, today);
    const fault = reject ?? warning;
    if (fault) plan.faults.push({ field, code: fault, value: text });
    else if (value !== before[field]) {
      plan.changes.push({ field, before: before[field], after: value });
      Object.assign(plan.values, columnsOf[field](value));
    }
  }
  return plan;
}

const cleaned = (value: string | null): Cleaned<string> => ({ value, dirt: [] });
