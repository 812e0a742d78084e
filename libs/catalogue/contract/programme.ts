import { z } from 'zod';
import { day, id, idParams, inWords, pageOf, pageQuery, route, type TextPair } from '@halong/platform/contract';
import { programmeCategoryCode } from '@halong/regulations/contract';
import { catalogueErrors } from './catalogue.errors.ts';

export const programmeAuthorities = ['PARTY', 'STATE', 'MILITARY'] as const;
export const deliveryModes = ['FULL_TIME', 'PART_TIME', 'SEMI_INTENSIVE', 'IN_PERSON', 'ONLINE', 'HYBRID', 'OVERSEAS'] as const;
export const programmeCredentials = ['CERTIFICATE', 'ATTESTATION', 'DIPLOMA'] as const;
export const programmeUnitKinds = ['TOPIC', 'PART', 'SUBJECT'] as const;
export type ProgrammeAuthority = (typeof programmeAuthorities)[number];
export type DeliveryMode = (typeof deliveryModes)[number];
export type ProgrammeCredential = (typeof programmeCredentials)[number];
export type ProgrammeUnitKind = (typeof programmeUnitKinds)[number];

export const programmeAuthorityNames: Record<ProgrammeAuthority, TextPair> = {
  PARTY: { vi: 'Đảng', en: 'Party' },
  STATE: { vi: 'Nhà nước', en: 'State' },
  MILITARY: { vi: 'Quân sự', en: 'Military' },
};
export const deliveryModeNames: Record<DeliveryMode, TextPair> = {
  FULL_TIME: { vi: 'Tập trung', en: 'Full-time' },
  PART_TIME: { vi: 'Không tập trung', en: 'Part-time' },
  SEMI_INTENSIVE: { vi: 'Bán tập trung', en: 'Semi-intensive' },
  IN_PERSON: { vi: 'Trực tiếp', en: 'In person' },
  ONLINE: { vi: 'Trực tuyến', en: 'Online' },
  HYBRID: { vi: 'Kết hợp', en: 'Hybrid' },
  OVERSEAS: { vi: 'Nước ngoài', en: 'Overseas' },
};
export const programmeCredentialNames: Record<ProgrammeCredential, TextPair> = {
  CERTIFICATE: { vi: 'Chứng chỉ', en: 'Certificate' },
  ATTESTATION: { vi: 'Giấy chứng nhận', en: 'Attestation' },
  DIPLOMA: { vi: 'Bằng tốt nghiệp', en: 'Diploma' },
};
export const programmeUnitKindNames: Record<ProgrammeUnitKind, TextPair> = {
  TOPIC: { vi: 'Chuyên đề', en: 'Topic' },
  PART: { vi: 'Phần học', en: 'Part' },
  SUBJECT: { vi: 'Môn học', en: 'Subject' },
};

/**
 * Who a programme is for: the types of unit they work in (organisation's unit types), patterns of posts
 * (`Phó Trưởng phòng`), and the leadership level when it matters. An empty list allows all.
 */
export const targetGroup = z.strictObject({
  unitTypes: z.array(z.string().trim().min(1).max(40)).max(40),
  positionPatterns: z.array(z.string().trim().min(2).max(120)).max(60),
  level: z.string().trim().min(1).max(40).optional(),
});
export type TargetGroup = z.output<typeof targetGroup>;

/**
 * The periods that topics add up to: those without anything below them, because a part only repeats what is below it.
 * `keyOf` names a topic as `parentOf` of its children does.
 */
export function periodsTaught<T extends { periods: number }>(topics: readonly T[], keyOf: (topic: T, at: number) => unknown, parentOf: (topic: T) => unknown): number {
  const parents = new Set(topics.map(parentOf));
  return topics.filter((topic, at) => !parents.has(keyOf(topic, at))).reduce((sum, { periods }) => sum + periods, 0);
}

/** One element of the assessment; `weight` is 0–1 in steps of 0.0001, all weights of a version sum to 1. */
export const component = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  nameVi: z.string().trim().min(1).max(120),
  nameEn: z.string().trim().min(1).max(120),
  weight: z.number().gt(0).max(1),
  /** Must be passed by itself. */
  required: z.boolean(),
});
export type Component = z.output<typeof component>;

export const programmeUnit = z.object({
  id: z.number().int(),
  parentId: z.number().int().nullable(),
  position: z.number().int(),
  kind: z.enum(programmeUnitKinds),
  titleVi: z.string(),
  titleEn: z.string(),
  periods: z.number().int(),
});
export type ProgrammeUnit = z.output<typeof programmeUnit>;

export const programmeVersion = z.object({
  id: z.number().int(),
  version: z.number().int(),
  periods: z.number().int(),
  deliveryMode: z.enum(deliveryModes),
  /** What the catalogue adds to the mode: “thực địa”, “buổi tối”. */
  deliveryNote: z.string().nullable(),
  /** The assessment in the words of the catalogue; empty when there is none. */
  assessmentText: z.string(),
  credential: z.enum(programmeCredentials),
  classSize: z.number().int(),
  targetGroupText: z.string(),
  /** Null: nobody has entered it yet, so nominations cannot be screened by it. */
  targetGroup: targetGroup.nullable(),
  components: z.array(component),
  validFrom: day,
  validTo: day.nullable(),
  units: z.array(programmeUnit),
});
export type ProgrammeVersion = z.output<typeof programmeVersion>;

/** What a programme is called and where it belongs, whatever its version. */
const programmeHead = z.object({
  id: z.number().int(),
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  category: programmeCategoryCode,
  authority: z.enum(programmeAuthorities),
});

export const programmeItem = programmeHead.extend({
  /** Of the version in force today, or the newest. */
  versionId: z.number().int(),
  periods: z.number().int(),
  deliveryMode: z.enum(deliveryModes),
  credential: z.enum(programmeCredentials),
  classSize: z.number().int(),
  hasTargetGroup: z.boolean(),
});
export type ProgrammeItem = z.output<typeof programmeItem>;

export const programmeDetail = programmeHead.extend({
  version: z.number().int(),
  /** Newest first. */
  versions: z.array(programmeVersion),
  can: z.object({ edit: z.boolean() }),
});
export type ProgrammeDetail = z.output<typeof programmeDetail>;

const readers = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'LECTURER', 'UNIT_HEAD', 'UNIT_FOCAL_POINT', 'CERTIFICATE_OFFICER'] as const;
const editors = ['SYSTEM_ADMIN', 'TRAINING_MANAGER'] as const;
/** The programme's version number that the person was looking at; another one answers `platform.stale_version`. */
const version = z.number().int().positive();

/** Capital letters and digits in groups: `LD-PX`. */
export const programmeCode = z.string().trim().toUpperCase().regex(/^[A-Z0-9Đ]+(?:-[A-Z0-9Đ]+)*$/).max(40);

const headBody = {
  nameVi: z.string().trim().min(3).max(255),
  nameEn: z.string().trim().min(3).max(255),
  category: programmeCategoryCode,
  authority: z.enum(programmeAuthorities),
};

const versionBody = {
  periods: z.number().int().min(1).max(5_000),
  deliveryMode: z.enum(deliveryModes),
  deliveryNote: z.string().trim().max(120).nullable().default(null),
  assessmentText: z.string().trim().max(300),
  credential: z.enum(programmeCredentials),
  classSize: z.number().int().min(1).max(1_000),
  targetGroupText: z.string().trim().max(500),
  validFrom: day,
};

const listProgrammes = route({
  method: 'GET',
  path: '/programmes',
  summary: 'Programmes by code, with the version in force. The search finds codes and names without marks.',
  access: readers,
  query: pageQuery.extend({ category: programmeCategoryCode.optional() }),
  response: pageOf(programmeItem).extend({ can: z.object({ edit: z.boolean() }) }),
});

const getProgramme = route({
  method: 'GET',
  path: '/programmes/:id',
  summary: 'One programme with all versions and their topic trees.',
  access: readers,
  params: idParams,
  response: programmeDetail,
});

const createProgramme = route({
  method: 'POST',
  path: '/programmes',
  summary: 'Adds a programme with its first version; the components are proposed from the assessment text.',
  access: editors,
  body: z.strictObject({
    code: programmeCode,
    ...headBody,
    ...versionBody,
  }),
  response: programmeDetail,
  errors: [catalogueErrors.code_taken],
});

const correctProgramme = route({
  method: 'PATCH',
  path: '/programmes/:id',
  summary: 'Corrects the names, the category or the branch of a programme. Decided classes keep the rules that were frozen onto them.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, ...headBody }),
  response: programmeDetail,
});

const addVersion = route({
  method: 'POST',
  path: '/programmes/:id/versions',
  summary: 'Adds a version that takes over target group, components and topics of the newest one; classes keep the version they have.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, ...versionBody }),
  response: programmeDetail,
  errors: [catalogueErrors.version_dates],
});

const putTargetGroup = route({
  method: 'PUT',
  path: '/programme-versions/:id/target-group',
  summary: 'Says whom the programme is for; screening of nominations uses it from now on.',
  access: editors,
  params: idParams,
  body: z.strictObject({ version, targetGroup: targetGroup.nullable() }),
  response: programmeDetail,
});

const putComponents = route({
  method: 'PUT',
  path: '/programme-versions/:id/components',
  summary: 'Sets the elements of the assessment; the weights sum to 1. An empty list: nothing is graded. Grade sheets already open keep theirs.',
  access: editors,
  params: idParams,
  body: z.strictObject({
    version,
    components: z.array(component).max(12).refine((list) => new Set(list.map(({ key }) => key)).size === list.length, inWords({ vi: 'Hai điểm thành phần trùng mã. Đặt mã khác nhau.', en: 'Two components have the same key. Give them different ones.' })),
  }),
  response: programmeDetail,
  errors: [catalogueErrors.weights_not_whole],
});

/** A topic that exists carries its id; `parent` is the place of the parent in this list, which comes before its children. */
export const topicInput = z.strictObject({
  id: id.optional(),
  parent: z.number().int().min(0).nullable(),
  kind: z.enum(programmeUnitKinds),
  titleVi: z.string().trim().min(1).max(300),
  titleEn: z.string().trim().min(1).max(300),
  periods: z.number().int().min(0).max(5_000),
});
export type TopicInput = z.output<typeof topicInput>;

const putTopics = route({
  method: 'PUT',
  path: '/programme-versions/:id/topics',
  summary: 'Sets the topic tree in this order. Topics used in a timetable keep their id and cannot be left out.',
  access: editors,
  params: idParams,
  body: z.strictObject({
    version,
    topics: z.array(topicInput).max(400).refine((list) => list.every(({ parent }, at) => parent === null || parent < at), inWords({ vi: 'Chuyên đề cha phải đứng trước chuyên đề con. Sắp xếp lại.', en: 'A topic stands before those below it. Put them in order.' })),
  }),
  response: programmeDetail,
  errors: [catalogueErrors.topic_in_use, catalogueErrors.topics_too_long],
});

export const programmeRoutes = { listProgrammes, getProgramme, createProgramme, correctProgramme, addVersion, putTargetGroup, putComponents, putTopics };
