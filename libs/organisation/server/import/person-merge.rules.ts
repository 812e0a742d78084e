import { createHash } from 'node:crypto';
import { foldVietnamese } from '@halong/platform/contract';
import { type AcceptedFields, type AcceptedRow, isAccepted, type PersonFields, type PersonRow, type RowProblem } from './person-row.rules.ts';
import type { UnitMatch } from './unit-match.rules.ts';

const COMPARED = ['name', 'dob', 'gender', 'ethnicity', 'position', 'rank', 'llct', 'qpan', 'party', 'email', 'phone', 'note'] as const;

type ComparedField = (typeof COMPARED)[number];

/**
 * What is stored of a person already known. `unitCode` is null while the unit is pending; `decided` are the unit
 * questions (`unitQuestion`) that somebody has answered for this person.
 */
export type ExistingPerson = Pick<PersonFields, ComparedField> & { unitCode: string | null; decided?: ReadonlySet<string> };

export type FieldChange = { field: ComparedField | 'unit'; before: string | boolean | null; after: string | boolean | null };

/** What is odd about the second row of a person. UNIT_MOVED: it names another unit. SAME: nothing. */
export type MergeKind = 'UNIT_MOVED' | 'NFD' | 'ALL_CAPS' | 'PIN_NUMBER' | 'SAME';

/** What a person has to look at before or after the import. */
export type ReviewReason =
  | { code: 'UNIT_PENDING'; candidates: string[] }
  | { code: 'UNIT_MOVED'; rows: number[]; candidates: string[] }
  | { code: 'DOB_CONFLICT'; values: string[] }
  | { code: 'NAME_DIFFERS'; before: string }
  | { code: 'SAME_NAME_AND_DOB'; pins: string[] };

type Kept = { row: number; source: AcceptedRow; person: AcceptedFields; unit: UnitMatch };

/** What happens to one row. `effect` says what a reviewed row would do: it is imported like the others. */
export type RowDecision =
  | ({ bucket: 'ADDED' } & Kept)
  | ({ bucket: 'CHANGED'; changes: FieldChange[] } & Kept)
  | ({ bucket: 'UNCHANGED' } & Kept)
  | ({ bucket: 'REVIEW'; reasons: ReviewReason[]; effect: 'ADD' | 'CHANGE' | 'NONE'; changes: FieldChange[]; question: string } & Kept)
  | { bucket: 'MERGED'; row: number; source: AcceptedRow; unit: UnitMatch; into: number; kind: MergeKind }
  | { bucket: 'REJECTED'; row: number; source: PersonRow; problems: RowProblem[] };

export type Bucket = RowDecision['bucket'];

/** One decision a row, in the order of the file; the counts add up to the number of rows. */
export type ImportPlan = { decisions: RowDecision[]; counts: Record<Bucket, number> };

type Group = { kept: { source: AcceptedRow; unit: UnitMatch }; others: { source: AcceptedRow; unit: UnitMatch }[] };

export type PlanInput = {
  rows: readonly PersonRow[];
  /** Unit of a row; called once a row. */
  unitOf(row: AcceptedRow): UnitMatch;
  /** People already stored, by PIN. */
  existing: ReadonlyMap<string, ExistingPerson>;
};

/**
 * Decides over a whole list. People are told apart by PIN alone: the same name under another PIN is another
 * person; the same PIN under another name is refused. The first row of a person is kept, later ones fill its gaps.
 */
export function planImport({ rows, unitOf, existing }: PlanInput): ImportPlan {
  const groups = new Map<string, Group>();
  const early = new Map<number, RowDecision>();
  for (const source of rows) {
    if (!isAccepted(source)) {
      early.set(source.row, { bucket: 'REJECTED', row: source.row, source, problems: source.problems });
      continue;
    }
    const group = groups.get(source.fields.pin);
    if (!group) groups.set(source.fields.pin, { kept: { source, unit: unitOf(source) }, others: [] });
    else early.set(source.row, joinGroup(group, source, unitOf));
  }
  const namesakes = homonyms(groups, existing);
  const decisions = rows.map((row) => early.get(row.row) ?? decideGroup(groups.get(row.fields.pin ?? ''), existing, namesakes));
  return { decisions, counts: countBuckets(decisions) };
}

function joinGroup(group: Group, source: AcceptedRow, unitOf: PlanInput['unitOf']): RowDecision {
  const first = group.kept.source;
  const { row, fields } = source;
  if (fields.searchName !== first.fields.searchName) {
    const problem: RowProblem = { reason: 'PIN_OF_ANOTHER_ROW', field: 'pin', column: null, value: fields.pin, otherRow: first.row };
    return { bucket: 'REJECTED', row, source, problems: [problem] };
  }
  const unit = unitOf(source);
  group.others.push({ source, unit });
  return { bucket: 'MERGED', row, source, unit, into: first.row, kind: mergeKind(group.kept, { source, unit }) };
}

/** Named after the flaw of the second row, the likeliest cause of its being there. */
function mergeKind(first: Group['kept'], second: Group['kept']): MergeKind {
  const { dirt } = second.source;
  if (first.unit.unitCode !== second.unit.unitCode) return 'UNIT_MOVED';
  if (dirt.includes('NFD')) return 'NFD';
  if (dirt.includes('ALL_CAPS')) return 'ALL_CAPS';
  return dirt.includes('PIN_NUMBER_LOST_ZERO') ? 'PIN_NUMBER' : 'SAME';
}

function decideGroup(group: Group | undefined, existing: PlanInput['existing'], namesakes: Map<string, string[]>): RowDecision {
  if (!group) throw new Error('row without a decision');
  const { source, unit } = group.kept;
  const person = group.others.reduce((fields, other) => fillGaps(fields, other.source.fields), source.fields);
  const known = existing.get(person.pin);
  const kept: Kept = { row: source.row, source, person, unit };
  const reasons = reviewReasons(group, person, known, namesakes.get(homonymKey(person.searchName, person.dob)) ?? []);
  const changes = known ? changesOf(known, person, decidedUnit(group, known)) : [];
  const changed = changes.length > 0;
  if (reasons.length > 0) return { bucket: 'REVIEW', ...kept, reasons, changes, question: questionOf(group), effect: known ? (changed ? 'CHANGE' : 'NONE') : 'ADD' };
  if (!known) return { bucket: 'ADDED', ...kept };
  return changed ? { bucket: 'CHANGED', ...kept, changes } : { bucket: 'UNCHANGED', ...kept };
}

/** Values of the kept row win; a birthday known to the day wins over a year. */
function fillGaps(kept: AcceptedFields, other: AcceptedFields): AcceptedFields {
  const filled = Object.entries(other).filter(([field]) => kept[field as keyof AcceptedFields] === null);
  const dob = kept.dob.precision === 'YEAR' && other.dob.value.startsWith(kept.dob.value) ? other.dob : kept.dob;
  return { ...kept, ...Object.fromEntries(filled), dob };
}

function reviewReasons(group: Group, person: AcceptedFields, known: ExistingPerson | undefined, pins: string[]): ReviewReason[] {
  const reasons: ReviewReason[] = [];
  const all = [group.kept, ...group.others];
  const units = new Set(all.map(({ unit }) => unit.unitCode));
  const candidates = [...new Set(all.flatMap(({ unit }) => unit.candidates))];
  const decided = known?.decided?.has(questionOf(group)) ?? false;
  // Somebody has already chosen one of the successors: do not ask again at every import.
  const settled = decided || (known?.unitCode != null && candidates.includes(known.unitCode));
  if (units.size > 1 && !decided) reasons.push({ code: 'UNIT_MOVED', rows: all.map(({ source }) => source.row), candidates });
  else if (units.size === 1 && group.kept.unit.unitCode === null && !settled) reasons.push({ code: 'UNIT_PENDING', candidates });
  const dobs = [...new Set(all.map(({ source }) => source.fields.dob.value))];
  if (dobs.some((dob) => !compatible(dob, person.dob.value))) reasons.push({ code: 'DOB_CONFLICT', values: dobs });
  if (known?.name != null && foldVietnamese(known.name) !== person.searchName) reasons.push({ code: 'NAME_DIFFERS', before: known.name });
  const others = pins.filter((pin) => pin !== person.pin);
  if (others.length > 0) reasons.push({ code: 'SAME_NAME_AND_DOB', pins: others });
  return reasons;
}

/** Fingerprint of the unit texts of a person's rows: the same texts, however typed, are the same question. */
export function unitQuestion(texts: readonly string[]): string {
  return createHash('sha256').update([...new Set(texts.map(foldVietnamese))].sort().join('\n')).digest('hex');
}

const questionOf = (group: Group): string => unitQuestion([group.kept, ...group.others].map(({ source }) => source.fields.unitText));

/** The same birthday, or one is the year of the other. */
const compatible = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** A pending or doubtful unit never replaces one that is known. */
function decidedUnit(group: Group, known: ExistingPerson): string | null {
  const units = new Set([group.kept, ...group.others].map(({ unit }) => unit.unitCode));
  return units.size > 1 ? known.unitCode : (group.kept.unit.unitCode ?? known.unitCode);
}

/** Field by field. An empty cell says nothing, so it erases nothing; a year does not erase a full birthday. */
function changesOf(known: ExistingPerson, person: AcceptedFields, unitCode: string | null): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const field of COMPARED) {
    const before = shown(known[field]);
    const after = shown(person[field]);
    if (after === null || after === before) continue;
    if (field === 'dob' && before !== null && String(before).startsWith(String(after))) continue;
    changes.push({ field, before, after });
  }
  if (unitCode !== known.unitCode) changes.push({ field: 'unit', before: known.unitCode, after: unitCode });
  return changes;
}

const shown = (value: PersonFields[ComparedField]): string | boolean | null =>
  typeof value === 'object' && value !== null ? value.value : value;

const homonymKey = (searchName: string, dob: AcceptedFields['dob']): string => `${searchName}|${dob.precision === 'DAY' ? dob.value : ''}`;

/** PINs that share a name and a full birthday: perhaps one person with a mistyped number. */
function homonyms(groups: Map<string, Group>, existing: PlanInput['existing']): Map<string, string[]> {
  const pins = new Map<string, string[]>();
  const add = (key: string, pin: string) => {
    if (!key.endsWith('|')) pins.set(key, [...(pins.get(key) ?? []), pin]);
  };
  for (const [pin, { kept }] of groups) add(homonymKey(kept.source.fields.searchName, kept.source.fields.dob), pin);
  for (const [pin, { name, dob }] of existing) if (name && dob && !groups.has(pin)) add(homonymKey(foldVietnamese(name), dob), pin);
  return pins;
}

function countBuckets(decisions: RowDecision[]): Record<Bucket, number> {
  const counts: Record<Bucket, number> = { ADDED: 0, CHANGED: 0, UNCHANGED: 0, REVIEW: 0, MERGED: 0, REJECTED: 0 };
  for (const { bucket } of decisions) counts[bucket] += 1;
  return counts;
}
