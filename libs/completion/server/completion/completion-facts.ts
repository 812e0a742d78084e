import type { GradeComponentItem, Mark } from '@halong/assessment/contract';
import type { Absence } from '@halong/attendance/server';
import type { EnrolmentState } from '@halong/enrolment/contract';
import type { Mandatory } from '@halong/materials/server';
import type { RuleSet } from '@halong/regulations/contract';
import type { CompletionInput } from './completion.rules.ts';

/** A class as completion looks at it. */
export interface ClassFacts {
  id: number;
  state: string;
  year: number;
  rules: RuleSet;
  components: GradeComponentItem[];
  published: boolean;
  recognisedOn: string | null;
}

export interface EnrolmentFacts {
  id: number;
  classId: number;
  personId: number;
  unitId: number | null;
  state: EnrolmentState;
  disciplineNote: string | null;
  /** component → mark. */
  marks: ReadonlyMap<string, Mark>;
  average: number | null;
  /** What the class makes everybody see. */
  materials: Mandatory;
}

const scoreOf = (mark: Mark | undefined): CompletionInput['components'][number]['score'] => {
  if (mark?.kind === 'SCORE') return { kind: 'score', value: mark.value };
  return { kind: mark?.kind === 'EXCUSED' ? 'excused' : 'blank' };
};

/** The records of one enrolment as the completion rules take them. A breach that is noted stays open until the note is taken back. */
export function inputOf(ofClass: ClassFacts, enrolment: EnrolmentFacts, absence: Pick<Absence, 'parts'> | undefined): CompletionInput {
  return {
    classId: ofClass.id,
    enrolment: { id: enrolment.id, state: enrolment.state },
    parts: (absence?.parts ?? []).map(({ partId, titleVi, titleEn, absent, limit, excused, unexcused, toDecide, barred, finished }) => ({
      partId, nameVi: titleVi, nameEn: titleEn, absent, limit, excused, unexcused, toDecide, barred, finished,
    })),
    components: ofClass.components.map(({ key, nameVi, nameEn, required }, at) => ({
      componentId: at + 1, nameVi, nameEn, required, gradeSheetId: ofClass.id, published: ofClass.published, score: scoreOf(enrolment.marks.get(key)),
    })),
    materials: enrolment.materials,
    average: ofClass.published ? enrolment.average : null,
    discipline: enrolment.disciplineNote === null ? [] : [{ caseId: enrolment.id, open: true, blocks: false, note: enrolment.disciplineNote }],
  };
}
