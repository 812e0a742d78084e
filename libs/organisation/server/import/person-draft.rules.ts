import { columnName } from '@halong/platform/server';
import type { ImportReasonCode } from '@halong/organisation/contract';
import type { DraftRow, ShownRow, StoredChange, StoredReason } from './import.rows.ts';
import { maskNumbers } from './mapping.rules.ts';
import type { FieldChange, ReviewReason, RowDecision } from './person-merge.rules.ts';
import { textLimits } from './person-field.rules.ts';
import type { PersonFields, RowNotice, RowProblem } from './person-row.rules.ts';

/** What the drafting needs to know besides the decision. */
export interface DraftContext {
  /** Columns of the fields in the file. */
  columns: Record<string, number>;
  unit(code: string): { id: number; name: string } | undefined;
  /** The stored person of a personal number. */
  stored(pin: string): { id: number; version: number } | undefined;
}

const VALUE_LENGTH = 80;

/** "•••••••••165" */
export const maskPin = (pin: string): string => `${'•'.repeat(9)}${pin.slice(-3)}`;

type KeptDecision = Exclude<RowDecision, { bucket: 'MERGED' | 'REJECTED' }>;

const blank = { effect: 'NONE' as const, recordId: null, recordVersion: null, unitId: null, question: null, suggestion: null, alike: null, changes: [], source: null };

/** A decision of the dry run as it is stored: nothing in it tells a personal number. */
export function draftRow(decision: RowDecision, context: DraftContext): DraftRow {
  const at = { ...blank, rowNo: decision.row, bucket: decision.bucket };
  if (decision.bucket === 'REJECTED') {
    const reasons = decision.problems.map((problem) => problemOf(problem, context));
    return { ...at, shown: shownOf(decision.source.fields, null, []), reasons };
  }
  if (decision.bucket === 'MERGED') {
    const reason = reasonOf(`MERGED_${decision.kind}`, null, null, { row: decision.into });
    return { ...at, shown: shownOf(decision.source.fields, unitOf(decision, context)?.name ?? null, []), reasons: [reason] };
  }
  return { ...at, ...draftKept(decision, context) };
}

function draftKept(decision: KeptDecision, context: DraftContext) {
  const unit = unitOf(decision, context);
  const stored = context.stored(decision.person.pin);
  const asks = questionIn(decision);
  const candidates = (asks?.candidates ?? []).flatMap((code) => context.unit(code)?.id ?? []);
  const reviews = decision.bucket === 'REVIEW' ? decision.reasons : [];
  return {
    effect: effectOf(decision),
    recordId: stored?.id ?? null,
    recordVersion: stored?.version ?? null,
    unitId: unit?.id ?? null,
    question: asks?.question ?? null,
    shown: shownOf(decision.person, asks?.isMoved ? null : (unit?.name ?? null), candidates),
    reasons: [
      ...reviews.map((reason) => reviewOf(reason, decision.person.unitText, context)),
      ...successorOf(decision, unit?.name),
      ...decision.source.warnings.map(noticeOf),
    ],
    changes: ('changes' in decision ? decision.changes : []).map((change) => changeOf(change, context)),
  };
}

/** What the row asks about its unit, if it does. */
function questionIn(decision: KeptDecision): { question: string; candidates: string[]; isMoved: boolean } | undefined {
  if (decision.bucket !== 'REVIEW') return undefined;
  for (const reason of decision.reasons) {
    if (reason.code === 'UNIT_PENDING' || reason.code === 'UNIT_MOVED') return { question: decision.question, candidates: reason.candidates, isMoved: reason.code === 'UNIT_MOVED' };
  }
  return undefined;
}

const unitOf = ({ unit }: { unit: { unitCode: string | null } }, context: DraftContext) => (unit.unitCode === null ? undefined : context.unit(unit.unitCode));

function effectOf(decision: KeptDecision): DraftRow['effect'] {
  if (decision.bucket === 'REVIEW') return decision.effect;
  return decision.bucket === 'ADDED' ? 'ADD' : decision.bucket === 'CHANGED' ? 'CHANGE' : 'NONE';
}

const cut = (text: string): string => (text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH)}…` : text);

function shownOf(fields: PersonFields, unitName: string | null, candidates: number[]): ShownRow {
  return {
    name: fields.name ?? '', key: fields.pin === null ? '' : maskPin(fields.pin), birth: fields.dob?.value ?? null,
    unitText: cut(fields.unitText ?? ''), unitName, position: fields.position, candidates,
  };
}

const reasonOf = (code: ImportReasonCode, field: string | null, column: number | null, params: StoredReason['params'] = {}, value: string | null = null): StoredReason =>
  ({ code, field, column: column === null ? null : columnName(column), value, params: value === null ? params : { ...params, value } });

function problemOf({ reason, field, column, value, otherRow }: RowProblem, { columns }: DraftContext): StoredReason {
  const params = { ...(otherRow === undefined ? {} : { row: otherRow }), ...(reason === 'TOO_LONG' ? { limit: field === 'unit' ? textLimits.unit : textLimits.name } : {}) };
  return reasonOf(reason, field, column ?? columns[field] ?? null, params, cut(maskNumbers(value)));
}

function noticeOf({ warning, field, column, value }: RowNotice): StoredReason {
  const limit: StoredReason['params'] = warning === 'VALUE_TOO_LONG' ? { limit: textLimits[field as keyof typeof textLimits] } : {};
  return reasonOf(warning, field, column, limit, cut(maskNumbers(value)));
}

function reviewOf(reason: ReviewReason, unitText: string, { columns }: DraftContext): StoredReason {
  const col = (field: string) => columns[field] ?? null;
  switch (reason.code) {
    case 'UNIT_PENDING': return reasonOf(reason.candidates.length > 0 ? 'UNIT_PENDING' : 'UNIT_UNKNOWN', 'unit', col('unit'), { count: reason.candidates.length }, cut(unitText));
    case 'UNIT_MOVED': return reasonOf('UNIT_MOVED', 'unit', col('unit'), { rows: reason.rows.join(', ') }, cut(unitText));
    case 'DOB_CONFLICT': return reasonOf('DOB_CONFLICT', 'dob', col('dob'), { values: reason.values.join(', ') });
    case 'NAME_DIFFERS': return reasonOf('NAME_DIFFERS', 'name', col('name'), { before: reason.before });
    case 'SAME_NAME_AND_DOB': return reasonOf('SAME_NAME_AND_DOB', 'pin', col('pin'), { pins: reason.pins.map(maskPin).join(', ') });
  }
}

function successorOf(decision: KeptDecision, unitName: string | undefined): StoredReason[] {
  if (decision.unit.match !== 'OLD_UNIT_ONE_SUCCESSOR' || !unitName) return [];
  return [reasonOf('UNIT_ONE_SUCCESSOR', 'unit', null, { unit: unitName }, cut(decision.person.unitText))];
}

function changeOf({ field, before, after }: FieldChange, context: DraftContext): StoredChange {
  const words = (value: FieldChange['before']): string | null => {
    if (value === null) return null;
    if (typeof value === 'boolean') return String(value);
    return field === 'unit' ? (context.unit(value)?.name ?? value) : cut(field === 'note' ? maskNumbers(value) : value);
  };
  return { field, before: words(before), after: words(after) };
}
