import { z } from 'zod';
import { day, id, instant, pageOf, pageQuery, route, type TextPair } from '@halong/platform/contract';
import { enrolmentErrors as errors } from './enrolment.errors.ts';
import {
  nominationFileProblemTexts, screeningNoteTexts, screeningReasonTexts,
  type NominationFileProblemCode, type ScreeningNoteCode, type ScreeningReasonCode,
} from './screening.texts.ts';

export const nominationStates = ['DRAFT', 'SUBMITTED', 'APPROVED', 'WAITLISTED', 'REJECTED', 'WITHDRAWN'] as const;
export type NominationState = (typeof nominationStates)[number];

export const nominationStateNames: Record<NominationState, TextPair> = {
  DRAFT: { vi: 'Đang soạn', en: 'Draft' },
  SUBMITTED: { vi: 'Đã gửi', en: 'Submitted' },
  APPROVED: { vi: 'Đã duyệt', en: 'Admitted' },
  WAITLISTED: { vi: 'Danh sách chờ', en: 'Waiting list' },
  REJECTED: { vi: 'Không duyệt', en: 'Rejected' },
  WITHDRAWN: { vi: 'Đã rút', en: 'Withdrawn' },
};

export const screeningOutcomes = ['ELIGIBLE', 'INELIGIBLE', 'OVER_QUOTA', 'NOT_FOUND'] as const;
export type ScreeningOutcomeName = (typeof screeningOutcomes)[number];

export const screeningOutcomeNames: Record<ScreeningOutcomeName, TextPair> = {
  ELIGIBLE: { vi: 'Đủ điều kiện', en: 'Eligible' },
  INELIGIBLE: { vi: 'Không đủ điều kiện', en: 'Not eligible' },
  OVER_QUOTA: { vi: 'Vượt chỉ tiêu', en: 'Over quota' },
  NOT_FOUND: { vi: 'Không có trong danh sách cán bộ', en: 'Not in the staff list' },
};

const keysOf = <K extends string>(texts: Record<K, TextPair>) => Object.keys(texts) as [K, ...K[]];
const params = z.record(z.string(), z.union([z.string(), z.number()]));

export const screeningReason = z.object({ code: z.enum(keysOf<ScreeningReasonCode>(screeningReasonTexts)), params });
export const screeningNote = z.enum(keysOf<ScreeningNoteCode>(screeningNoteTexts));

/** One line of a list. The record's name and post stand beside what the list says; null when nobody was found. */
export const nominationItem = z.object({
  id: z.number().int(),
  unitId: z.number().int(),
  unitName: z.string(),
  personId: z.number().int().nullable(),
  writtenName: z.string(),
  fullName: z.string().nullable(),
  position: z.string().nullable(),
  personUnitName: z.string().nullable(),
  /** Row of the uploaded file; null for a person picked by hand. */
  fileRow: z.number().int().nullable(),
  state: z.enum(nominationStates),
  screening: z.enum(screeningOutcomes).nullable(),
  reasons: z.array(screeningReason),
  notes: z.array(screeningNote),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  /** Whoever was admitted holds a seat until they leave the class. */
  seated: z.boolean(),
  can: z.object({ withdraw: z.boolean(), admit: z.boolean(), reject: z.boolean() }),
});
export type NominationItem = z.output<typeof nominationItem>;

/** A class that a unit may send people to (glossary 25), with what the unit has done about it. */
export const enrolmentCall = z.object({
  classId: z.number().int(),
  classCode: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  unitId: z.number().int(),
  unitName: z.string(),
  quota: z.number().int(),
  /** Lines on the unit's list that still count (not rejected, not withdrawn). */
  listed: z.number().int(),
  admitted: z.number().int(),
  openingDate: day.nullable(),
  nominationDeadline: day.nullable(),
  listState: z.enum(['NONE', 'DRAFT', 'SUBMITTED']),
  /** Nominating, and the deadline day in the province has not passed. */
  open: z.boolean(),
  /** Why it is not open: its deadline has passed, or the class has gone on (or was set aside). */
  closedBy: z.enum(['DEADLINE', 'CLASS']).nullable(),
});
export type EnrolmentCall = z.output<typeof enrolmentCall>;

export const nominationList = z.object({
  call: enrolmentCall,
  targetGroupText: z.string(),
  /** 0 before the first draft. */
  version: z.number().int(),
  submittedAt: instant.nullable(),
  /** In list order; the quota is given out in this order. */
  rows: z.array(nominationItem),
  freeInQuota: z.number().int(),
  can: z.object({ edit: z.boolean(), submit: z.boolean() }),
});
export type NominationList = z.output<typeof nominationList>;

export const uploadedList = nominationList.extend({
  file: z.object({
    unitText: z.string().nullable(),
    statedQuota: z.number().int().nullable(),
    problems: z.array(z.object({ row: z.number().int(), severity: z.enum(['ERROR', 'WARNING']), code: z.enum(keysOf<NominationFileProblemCode>(nominationFileProblemTexts)), params })),
    ignoredRows: z.array(z.number().int()),
  }),
});
export type UploadedList = z.output<typeof uploadedList>;

export const candidate = z.object({
  personId: z.number().int(),
  fullName: z.string(),
  birthYear: z.number().int().nullable(),
  position: z.string().nullable(),
  unitName: z.string(),
  onList: z.boolean(),
  /** As if this person alone were on the list, the quota aside. */
  outcome: z.enum(screeningOutcomes),
  reasons: z.array(screeningReason),
});
export type Candidate = z.output<typeof candidate>;

export const seatCount = z.object({
  capacity: z.number().int(),
  /** Counted from the enrolments that hold a seat. */
  taken: z.number().int(),
  free: z.number().int(),
});

/** How many nominations of the class stand in each state; a draft is nobody's but the unit's. */
export const nominationCounts = z.record(z.enum(nominationStates).exclude(['DRAFT']), z.number().int());
export type NominationCounts = z.output<typeof nominationCounts>;

export const unitNominations = z.object({
  unitId: z.number().int(),
  unitName: z.string(),
  quota: z.number().int(),
  listed: z.number().int(),
  eligible: z.number().int(),
  overQuota: z.number().int(),
  ineligible: z.number().int(),
  notFound: z.number().int(),
  admitted: z.number().int(),
  submittedAt: instant.nullable(),
});

const reason = z.string().trim().min(3).max(500);
const version = z.number().int().min(0);
const classParams = z.object({ classId: id });
const listParams = z.object({ classId: id, unitId: id });
const units = ['UNIT_HEAD', 'UNIT_FOCAL_POINT'] as const;
const coordinators = ['CLASS_COORDINATOR', 'TRAINING_MANAGER'] as const;
const mostOnList = 300;

const listCalls = route({
  method: 'GET',
  path: '/my/enrolment-calls',
  summary: 'Classes that my units have a quota for, the open ones first, by deadline.',
  access: units,
  query: pageQuery.extend({ open: z.stringbool().optional() }),
  response: pageOf(enrolmentCall),
});

const getList = route({
  method: 'GET',
  path: '/classes/:classId/units/:unitId/nominations',
  summary: 'The list of one unit for a class. Drafts are seen by the unit only.',
  access: [...units, ...coordinators],
  params: listParams,
  response: nominationList,
});

const listCandidates = route({
  method: 'GET',
  path: '/classes/:classId/units/:unitId/candidates',
  summary: 'The people of the unit and below it, sorted by given name, with what the screening would say.',
  access: units,
  params: listParams,
  query: pageQuery,
  response: pageOf(candidate),
});

const saveDraft = route({
  method: 'PUT',
  path: '/classes/:classId/units/:unitId/nominations',
  summary: 'Replaces the lines that are not submitted yet, in this order: a person, or a line of the present draft.',
  access: units,
  params: listParams,
  body: z.strictObject({
    rows: z.array(z.union([z.strictObject({ personId: id }), z.strictObject({ nominationId: id })])).max(mostOnList),
    version,
  }),
  response: nominationList,
  errors: [errors.nomination_closed, errors.no_quota, errors.person_unknown],
});

const uploadList = route({
  method: 'POST',
  path: '/classes/:classId/units/:unitId/nominations/upload',
  summary: 'Reads the unit’s spreadsheet and replaces the draft by its lines; nothing is submitted yet.',
  access: units,
  params: listParams,
  query: z.object({ name: z.string().max(200).default('danh-sach-cu.xlsx') }),
  upload: { maxBytes: 5 * 1024 * 1024 },
  response: uploadedList,
  errors: [errors.nomination_closed, errors.no_quota, errors.file_unreadable, errors.file_without_heading, errors.file_too_long, errors.file_of_other_class],
});

const submitList = route({
  method: 'POST',
  path: '/classes/:classId/units/:unitId/nominations/submit',
  summary: 'The unit head sends the list; every line is screened in the same transaction.',
  access: ['UNIT_HEAD'],
  params: listParams,
  body: z.strictObject({ version }),
  response: nominationList,
  errors: [errors.nomination_closed, errors.no_quota, errors.list_empty],
});

const withdraw = route({
  method: 'POST',
  path: '/nominations/:id/withdraw',
  summary: 'The unit takes back one nomination with a reason; a seat already given becomes free.',
  access: units,
  params: z.object({ id }),
  body: z.strictObject({ reason }),
  response: nominationItem,
  errors: [errors.already_decided, errors.left_after_opening],
});

const listNominations = route({
  method: 'GET',
  path: '/classes/:classId/nominations',
  summary: 'Submitted nominations of a class, by unit and in list order, with the counts of every unit and the free seats.',
  access: coordinators,
  params: classParams,
  query: pageQuery.extend({ unitId: id.optional(), state: z.enum(nominationStates).optional(), screening: z.enum(screeningOutcomes).optional() }),
  response: pageOf(nominationItem).extend({
    counts: nominationCounts,
    /** Undecided people who would be admitted now: eligible, and there is a seat. */
    admissible: z.number().int(),
    seats: seatCount, units: z.array(unitNominations), can: z.object({ admit: z.boolean(), reject: z.boolean() }),
  }),
});

/** Somebody who was not admitted, with the reasons as they are now. */
const leftOut = z.object({ nominationId: z.number().int(), name: z.string(), outcome: z.enum(screeningOutcomes), reasons: z.array(screeningReason) });

const admit = route({
  method: 'POST',
  path: '/classes/:classId/nominations/admit',
  summary: 'Admits these, or all that are eligible: screened again, enrolled, seated and notified in one transaction. Who finds no seat goes on the waiting list.',
  access: coordinators,
  params: classParams,
  body: z.union([
    z.strictObject({ nominationIds: z.array(id).min(1).max(mostOnList), reason: reason.optional() }),
    z.strictObject({ allEligible: z.literal(true) }),
  ]),
  response: z.object({
    admitted: z.array(z.object({ nominationId: z.number().int(), enrolmentId: z.number().int() })),
    /** Beyond the quota, or no seat is free: they wait for one. */
    waitlisted: z.array(leftOut),
    /** The screening says no; their nomination is still to be answered. */
    refused: z.array(leftOut),
    seats: seatCount,
  }),
  errors: [errors.nomination_closed, errors.already_decided, errors.class_full, errors.over_quota, errors.not_admissible],
});

const reject = route({
  method: 'POST',
  path: '/classes/:classId/nominations/reject',
  summary: 'Rejects these with one reason; the units and the people are told.',
  access: coordinators,
  params: classParams,
  body: z.strictObject({ nominationIds: z.array(id).min(1).max(mostOnList), reason }),
  response: z.object({ rejected: z.number().int(), seats: seatCount }),
  errors: [errors.already_decided],
});

/** What became of everybody whom the coordinator wanted to admit. */
export type AdmissionAnswer = z.output<typeof admit.response>;

export const nominationRoutes = { listCalls, getList, listCandidates, saveDraft, uploadList, submitList, withdraw, listNominations, admit, reject };
