import { z } from 'zod';
import { id, idParams, instant, inWords, platformErrors, route, topic, type TextPair } from '@halong/platform/contract';
import { documentView, materialsErrors, topicKey } from '@halong/materials/contract';
import { assignmentErrors as errors } from './assignment.errors.ts';
import { latePolicy } from './late-policy.ts';

export const assignmentKinds = ['ESSAY', 'REFLECTIVE_REPORT', 'PROJECT', 'FILES', 'TEXT'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

export const assignmentKindNames: Record<AssignmentKind, TextPair> = {
  ESSAY: { vi: 'Tiểu luận', en: 'Essay' },
  REFLECTIVE_REPORT: { vi: 'Bài thu hoạch', en: 'Reflective report' },
  PROJECT: { vi: 'Đề án', en: 'Project' },
  FILES: { vi: 'Nộp tệp', en: 'Files' },
  TEXT: { vi: 'Viết trên trang', en: 'Text in the page' },
};

export const takesText = (kind: AssignmentKind): boolean => kind !== 'FILES';
export const takesFiles = (kind: AssignmentKind): boolean => kind !== 'TEXT';

/** DRAFT: seen by the staff of the class only. */
export const assignmentStates = ['DRAFT', 'PUBLISHED'] as const;
export type AssignmentState = (typeof assignmentStates)[number];

const fieldsOf = {
  kind: z.enum(assignmentKinds),
  title: z.string().trim().min(3).max(200),
  /** Plain paragraphs, an empty line between two. */
  brief: z.string().trim().max(20_000).default(''),
  groupWork: z.boolean().default(false),
  /** Every member of the group confirms the same content before it counts as submitted. */
  confirmAll: z.boolean().default(false),
  /** The component of the grade sheet that the mark goes to. */
  component: z.string().max(40).nullable().default(null),
  /** Null: from the moment it is published. */
  opensAt: instant.nullable().default(null),
  dueAt: instant,
  /** Nothing is taken after it; null: late work is taken as long as the class runs. */
  cutoffAt: instant.nullable().default(null),
  late: latePolicy,
  attempts: z.number().int().min(1).max(20).default(1),
  /** What the trainee ticks before submitting. */
  declaration: z.string().trim().min(3).max(500).nullable().default(null),
  blind: z.boolean().default(false),
  markers: z.union([z.literal(1), z.literal(2)]).default(1),
  /** Two marks that lie further apart go to a third marker. */
  diffThreshold: z.number().min(0).max(100).nullable().default(null),
  /** Documents that are handed out with the brief. */
  references: z.array(id).max(20).default([]),
};

interface Dates { opensAt: string | null; dueAt: string; cutoffAt: string | null }
const inOrder = ({ opensAt, dueAt, cutoffAt }: Dates): boolean =>
  (opensAt === null || Date.parse(opensAt) < Date.parse(dueAt)) && (cutoffAt === null || Date.parse(dueAt) <= Date.parse(cutoffAt));
const orderWords = inWords({ vi: 'Thời điểm mở phải trước hạn nộp, hạn nộp không sau hạn chót.', en: 'It opens before it is due, and is due no later than the cut-off.' }, 'dueAt');

export const assignmentFields = z.strictObject(fieldsOf).refine(inOrder, orderWords);
export type AssignmentFields = z.output<typeof assignmentFields>;

export const assignmentCounts = z.object({
  /** People, or groups, who should submit. */
  expected: z.number().int(),
  submitted: z.number().int(),
  late: z.number().int(),
});

export const assignmentItem = z.object({
  id: z.number().int(),
  classId: z.number().int(),
  kind: z.enum(assignmentKinds),
  title: z.string(),
  state: z.enum(assignmentStates),
  groupWork: z.boolean(),
  component: z.string().nullable(),
  opensAt: instant.nullable(),
  dueAt: instant,
  cutoffAt: instant.nullable(),
  counts: assignmentCounts,
  version: z.number().int(),
});
export type AssignmentItem = z.output<typeof assignmentItem>;

/** What counts for one person or one group instead of the dates of everybody; null: as for everybody. */
export const overrideView = z.object({
  id: z.number().int(),
  enrolmentId: z.number().int().nullable(),
  groupId: z.number().int().nullable(),
  /** Of the person or the group. */
  name: z.string(),
  opensAt: instant.nullable(),
  dueAt: instant.nullable(),
  cutoffAt: instant.nullable(),
  attempts: z.number().int().nullable(),
  waiveLate: z.boolean(),
  reason: z.string(),
});
export type OverrideView = z.output<typeof overrideView>;

export const assignmentDetail = assignmentItem.extend({
  brief: z.string(),
  confirmAll: z.boolean(),
  late: latePolicy,
  attempts: z.number().int(),
  declaration: z.string().nullable(),
  blind: z.boolean(),
  markers: z.number().int(),
  diffThreshold: z.number().nullable(),
  rubricVersionId: z.number().int().nullable(),
  references: z.array(documentView),
  overrides: z.array(overrideView),
  can: z.object({ edit: z.boolean(), publish: z.boolean(), remove: z.boolean(), override: z.boolean() }),
});
export type AssignmentDetail = z.output<typeof assignmentDetail>;

export const latePolicyChoice = z.object({ id: z.number().int(), nameVi: z.string(), nameEn: z.string(), isDefault: z.boolean(), policy: latePolicy });
export type LatePolicyChoice = z.output<typeof latePolicyChoice>;

/** What the form of an assignment is filled with. */
export const assignmentTerms = z.object({
  components: z.array(z.object({ key: z.string(), nameVi: z.string(), nameEn: z.string() })),
  /** Null until the class is decided. */
  scale: z.number().nullable(),
  latePolicies: z.array(latePolicyChoice),
});
export type AssignmentTerms = z.output<typeof assignmentTerms>;

export const groupView = z.object({
  id: z.number().int(),
  name: z.string(),
  members: z.array(z.object({ enrolmentId: z.number().int(), fullName: z.string() })),
});
export type GroupView = z.output<typeof groupView>;

export const groupList = z.object({
  version: z.number().int(),
  groups: z.array(groupView),
  /** Trainees in no group. */
  rest: z.array(z.object({ enrolmentId: z.number().int(), fullName: z.string() })),
  can: z.object({ edit: z.boolean() }),
});
export type GroupList = z.output<typeof groupList>;

/** Who has submitted and when; neither the work nor, where marking is blind, its code. */
export const turnInRow = z.object({
  name: z.string(),
  enrolmentId: z.number().int().nullable(),
  groupId: z.number().int().nullable(),
  /** Null: nothing yet. */
  arrivedAt: instant.nullable(),
  late: z.boolean(),
  lateDays: z.number(),
  attempt: z.number().int(),
  dueAt: instant,
  extended: z.boolean(),
});
export type TurnInRow = z.output<typeof turnInRow>;

const staff = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'] as const;
const editors = ['LECTURER', 'CLASS_COORDINATOR'] as const;
const reason = z.string().trim().min(3).max(500);
const version = z.number().int();
const writeErrors = [errors.component_unknown, errors.class_not_teaching, materialsErrors.document_not_found];

export const assignmentRoutes = {
  listAssignments: route({
    method: 'GET', path: '/classes/:id/assignments', summary: 'The assignments of a class by due date, drafts too, with how many have submitted. For the staff of the class.',
    access: staff, params: idParams, response: z.object({ items: z.array(assignmentItem), terms: assignmentTerms, can: z.object({ create: z.boolean() }) }),
  }),
  createAssignment: route({
    method: 'POST', path: '/classes/:id/assignments', summary: 'Writes an assignment; trainees see it when it is published.',
    access: editors, params: idParams, body: assignmentFields, response: assignmentDetail, errors: writeErrors,
  }),
  copyAssignments: route({
    method: 'POST', path: '/classes/:id/assignment-copies', summary: 'Copies assignments of another class of mine as drafts, all dates shifted by as many days.',
    access: editors, params: idParams,
    body: z.strictObject({ fromClassId: id, assignmentIds: z.array(id).min(1).max(50), shiftDays: z.number().int().min(-3_650).max(3_650) }),
    response: z.object({ items: z.array(assignmentItem) }), errors: [errors.class_not_teaching],
  }),
  getAssignment: route({
    method: 'GET', path: '/assignments/:id', summary: 'One assignment with its overrides. For the staff of the class.', access: staff, params: idParams, response: assignmentDetail,
  }),
  putAssignment: route({
    method: 'PUT', path: '/assignments/:id', summary: 'Changes an assignment. What is submitted already keeps its work; how late it was is decided anew by the new dates.',
    access: editors, params: idParams, body: z.strictObject({ version, ...fieldsOf }).refine(inOrder, orderWords), response: assignmentDetail,
    errors: [...writeErrors, errors.assignment_published, platformErrors.stale_version],
  }),
  publishAssignment: route({
    method: 'POST', path: '/assignments/:id/publication', summary: 'Gives the assignment to the class: it stands in the content of the class, under a topic or before all of them, and everybody is told.',
    access: editors, params: idParams, body: z.strictObject({ version, topicKey: topicKey.default(null) }), response: assignmentDetail,
    errors: [errors.class_not_teaching, materialsErrors.topic_unknown, platformErrors.stale_version],
  }),
  removeAssignment: route({
    method: 'POST', path: '/assignments/:id/removal', summary: 'Takes back an assignment that nobody has submitted for.', access: editors, params: idParams,
    body: z.strictObject({ version, reason }), errors: [errors.assignment_published, platformErrors.stale_version],
  }),
  putException: route({
    method: 'PUT', path: '/assignments/:id/overrides', summary: 'Other dates or attempts for one person or one group, with a reason. Replaces what was there for them.',
    access: editors, params: idParams,
    body: z.strictObject({
      enrolmentId: id.nullable().default(null), groupId: id.nullable().default(null), opensAt: instant.nullable().default(null), dueAt: instant.nullable().default(null),
      cutoffAt: instant.nullable().default(null), attempts: z.number().int().min(1).max(20).nullable().default(null), waiveLate: z.boolean().default(false), reason,
    }),
    response: assignmentDetail, errors: [errors.override_target, errors.override_empty, errors.override_order],
  }),
  removeException: route({
    method: 'POST', path: '/assignments/:id/overrides/:overrideId/removal', summary: 'Takes an override away, with a reason.', access: editors,
    params: z.object({ id, overrideId: id }), body: z.strictObject({ reason }), response: assignmentDetail,
  }),
  listTurnIns: route({
    method: 'GET', path: '/assignments/:id/turn-ins', summary: 'Everybody, or every group, who should submit, by given name: who has, when, and how late.',
    access: staff, params: idParams, response: z.object({ items: z.array(turnInRow) }),
  }),
  listGroups: route({
    method: 'GET', path: '/classes/:id/groups', summary: 'The groups of a class and the trainees in none. For the staff of the class.', access: staff, params: idParams, response: groupList,
  }),
  putGroups: route({
    method: 'PUT', path: '/classes/:id/groups', summary: 'Arranges all groups of a class. Work that was submitted keeps the members it was submitted with.',
    access: editors, params: idParams,
    body: z.strictObject({
      version, groups: z.array(z.strictObject({ id: id.nullable().default(null), name: z.string().trim().min(1).max(80), enrolmentIds: z.array(id).max(500) })).max(200),
    }),
    response: groupList, errors: [errors.group_member_twice, errors.group_member_unknown, errors.group_in_use, platformErrors.stale_version],
  }),
};

/** Changes with every assignment and every submission of a class; watched by class id, by its staff and its trainees. */
export const assignmentsTopic = topic({ name: 'assignments', access: 'signed-in' });
