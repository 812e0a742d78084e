import { rubricTotal, toStep, type AssignmentKind, type MarkingView, type ScriptItem, type ScriptProgress } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';
import { markAfterLateness } from '@halong/assessment/contract';
import type { RubricContent } from '@halong/assessment/contract';
import { isReleased } from '../submission/submission.lifecycle.ts';
import { outcomeOf, type MarkingTerms } from './outcome.rules.ts';
import type { Marking, Script, StoredMark } from './marking.rows.ts';

export interface HeadFacts {
  id: number;
  kind: AssignmentKind;
  title: string;
  blind: boolean;
  markers: number;
  dueAt: Date;
}

export const presentHead = ({ id, kind, title, blind, markers, dueAt }: HeadFacts, ofClass: { id: number; code: string; nameVi: string; nameEn: string }, markBy: string | null) => ({
  id, kind, title, blind, markers, dueAt: dueAt.toISOString(), markBy, class: { id: ofClass.id, code: ofClass.code, nameVi: ofClass.nameVi, nameEn: ofClass.nameEn },
});

export interface Scale {
  scale: number;
  step: number;
}

/** A sheet that nobody has written on yet. */
export const emptyMarking = (markerNo: number): MarkingView => ({
  markerNo, markerName: null, state: 'TO_DO', version: 0, files: [], computed: null, total: null, savedAt: null, savedBy: null,
  content: { points: {}, override: null, comment: '', notes: [], fileIds: [], later: false },
});

/** `named`: whether markers may be known to each other. */
export function presentMarking(marking: Marking, rubric: RubricContent | null, files: readonly DocumentView[], scale: Scale, named: boolean): MarkingView {
  const { markerNo, personName, state, version, points, overrideMark, overrideReason, comment, notes, later, total, savedAt, savedBy } = marking;
  return {
    markerNo, markerName: named ? personName : null, state, version, total, savedAt: savedAt?.toISOString() ?? null, savedBy: named ? savedBy : null, files: [...files],
    computed: rubric && rubricTotal(rubric, points, scale),
    content: {
      points: { ...points }, override: overrideMark === null ? null : { mark: overrideMark, reason: overrideReason }, comment, notes, later, fileIds: files.map(({ id }) => id),
    },
  };
}

export const presentScriptItem = (script: Script, sheet: Marking | undefined, names: string[] | null, closed: boolean): ScriptItem => ({
  code: script.code, names, closed, state: sheet?.state ?? 'TO_DO', later: sheet?.later ?? false, total: sheet?.total ?? null,
});

/** The mark with what lateness takes off it, in the steps of the scale. */
export const finalMark = (raw: number, deduction: number, floor: number, step: number): number =>
  deduction === 0 ? raw : Math.round(toStep(markAfterLateness(raw, deduction, { floor }), step) * 100) / 100;

/** How one script stands, for those who coordinate. `hidden`: the reader marks it and has not seen the others yet. */
export function presentProgress(
  script: Script, sheets: readonly Marking[], stored: StoredMark | undefined, terms: MarkingTerms & { floor: number }, shown: { names: string[] | null; hidden: boolean },
): ScriptProgress {
  const released = isReleased(script.state);
  const outcome = outcomeOf(sheets, terms, stored?.source === 'AGREED' ? stored.raw : null);
  const ready = outcome.kind === 'READY' && !shown.hidden;
  return {
    code: script.code, names: shown.names, submissionState: script.state,
    markers: sheets.map(({ markerNo, personId, personName, state, total, savedBy }) => ({ markerNo, personId, name: personName ?? savedBy ?? '', state, total: shown.hidden || state !== 'MARKED' ? null : total })),
    outcome: shown.hidden ? 'WAITING' : outcome.kind,
    difference: shown.hidden ? null : outcome.difference,
    mark: released ? (stored?.raw ?? null) : ready ? outcome.mark : null,
    source: ready ? outcome.source : null,
    reason: stored?.reason || null,
    deduction: script.deduction,
    final: released ? (stored?.final ?? null) : ready ? finalMark(outcome.mark, script.deduction, terms.floor, terms.step) : null,
  };
}
