import { z } from 'zod';
import { inWords } from '@halong/platform/contract';

const ratio = z.number().min(0).max(1);
const count = z.number().int().min(0);
const atLeastOne = z.number().int().min(1);

/** The programme categories of the catalogue; each has its own default rule set. */
export const programmeCategoryCode = z.enum([
  'LLCT',
  'QLNN',
  'QPAN',
  'VTVL',
  'KY-NANG',
  'KHCN-SO',
  'NGOAI-NGU',
  'TIENG-DT',
  'NUOC-NGOAI',
]);
export type ProgrammeCategoryCode = z.infer<typeof programmeCategoryCode>;

/**
 * One classification: `min` ≤ average < `max` (the top band includes `max`).
 * `floorPerPart` is the lowest score any component may have; `minIfResit` replaces `min` after a resit.
 */
export const gradeBand = z.strictObject({
  code: z.string().min(1),
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  min: z.number().min(0),
  max: z.number().min(0),
  floorPerPart: z.number().min(0),
  minIfResit: z.number().min(0),
});
export type GradeBand = z.infer<typeof gradeBand>;

const bandsCoverScale = (bands: readonly GradeBand[], scale: number): boolean => {
  const sorted = [...bands].sort((a, b) => a.min - b.min);
  const joined = sorted.every((band, i) => band.min === (i === 0 ? 0 : sorted[i - 1]?.max) && band.min < band.max);
  return joined && sorted.at(-1)?.max === scale;
};

const clashMode = z.enum(['BLOCK', 'WARN']);

/**
 * Every threshold the product decides by. A rule set is versioned, carries its legal basis and is
 * frozen onto a class when the class is decided; rule functions take it as an argument.
 * Units are in the key: minutes, seconds, hours, periods; ratios are 0–1; scores are on `scale`.
 */
export const ruleSet = z
  .strictObject({
    periodMinutes: atLeastOne,
    periodsPerSession: atLeastOne,
    late: z.strictObject({ minutes: count, toAbsentRatio: atLeastOne }),
    leftEarly: z.strictObject({ minutes: count }),
    attendance: z.strictObject({
      maxAbsence: ratio,
      qrRotateSec: atLeastOne,
      windowBeforeMin: count,
      wrongCodes: atLeastOne,
      wrongCodePauseSec: atLeastOne,
      lockHours: count,
    }),
    geo: z.strictObject({ enabled: z.boolean(), radiusM: count }),
    online: z.strictObject({
      minPresence: ratio,
      maxShare: ratio,
      promptCount: count,
      promptsNeeded: count,
      /** Rules frozen before this value existed were applied with three minutes. */
      promptOpenSec: atLeastOne.default(180),
      heartbeatSec: atLeastOne,
      batchSec: atLeastOne,
      lostAfterSec: atLeastOne,
    }),
    unexcusedWeight: z.number().min(1),
    strictParticipation: z.boolean(),
    conflict: z.strictObject({ room: clashMode, lecturer: clashMode, trainee: clashMode }),
    passRatio: ratio,
    scale: z.number().positive(),
    gradeStep: z.number().positive(),
    gradeBands: z.array(gradeBand).min(1),
    resit: z.strictObject({ max: count }),
    regrade: z.strictObject({ windowDays: count, allowLower: z.boolean() }),
    marking: z.strictObject({ double: z.boolean(), diffThreshold: z.number().min(0) }),
    discipline: z.strictObject({ blocking: z.array(z.string()) }),
    minAnnualPeriods: z.strictObject({ CADRE: count, CIVIL_SERVANT: count, PUBLIC_EMPLOYEE: count }),
    credit: z.strictObject({
      allocation: z.enum(['BY_SESSION_DATE', 'BY_COMPLETION_DATE']),
      requireCompletion: z.boolean(),
      exemptionReasons: z.array(z.string()),
      newHireProRata: z.boolean(),
      onTrackRatio: ratio,
      alertDays: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
    }),
  })
  .refine((rules) => bandsCoverScale(rules.gradeBands, rules.scale), inWords(
    { vi: 'Các mức xếp loại phải nối tiếp nhau, từ 0 đến thang điểm.', en: 'The bands must follow each other without a gap, from 0 to the scale.' }, 'gradeBands',
  ))
  .refine((rules) => rules.online.promptsNeeded <= rules.online.promptCount, inWords(
    { vi: 'Số lần cần trả lời không được nhiều hơn số lần hỏi.', en: 'No more prompts can be needed than are shown.' }, 'online', 'promptsNeeded',
  ));
export type RuleSet = z.infer<typeof ruleSet>;

/** Where the values under `keys` (dotted paths into the rule set) come from; `confirmed` is false until a lawyer or the customer says so. */
export const ruleBasis = z.strictObject({
  keys: z.array(z.string()).min(1),
  legalBasisVi: z.string().min(1),
  legalBasisEn: z.string().min(1),
  confirmed: z.boolean(),
});
export type RuleBasis = z.infer<typeof ruleBasis>;

/** A rule set with its name and the basis of each value, as it is stored, shown and frozen. */
export const ruleSetDocument = z.strictObject({
  category: programmeCategoryCode,
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  rules: ruleSet,
  basis: z.array(ruleBasis),
});
export type RuleSetDocument = z.infer<typeof ruleSetDocument>;

/** The dotted paths of every value in a rule set; a list is one value. */
export function ruleKeys(rules: RuleSet): string[] {
  return Object.entries(rules).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  );
}

/** The basis of one value, or undefined when the document does not say. */
export function basisOf(document: RuleSetDocument, key: string): RuleBasis | undefined {
  return document.basis.find((basis) => basis.keys.includes(key));
}
