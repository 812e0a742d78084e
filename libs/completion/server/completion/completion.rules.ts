import type { Role } from '@halong/platform/contract';
import type { RuleSet } from '@halong/regulations/contract';

export type CompletionRules = Pick<RuleSet, 'passRatio' | 'scale' | 'strictParticipation'>;
export type Met = 'MET' | 'NOT_MET' | 'PENDING';

/** What a figure is: the screen formats it, in both languages. `number` is null when there is nothing yet. */
export interface Figure {
  code: 'PERIODS_ABSENT_AT_MOST' | 'PERIODS_ABSENT' | 'ITEMS_SEEN' | 'ITEMS_MISSING' | 'SCORE_AT_LEAST' | 'SCORE' | 'EXCUSED' | 'BLANK' | 'NOT_PUBLISHED' | 'NO_BLOCKING_CASE' | 'CASES' | 'NOTED' | 'STUDYING' | 'ENROLMENT_STATE';
  number: number | null;
  text?: string;
}

export type SourceType = 'ATTENDANCE_PART' | 'CONTENT' | 'GRADE_SHEET' | 'TRANSCRIPT' | 'DISCIPLINE' | 'ENROLMENT';

export interface CompletionLeaf {
  key: string;
  label: { code: 'ATTENDANCE' | 'MATERIALS' | 'COMPONENT' | 'AVERAGE' | 'DISCIPLINE' | 'ENROLMENT'; nameVi: string; nameEn: string };
  needed: Figure;
  actual: Figure;
  met: Met;
  /** Why it is not met, or not yet. */
  why: 'BARRED' | 'ABSENCE_NOT_MADE_UP' | 'NOT_FINISHED' | 'TO_DECIDE' | 'UNSEEN' | 'BELOW' | 'BLANK' | 'NOT_PUBLISHED' | 'NO_AVERAGE' | 'CASE_OPEN' | 'CASE_BLOCKS' | 'ENROLMENT_ENDED' | 'DEFERRED' | null;
  source: { type: SourceType; id: number };
  /** Who can do something about it now; null when it is met. */
  actor: Role | 'TRAINEE' | null;
  /** Which screen shows the record. */
  link: { screen: 'attendance' | 'content' | 'gradeSheet' | 'transcript' | 'discipline' | 'enrolment'; classId: number; enrolmentId: number; recordId: number };
}

export interface CompletionGroup {
  key: 'attendance' | 'materials' | 'results' | 'conduct';
  met: Met;
  leaves: CompletionLeaf[];
}

export interface CompletionTree {
  enrolmentId: number;
  met: Met;
  groups: CompletionGroup[];
}

export interface CompletionInput {
  classId: number;
  enrolment: { id: number; state: string };
  parts: readonly {
    partId: number;
    nameVi: string;
    nameEn: string;
    /** Weighted periods, as absence rules compute them. */
    absent: number;
    limit: number;
    excused: number;
    unexcused: number;
    toDecide: number;
    barred: boolean;
    finished: boolean;
  }[];
  /** What the class makes everybody see; nothing needed where it makes nobody see anything. */
  materials: { needed: number; done: number; missing: readonly string[] };
  components: readonly {
    componentId: number;
    nameVi: string;
    nameEn: string;
    required: boolean;
    gradeSheetId: number;
    published: boolean;
    score: { kind: 'blank' } | { kind: 'excused' } | { kind: 'score'; value: number };
  }[];
  /** Null while it is unknown. Meant for the eyes of the reader: an unpublished one is unknown. */
  average: number | null;
  discipline: readonly { caseId: number; open: boolean; blocks: boolean; note?: string }[];
}

type PartInput = CompletionInput['parts'][number];
type ComponentInput = CompletionInput['components'][number];
type Verdict = Pick<CompletionLeaf, 'met' | 'why' | 'actor'>;

const met: Verdict = { met: 'MET', why: null, actor: null };
const pending = (why: CompletionLeaf['why'], actor: CompletionLeaf['actor']): Verdict => ({ met: 'PENDING', why, actor });
const notMet = (why: CompletionLeaf['why'], actor: CompletionLeaf['actor']): Verdict => ({ met: 'NOT_MET', why, actor });
const mark = ({ passRatio, scale }: CompletionRules): number => Math.round(passRatio * scale * 100) / 100;

function judgePart(part: PartInput, rules: CompletionRules): Verdict {
  if (part.barred) return notMet('BARRED', 'CLASS_COORDINATOR');
  if (rules.strictParticipation && part.unexcused > 0) return notMet('ABSENCE_NOT_MADE_UP', 'CLASS_COORDINATOR');
  if (part.toDecide > 0) return pending('TO_DECIDE', 'LECTURER');
  return part.finished ? met : pending('NOT_FINISHED', 'TRAINEE');
}

function judgeComponent({ published, score }: ComponentInput, rules: CompletionRules): Verdict {
  if (score.kind === 'blank') return pending('BLANK', 'LECTURER');
  if (!published) return pending('NOT_PUBLISHED', 'CLASS_COORDINATOR');
  if (score.kind === 'excused') return met;
  return score.value >= mark(rules) ? met : notMet('BELOW', 'TRAINEE');
}

function figureOf({ published, score }: ComponentInput): Figure {
  if (score.kind === 'blank') return { code: 'BLANK', number: null };
  if (!published) return { code: 'NOT_PUBLISHED', number: null };
  return score.kind === 'excused' ? { code: 'EXCUSED', number: null } : { code: 'SCORE', number: score.value };
}

function judgeDiscipline(cases: CompletionInput['discipline']): Verdict {
  if (cases.some((one) => one.blocks && !one.open)) return notMet('CASE_BLOCKS', 'CLASS_COORDINATOR');
  return cases.some((one) => one.open) ? pending('CASE_OPEN', 'CLASS_COORDINATOR') : met;
}

const ended = ['EXAM_BARRED', 'FAILED', 'DROPPED', 'EXPELLED', 'TRANSFERRED'];

function judgeEnrolment(state: string): Verdict {
  if (ended.includes(state)) return notMet('ENROLMENT_ENDED', 'CLASS_COORDINATOR');
  return state === 'DEFERRED' ? pending('DEFERRED', 'CLASS_COORDINATOR') : met;
}

function attendanceLeaves({ classId, enrolment, parts }: CompletionInput, rules: CompletionRules): CompletionLeaf[] {
  return parts.map((part) => ({
    key: `attendance.${part.partId}`,
    label: { code: 'ATTENDANCE', nameVi: part.nameVi, nameEn: part.nameEn },
    needed: { code: 'PERIODS_ABSENT_AT_MOST', number: part.limit },
    actual: { code: 'PERIODS_ABSENT', number: part.absent },
    ...judgePart(part, rules),
    source: { type: 'ATTENDANCE_PART', id: part.partId },
    link: { screen: 'attendance', classId, enrolmentId: enrolment.id, recordId: part.partId },
  }));
}

/** So many titles are named; the screen of the content shows all. */
const named = 5;

/** One condition for everything that must be seen: it names what is missing. */
function materialLeaves({ classId, enrolment, materials: { needed, done, missing } }: CompletionInput): CompletionLeaf[] {
  if (needed === 0) return [];
  return [{
    key: 'materials',
    label: { code: 'MATERIALS', nameVi: 'Tài liệu bắt buộc', nameEn: 'Obligatory materials' },
    needed: { code: 'ITEMS_SEEN', number: needed },
    actual: missing.length > 0 ? { code: 'ITEMS_MISSING', number: done, text: missing.slice(0, named).join('; ') } : { code: 'ITEMS_SEEN', number: done },
    ...(done >= needed ? met : pending('UNSEEN', 'TRAINEE')),
    source: { type: 'CONTENT', id: classId },
    link: { screen: 'content', classId, enrolmentId: enrolment.id, recordId: classId },
  }];
}

function componentLeaves({ classId, enrolment, components }: CompletionInput, rules: CompletionRules): CompletionLeaf[] {
  return components.filter((one) => one.required).map((one) => ({
    key: `component.${one.componentId}`,
    label: { code: 'COMPONENT', nameVi: one.nameVi, nameEn: one.nameEn },
    needed: { code: 'SCORE_AT_LEAST', number: mark(rules) },
    actual: figureOf(one),
    ...judgeComponent(one, rules),
    source: { type: 'GRADE_SHEET', id: one.gradeSheetId },
    link: { screen: 'gradeSheet', classId, enrolmentId: enrolment.id, recordId: one.gradeSheetId },
  }));
}

/** Without an average either marks are missing, or all are there and the sheet is not published yet. */
function judgeAverage({ average, components }: CompletionInput, rules: CompletionRules): Verdict {
  if (average !== null) return average >= mark(rules) ? met : notMet('BELOW', 'TRAINEE');
  const hidden = components.some((one) => !one.published) && components.every((one) => one.score.kind !== 'blank');
  return hidden ? pending('NOT_PUBLISHED', 'CLASS_COORDINATOR') : pending('NO_AVERAGE', 'LECTURER');
}

function averageLeaf(input: CompletionInput, rules: CompletionRules): CompletionLeaf {
  const { classId, enrolment, average } = input;
  return {
    key: 'average',
    label: { code: 'AVERAGE', nameVi: 'Điểm trung bình', nameEn: 'Average' },
    needed: { code: 'SCORE_AT_LEAST', number: mark(rules) },
    actual: average === null ? { code: 'BLANK', number: null } : { code: 'SCORE', number: average },
    ...judgeAverage(input, rules),
    source: { type: 'TRANSCRIPT', id: enrolment.id },
    link: { screen: 'transcript', classId, enrolmentId: enrolment.id, recordId: enrolment.id },
  };
}

function conductLeaves({ classId, enrolment, discipline }: CompletionInput): CompletionLeaf[] {
  const deciding = discipline.find((one) => one.blocks && !one.open) ?? discipline.find((one) => one.open);
  const place = { classId, enrolmentId: enrolment.id };
  return [
    {
      key: 'discipline',
      label: { code: 'DISCIPLINE', nameVi: 'Chấp hành nội quy', nameEn: 'Discipline' },
      needed: { code: 'NO_BLOCKING_CASE', number: 0 },
      actual: deciding?.note ? { code: 'NOTED', number: null, text: deciding.note } : { code: 'CASES', number: discipline.filter((one) => one.open || one.blocks).length },
      ...judgeDiscipline(discipline),
      source: { type: 'DISCIPLINE', id: deciding?.caseId ?? enrolment.id },
      link: { screen: 'discipline', ...place, recordId: deciding?.caseId ?? enrolment.id },
    },
    {
      key: 'enrolment',
      label: { code: 'ENROLMENT', nameVi: 'Tình trạng ghi danh', nameEn: 'Enrolment' },
      needed: { code: 'STUDYING', number: null },
      actual: { code: 'ENROLMENT_STATE', number: null, text: enrolment.state },
      ...judgeEnrolment(enrolment.state),
      source: { type: 'ENROLMENT', id: enrolment.id },
      link: { screen: 'enrolment', ...place, recordId: enrolment.id },
    },
  ];
}

/** One unmet condition is enough to fail; one open condition is enough to wait. */
export function together(verdicts: readonly { met: Met }[]): Met {
  if (verdicts.some((one) => one.met === 'NOT_MET')) return 'NOT_MET';
  return verdicts.some((one) => one.met === 'PENDING') ? 'PENDING' : 'MET';
}

/**
 * Everything a trainee needs for completion (domain rule C01), each with what is needed, what is there, from which record, and who can act.
 * A programme without assessment has no result leaves, a class without obligatory materials none of materials; a class without programme parts is not complete yet.
 */
export function completionTree(input: CompletionInput, rules: CompletionRules): CompletionTree {
  const results = componentLeaves(input, rules);
  const materials = materialLeaves(input);
  const groups = (
    [
      ['attendance', attendanceLeaves(input, rules)],
      ...(materials.length > 0 ? [['materials', materials] as const] : []),
      ['results', input.components.length === 0 ? [] : [...results, averageLeaf(input, rules)]],
      ['conduct', conductLeaves(input)],
    ] as const
  ).map(([key, leaves]): CompletionGroup => ({ key, met: key === 'attendance' && leaves.length === 0 ? 'PENDING' : together(leaves), leaves: [...leaves] }));
  return { enrolmentId: input.enrolment.id, met: together(groups), groups };
}

export function isComplete(tree: CompletionTree): boolean {
  return tree.met === 'MET';
}
