import type { ProgrammeDraft } from './programme-file.rules.ts';

export type Bucket = 'NEW' | 'VERSION' | 'CHANGED' | 'SAME';

/** What the catalogue knows of a programme: its names and its newest version. */
export interface KnownProgramme {
  nameVi: string;
  nameEn: string;
  category: string;
  authority: string;
  periods: number;
  deliveryMode: string;
  deliveryNote: string | null;
  assessmentText: string;
  credential: string;
  classSize: number;
  targetGroupText: string;
  validFrom: string;
}

const headFields = ['nameVi', 'nameEn', 'category', 'authority'] as const;
const versionFields = ['periods', 'deliveryMode', 'deliveryNote', 'assessmentText', 'credential', 'classSize', 'targetGroupText'] as const;

export type Difference =
  | { bucket: Bucket; differs: string[]; changesHead: boolean; addsVersion: boolean }
  /** The row wants other terms on a day on which a version stands already. */
  | { bucket: 'REFUSED'; differs: string[] };

/**
 * What one row of the file would do. Names and category are corrected in place. Other terms make a new version that
 * begins on the row's day; on the first day of the newest version or before it they are refused, because classes were
 * planned with the terms that stand.
 */
export function differenceOf(draft: ProgrammeDraft, known: KnownProgramme | undefined): Difference {
  if (!known) return { bucket: 'NEW', differs: [], changesHead: false, addsVersion: true };
  const head = headFields.filter((field) => draft[field] !== known[field]);
  const terms = versionFields.filter((field) => draft[field] !== known[field]);
  if (terms.length > 0 && draft.activeFrom <= known.validFrom) return { bucket: 'REFUSED', differs: terms };
  const addsVersion = terms.length > 0;
  const bucket = addsVersion ? 'VERSION' : head.length > 0 ? 'CHANGED' : 'SAME';
  return { bucket, differs: [...head, ...terms], changesHead: head.length > 0, addsVersion };
}
