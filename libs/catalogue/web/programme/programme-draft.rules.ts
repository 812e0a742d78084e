import {
  programmeCode, type DeliveryMode, type ProgrammeAuthority, type ProgrammeCredential, type ProgrammeDetail, type ProgrammeVersion,
} from '@halong/catalogue/contract';
import type { ProgrammeCategoryCode } from '@halong/regulations/contract';

/** Name and place of a programme while they are typed. */
export interface HeadDraft {
  code: string;
  nameVi: string;
  nameEn: string;
  category: ProgrammeCategoryCode | '';
  authority: ProgrammeAuthority | '';
}

/** What a version demands while it is typed. */
export interface TermsDraft {
  periods: string;
  deliveryMode: DeliveryMode | '';
  deliveryNote: string;
  assessmentText: string;
  credential: ProgrammeCredential | '';
  classSize: string;
  targetGroupText: string;
  validFrom: string;
}

export type DraftProblem = 'codeWrong' | 'nameShort' | 'chooseOne' | 'periodsWrong' | 'sizeWrong' | 'dayMissing' | 'dayTooEarly';
export type Problems<D> = Partial<Record<keyof D, DraftProblem>>;

export const newHead: HeadDraft = { code: '', nameVi: '', nameEn: '', category: '', authority: '' };
export const newTerms: TermsDraft = { periods: '', deliveryMode: '', deliveryNote: '', assessmentText: '', credential: '', classSize: '50', targetGroupText: '', validFrom: '' };

export const headOf = ({ code, nameVi, nameEn, category, authority }: ProgrammeDetail): HeadDraft => ({ code, nameVi, nameEn, category, authority });

/** The terms of a version as the start of the next one; its first day is still to be chosen. */
export function termsOf(version: ProgrammeVersion): TermsDraft {
  const { periods, deliveryMode, deliveryNote, assessmentText, credential, classSize, targetGroupText } = version;
  return { periods: String(periods), deliveryMode, deliveryNote: deliveryNote ?? '', assessmentText, credential, classSize: String(classSize), targetGroupText, validFrom: '' };
}

/** Who owns a category (domain §0: one category, one owner); a proposal that the office may change. */
export function usualAuthority(category: HeadDraft['category']): HeadDraft['authority'] {
  if (category === '') return '';
  return category === 'LLCT' ? 'PARTY' : category === 'QPAN' ? 'MILITARY' : 'STATE';
}

const between = (text: string, least: number, most: number): boolean => /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
const found = <D>(problems: { [K in keyof D]?: DraftProblem | false }): Problems<D> =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem)) as Problems<D>;

/** What keeps the head from being saved, by field. */
export function headProblems(draft: HeadDraft): Problems<HeadDraft> {
  return found<HeadDraft>({
    code: !programmeCode.safeParse(draft.code).success && 'codeWrong',
    nameVi: draft.nameVi.trim().length < 3 && 'nameShort',
    nameEn: draft.nameEn.trim().length < 3 && 'nameShort',
    category: draft.category === '' && 'chooseOne',
    authority: draft.authority === '' && 'chooseOne',
  });
}

/** What keeps the version from being saved, by field. `after`: first day of the version before it, which must be earlier. */
export function termsProblems(draft: TermsDraft, after: string | null): Problems<TermsDraft> {
  const tooEarly = after !== null && draft.validFrom <= after;
  return found<TermsDraft>({
    periods: !between(draft.periods, 1, 5_000) && 'periodsWrong',
    deliveryMode: draft.deliveryMode === '' && 'chooseOne',
    credential: draft.credential === '' && 'chooseOne',
    classSize: !between(draft.classSize, 1, 1_000) && 'sizeWrong',
    validFrom: draft.validFrom === '' ? 'dayMissing' : tooEarly && 'dayTooEarly',
  });
}

/** As the contract has it; undefined while something is wrong. */
export function headBody(draft: HeadDraft) {
  const { category, authority } = draft;
  if (category === '' || authority === '' || Object.keys(headProblems(draft)).length > 0) return undefined;
  return { code: draft.code.trim().toUpperCase(), nameVi: draft.nameVi.trim(), nameEn: draft.nameEn.trim(), category, authority };
}

/** As the contract has it; undefined while something is wrong. */
export function termsBody(draft: TermsDraft, after: string | null) {
  const { deliveryMode, credential, validFrom } = draft;
  if (deliveryMode === '' || credential === '' || Object.keys(termsProblems(draft, after)).length > 0) return undefined;
  return {
    periods: Number(draft.periods), deliveryMode, deliveryNote: draft.deliveryNote.trim() || null, assessmentText: draft.assessmentText.trim(), credential,
    classSize: Number(draft.classSize), targetGroupText: draft.targetGroupText.trim(), validFrom,
  };
}
