import { z } from 'zod';
import { day, id, idParams, pageOf, pageQuery, platformErrors, route, topic } from '@halong/platform/contract';
import { deliveryModes, programmeCredentials } from '@halong/catalogue/contract';
import { programmeCategoryCode, regulationsErrors, ruleSet } from '@halong/regulations/contract';
import { classesErrors } from './classes.errors.ts';
import { classFacts, classStaffRoles, trainingClassStates } from './class-words.ts';

export const unitRef = z.object({ id: z.number().int(), nameVi: z.string(), nameEn: z.string() });
export type UnitRef = z.output<typeof unitRef>;

export const classCan = z.object({
  /** Change what is planned: intake, capacity, staff, quotas. */
  edit: z.boolean(),
  /** Make and change the timetable. */
  timetable: z.boolean(),
  transition: z.boolean(),
});

export const classItem = z.object({
  id: z.number().int(),
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  programmeCode: z.string(),
  category: programmeCategoryCode,
  intakeNo: z.number().int(),
  year: z.number().int(),
  institution: unitRef,
  capacity: z.number().int(),
  state: z.enum(trainingClassStates),
  openingDate: day.nullable(),
  closingDate: day.nullable(),
  nominationDeadline: day.nullable(),
  can: classCan,
});
export type ClassItem = z.output<typeof classItem>;

export const classQuota = z.object({ unit: unitRef, seats: z.number().int() });
export const classStaffMember = z.object({ personId: z.number().int(), fullName: z.string(), role: z.enum(classStaffRoles) });

export const classDetail = classItem.extend({
  programme: z.object({
    id: z.number().int(),
    versionId: z.number().int(),
    code: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    periods: z.number().int(),
    deliveryMode: z.enum(deliveryModes),
    credential: z.enum(programmeCredentials),
  }),
  organisingUnit: unitRef.nullable(),
  stateReason: z.string().nullable(),
  /** Frozen when the class was decided; before that null, and the rules in force are only a forecast. */
  rules: ruleSet.nullable(),
  ruleSetId: z.number().int().nullable(),
  decision: z.object({ no: z.string(), date: day, signer: z.string().nullable(), fileName: z.string() }).nullable(),
  quotas: z.array(classQuota),
  staff: z.array(classStaffMember),
  timetable: z.object({
    sessions: z.number().int(),
    periods: z.number().int(),
    periodsByMode: z.object({ ROOM: z.number().int(), ONLINE: z.number().int(), BOTH: z.number().int(), FIELD: z.number().int() }),
    firstDay: day.nullable(),
    lastDay: day.nullable(),
  }),
  /** Whether this person teaches, coordinates or attends the class. */
  takesPart: z.boolean(),
  version: z.number().int(),
  /** Where this person may take the class now, and what they must bring. */
  nextStates: z.array(z.object({ to: z.enum(trainingClassStates), needs: z.array(z.enum(classFacts)) })),
});
export type ClassDetail = z.output<typeof classDetail>;

const editors = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR'] as const;
/** The version that the person was looking at; another one answers `platform.stale_version`. */
const version = z.number().int().positive();

const listClasses = route({
  method: 'GET',
  path: '/classes',
  summary: 'The classes this person may see: newest opening first, those without a date on top.',
  access: 'signed-in',
  query: pageQuery.extend({
    state: z.enum(trainingClassStates).optional(),
    year: z.coerce.number().int().min(2000).max(2200).optional(),
    institutionId: id.optional(),
    category: programmeCategoryCode.optional(),
  }),
  response: pageOf(classItem),
});

const getClass = route({ method: 'GET', path: '/classes/:id', summary: 'One class.', access: 'signed-in', params: idParams, response: classDetail });

const createClass = route({
  method: 'POST',
  path: '/classes',
  summary: 'Plans a class. The code follows from programme, intake and year: “LD-PX K01/2026”.',
  access: editors,
  body: z.strictObject({
    programmeVersionId: id,
    intakeNo: z.number().int().min(1).max(999),
    year: z.number().int().min(2000).max(2200),
    institutionId: id,
    organisingUnitId: id.nullable().default(null),
    /** Left out: the class size of the programme. */
    capacity: z.number().int().min(1).max(2_000).optional(),
    nominationDeadline: day.nullable().default(null),
    openingDate: day.nullable().default(null),
    closingDate: day.nullable().default(null),
  }),
  response: classDetail,
  errors: [classesErrors.code_taken, classesErrors.institution_unknown, classesErrors.unit_unknown, classesErrors.programme_unknown],
});

const editClass = route({
  method: 'PATCH',
  path: '/classes/:id',
  summary: 'Changes what is planned. Host, dates and capacity are fixed once the class is decided; names stay editable.',
  access: editors,
  params: idParams,
  body: z.strictObject({
    version,
    nameVi: z.string().trim().min(3).max(300).optional(),
    nameEn: z.string().trim().min(3).max(300).optional(),
    institutionId: id.optional(),
    organisingUnitId: id.nullable().optional(),
    capacity: z.number().int().min(1).max(2_000).optional(),
    nominationDeadline: day.nullable().optional(),
    openingDate: day.nullable().optional(),
    closingDate: day.nullable().optional(),
  }),
  response: classDetail,
  errors: [classesErrors.class_fixed, classesErrors.institution_unknown, classesErrors.unit_unknown, classesErrors.quotas_exceed_capacity, platformErrors.stale_version],
});

const putQuotas = route({
  method: 'PUT',
  path: '/classes/:id/quotas',
  summary: 'Sets how many seats each unit may fill. Together they do not exceed the capacity.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, quotas: z.array(z.strictObject({ unitId: id, seats: z.number().int().min(0).max(2_000) })).max(400) }),
  response: classDetail,
  errors: [classesErrors.class_fixed, classesErrors.quotas_exceed_capacity, classesErrors.unit_unknown, platformErrors.stale_version],
});

const putStaff = route({
  method: 'PUT',
  path: '/classes/:id/staff',
  summary: 'Sets who looks after the class.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, staff: z.array(z.strictObject({ personId: id, role: z.enum(classStaffRoles) })).max(40) }),
  response: classDetail,
  errors: [classesErrors.person_unknown, platformErrors.stale_version],
});

const transitionClass = route({
  method: 'POST',
  path: '/classes/:id/transitions',
  summary: 'Takes the class to another state. DECIDED needs the decision with number, date and signed file, freezes the rules and takes the opening and closing day from the timetable.',
  access: [...editors, 'CERTIFICATE_OFFICER'],
  params: idParams,
  body: z.strictObject({
    version,
    to: z.enum(trainingClassStates),
    reason: z.string().trim().max(500).optional(),
    decision: z
      .strictObject({ no: z.string().trim().max(60), date: day, signer: z.string().trim().max(120).optional(), fileId: id.optional() })
      .optional(),
  }),
  response: classDetail,
  errors: [
    classesErrors.unknown_transition, classesErrors.step_not_yours, classesErrors.facts_missing, classesErrors.decision_file_unknown,
    classesErrors.decision_date, classesErrors.timetable_empty, regulationsErrors.none_in_force, platformErrors.stale_version,
  ],
});

const uploadClassFile = route({
  method: 'POST',
  path: '/class-files',
  summary: 'Takes in a signed decision (PDF, .docx, JPG or PNG, told by its content). Its id goes into the transition of the same person.',
  access: editors,
  query: z.object({ name: z.string().trim().min(1).max(200) }),
  upload: { maxBytes: 20 * 1_048_576 },
  response: z.object({ fileId: z.number().int(), name: z.string(), bytes: z.number().int() }),
  errors: [classesErrors.decision_file_type, platformErrors.too_large],
});

const getDecisionFile = route({
  method: 'GET',
  path: '/classes/:id/decision-file',
  summary: 'The signed opening decision.',
  access: 'signed-in',
  params: idParams,
  download: ['application/pdf', 'image/jpeg', 'image/png', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
});

export const trainingClassRoutes = { listClasses, getClass, createClass, editClass, putQuotas, putStaff, transitionClass, uploadClassFile, getDecisionFile };

/** Changes whenever a class, its quotas, staff or timetable changes; watched by class id. */
export const classTopic = topic({ name: 'class', access: 'signed-in' });
