import { foldVietnamese, tidy } from '@halong/platform/contract';

/** Who a programme is for. Empty lists ask nothing. All three conditions must hold. */
export type TargetGroup = {
  /** Types of the person's unit or of a unit above it, such as `WARD`. */
  unitTypes: string[];
  /** How the post begins, accents and case aside, such as `Phó Trưởng phòng`. */
  positionPatterns: string[];
  /** Leadership level of the post; a person without a recorded level is judged by the post alone. */
  level?: string;
};

/** What the records say about a person. */
export type NomineeRecord = {
  name: string;
  /** `yyyy-MM-dd` or `yyyy`. */
  born: string | null;
  /** From the person's own unit upwards; null while the unit of a person is still to be decided. */
  lineage: { unitId: number; type: string }[] | null;
  position: string;
  level: string | null;
  /** A valid certificate of this programme. */
  certificate: { registerNumber: string } | null;
  /** Classes on the same days: running or with a place promised. */
  clashes: { classCode: string }[];
  /** Already has a place in this class. */
  enrolled: boolean;
  /** On another live list for this class, by this unit. */
  nominatedBy: number | null;
};

/** One line of the list with its record: null when the personal number belongs to nobody in the staff list. */
export type Nominee = {
  row: number;
  pin: string | null;
  name: string;
  born: string | null;
  positionText: string | null;
  record: NomineeRecord | null;
};

export type ScreeningTerms = {
  /** The unit that sends the list. */
  unitId: number;
  targetGroup: TargetGroup;
  /** Places of this unit, and how many of them earlier lists have taken. */
  quota: number;
  quotaTaken: number;
  /** Places left in the class; null when its size is not limited. */
  freePlaces: number | null;
};

/** Why somebody does not get a place. */
export type ScreeningReason =
  | { code: 'PERSON_NOT_FOUND'; params: Record<string, never> }
  | { code: 'WRONG_TARGET_GROUP'; params: { position: string } }
  | { code: 'UNIT_MISMATCH'; params: { unitId: number } }
  | { code: 'ALREADY_CERTIFIED'; params: { registerNumber: string } }
  | { code: 'ALREADY_ENROLLED'; params: Record<string, never> }
  | { code: 'ALREADY_NOMINATED'; params: { unitId: number } }
  | { code: 'CLASS_CLASH'; params: { classCode: string } }
  | { code: 'ON_LIST_TWICE'; params: { row: number } }
  | { code: 'OVER_QUOTA'; params: { quota: number } }
  | { code: 'CLASS_FULL'; params: { freePlaces: number } };

/** What a person should look at before the list is approved; none of it refuses anybody. */
export type ScreeningNote = 'NAME_DIFFERS' | 'BORN_DIFFERS' | 'POSITION_DIFFERS' | 'UNIT_PENDING';

export type ScreeningOutcome = 'ELIGIBLE' | 'INELIGIBLE' | 'OVER_QUOTA' | 'NOT_FOUND';
export type Screened = { row: number; outcome: ScreeningOutcome; reasons: ScreeningReason[]; notes: ScreeningNote[] };
export type Screening = {
  rows: Screened[];
  /** Places of the quota that the list leaves free. */
  freeInQuota: number;
};

/**
 * Screens a unit's list (domain rules N01, N02). In list order, eligible people take the places of the quota;
 * those beyond it are OVER_QUOTA and keep their turn for the waiting list. People who are not eligible take no
 * place. Every refusal carries all its reasons, not only the first.
 */
export function screenNominations(nominees: Nominee[], terms: ScreeningTerms): Screening {
  const firstRow = new Map<string, number>();
  let places = Math.max(0, terms.quota - terms.quotaTaken);
  let free = terms.freePlaces;
  const rows = nominees.map((nominee): Screened => {
    const twice = nominee.pin === null ? undefined : firstRow.get(nominee.pin);
    if (nominee.pin !== null && twice === undefined) firstRow.set(nominee.pin, nominee.row);
    const { row, record } = nominee;
    if (!record) return { row, outcome: 'NOT_FOUND', reasons: [{ code: 'PERSON_NOT_FOUND', params: {} }], notes: [] };
    const notes = notesOn(nominee, record);
    const reasons = reasonsAgainst(record, terms);
    if (twice !== undefined) reasons.push({ code: 'ON_LIST_TWICE', params: { row: twice } });
    if (reasons.length > 0) return { row, outcome: 'INELIGIBLE', reasons, notes };
    if (places === 0) return { row, outcome: 'OVER_QUOTA', reasons: [{ code: 'OVER_QUOTA', params: { quota: terms.quota } }], notes };
    if (free === 0) return { row, outcome: 'OVER_QUOTA', reasons: [{ code: 'CLASS_FULL', params: { freePlaces: terms.freePlaces! } }], notes };
    places -= 1;
    if (free !== null) free -= 1;
    return { row, outcome: 'ELIGIBLE', reasons: [], notes };
  });
  return { rows, freeInQuota: places };
}

function reasonsAgainst(record: NomineeRecord, { unitId, targetGroup }: ScreeningTerms): ScreeningReason[] {
  const reasons: ScreeningReason[] = [];
  if (record.enrolled) reasons.push({ code: 'ALREADY_ENROLLED', params: {} });
  if (record.nominatedBy !== null) reasons.push({ code: 'ALREADY_NOMINATED', params: { unitId: record.nominatedBy } });
  if (record.certificate) reasons.push({ code: 'ALREADY_CERTIFIED', params: { registerNumber: record.certificate.registerNumber } });
  if (record.lineage && !record.lineage.some((unit) => unit.unitId === unitId)) {
    reasons.push({ code: 'UNIT_MISMATCH', params: { unitId: record.lineage[0]?.unitId ?? 0 } });
  }
  if (!inTargetGroup(record, targetGroup)) reasons.push({ code: 'WRONG_TARGET_GROUP', params: { position: record.position } });
  return [...reasons, ...record.clashes.map(({ classCode }) => ({ code: 'CLASS_CLASH' as const, params: { classCode } }))];
}

/**
 * Is this person one the programme is for? A person whose unit is still to be decided is not refused for it:
 * the nominating unit vouches, and the screening notes UNIT_PENDING.
 */
export function inTargetGroup(record: Pick<NomineeRecord, 'lineage' | 'position' | 'level'>, group: TargetGroup): boolean {
  const { lineage, level } = record;
  if (lineage && group.unitTypes.length > 0 && !lineage.some(({ type }) => group.unitTypes.includes(type))) return false;
  if (group.level !== undefined && level !== null && level !== group.level) return false;
  if (group.positionPatterns.length === 0) return group.level === undefined || level !== null;
  return group.positionPatterns.some((pattern) => holdsPost(record.position, pattern));
}

/** `Đảng ủy viên, Trưởng phòng Kinh tế` holds `Trưởng phòng`; a `Nguyên Trưởng phòng` or a helper of one does not. */
function holdsPost(position: string, pattern: string): boolean {
  const wanted = foldVietnamese(pattern);
  return foldVietnamese(position)
    .split(/\s*[,;+/]\s*|\s+(?:kiem|dong thoi)\s+/)
    .map((post) => post.replace(/^(?:quyen|q\.|phu trach)\s*/, ''))
    .some((post) => post === wanted || post.startsWith(`${wanted} `));
}

function notesOn(nominee: Nominee, record: NomineeRecord): ScreeningNote[] {
  const notes: ScreeningNote[] = [];
  if (sameCase(nominee.name) !== sameCase(record.name)) notes.push('NAME_DIFFERS');
  if (nominee.born && record.born && !sameBirth(nominee.born, record.born)) notes.push('BORN_DIFFERS');
  if (nominee.positionText && foldVietnamese(nominee.positionText) !== foldVietnamese(record.position)) notes.push('POSITION_DIFFERS');
  if (!record.lineage) notes.push('UNIT_PENDING');
  return notes;
}

const sameCase = (name: string) => tidy(name).toLocaleLowerCase('vi');

/** A year alone agrees with every day of that year. */
function sameBirth(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}
