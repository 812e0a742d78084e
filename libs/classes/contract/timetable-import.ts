import { z } from 'zod';
import { day, id, idParams, route, type TextPair } from '@halong/platform/contract';
import { classesErrors } from './classes.errors.ts';
import { sessionModes } from './class-words.ts';

export const timetableProblemCodes = [
  'TOO_LARGE', 'HEADING_NOT_FOUND', 'FORMULA_CELL', 'DATE_MISSING', 'DATE_INVALID', 'WEEKDAY_DIFFERS', 'PERIODS_INVALID', 'PERIOD_UNKNOWN', 'PART_DIFFERS',
  'TIME_DIFFERS', 'TOPIC_MISSING', 'LECTURER_MISSING', 'SEVERAL_LECTURERS', 'MODE_UNKNOWN', 'PLACE_MISSING', 'OVERLAP', 'PERIODS_TOTAL_DIFFERS', 'HOLIDAY', 'PROGRAMME_PERIODS_DIFFER',
] as const;
export type TimetableProblemCode = (typeof timetableProblemCodes)[number];

/** What stands beside a row; `{name}` is a parameter of the problem. */
export const timetableProblemTexts: Record<TimetableProblemCode, TextPair> = {
  TOO_LARGE: { vi: 'Tệp có hơn {rows} dòng nên không phải thời khóa biểu của một lớp.', en: 'The file has more than {rows} {rows|row|rows}, so it is not the timetable of one class.' },
  HEADING_NOT_FOUND: { vi: 'Không thấy dòng tiêu đề; thiếu cột: {missing}.', en: 'There is no heading row; missing columns: {missing}.' },
  FORMULA_CELL: { vi: 'Ô “{column}” là công thức. Thay bằng giá trị.', en: 'The cell “{column}” is a formula. Replace it by its value.' },
  DATE_MISSING: { vi: 'Thiếu ngày học.', en: 'The day is missing.' },
  DATE_INVALID: { vi: '“{text}” không phải là một ngày dd/MM/yyyy.', en: '“{text}” is not a day dd/MM/yyyy.' },
  WEEKDAY_DIFFERS: { vi: 'Cột Thứ ghi “{text}” nhưng ngày {date} là thứ khác.', en: 'The weekday says “{text}”, but {date} is another weekday.' },
  PERIODS_INVALID: { vi: '“{text}” không phải là các tiết liền nhau, ví dụ 1-4.', en: '“{text}” is not a run of periods such as 1-4.' },
  PERIOD_UNKNOWN: { vi: 'Giờ học của cơ sở không có tiết {text}.', en: 'The bells of the institution do not have the periods {text}.' },
  PART_DIFFERS: { vi: 'Ghi buổi “{text}” nhưng tiết {periods} thuộc buổi khác.', en: 'It says “{text}”, but the periods {periods} belong to another part of the day.' },
  TIME_DIFFERS: { vi: 'Ghi giờ “{text}” nhưng theo giờ học là {startsAt}–{endsAt}; sẽ dùng giờ học của cơ sở.', en: 'It says “{text}”, but the bells give {startsAt}–{endsAt}; the bells are used.' },
  TOPIC_MISSING: { vi: 'Thiếu nội dung buổi học.', en: 'The topic is missing.' },
  LECTURER_MISSING: { vi: 'Chưa ghi giảng viên; buổi học sẽ chưa có người dạy.', en: 'No lecturer is named; the session will have none yet.' },
  SEVERAL_LECTURERS: { vi: '“{text}” có vẻ là nhiều người. Chọn người dạy chính, thêm người khác ở trang buổi học.', en: '“{text}” looks like several people. Choose the main lecturer; add others at the session.' },
  MODE_UNKNOWN: { vi: 'Chưa biết hình thức “{text}”. Ghi trực tiếp, trực tuyến, kết hợp hoặc thực tế.', en: 'The mode “{text}” is unknown. Write in person, online, hybrid or field study.' },
  PLACE_MISSING: { vi: 'Chưa ghi phòng hoặc địa điểm.', en: 'No room or place is named.' },
  OVERLAP: { vi: 'Trùng giờ với dòng {otherRow} của tệp.', en: 'At the same time as row {otherRow} of the file.' },
  PERIODS_TOTAL_DIFFERS: { vi: 'Tiêu đề ghi {stated} tiết, các dòng cộng lại {read} tiết.', en: 'The title says {stated} {stated|period|periods}, the rows add up to {read}.' },
  HOLIDAY: { vi: 'Ngày {date} là ngày nghỉ: {name}.', en: '{date} is a holiday: {name}.' },
  PROGRAMME_PERIODS_DIFFER: { vi: 'Chương trình có {stated} tiết, thời khóa biểu có {read} tiết.', en: 'The programme has {stated} {stated|period|periods}, the timetable {read}.' },
};

export const timetableProblem = z.object({
  row: z.number().int(),
  severity: z.enum(['ERROR', 'WARNING']),
  code: z.enum(timetableProblemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** Somebody at the host institution whom the written name may mean. */
export const lecturerCandidate = z.object({
  personId: z.number().int(),
  /** Null: works at the host institution and does not teach yet. */
  lecturerId: z.number().int().nullable(),
  fullName: z.string(),
  title: z.string(),
  unitName: z.string().nullable(),
});

export const lecturerChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('LECTURER'), lecturerId: id }),
  z.strictObject({ kind: z.literal('PERSON'), personId: id }),
  z.strictObject({ kind: z.literal('NEW_VISITING'), name: z.string().trim().min(2).max(120), title: z.string().trim().max(40).default('') }),
]);
export type LecturerChoice = z.output<typeof lecturerChoice>;

export const roomChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ROOM'), roomId: id }),
  z.strictObject({ kind: z.literal('NEW_ROOM'), name: z.string().trim().min(1).max(120), capacity: z.number().int().min(1).max(5_000).nullable().default(null) }),
]);
export type RoomChoice = z.output<typeof roomChoice>;

const match = z.enum(['ONE', 'SEVERAL', 'NONE']);

/** A timetable file on its way. Nothing of it is in the timetable before it is confirmed. */
export const timetableImport = z.object({
  id: z.number().int(),
  classId: z.number().int(),
  fileName: z.string(),
  state: z.enum(['PROPOSED', 'CONFIRMED', 'DISCARDED']),
  /** As the file's title has it; null when it names none. */
  classCode: z.string().nullable(),
  totals: z.object({
    sessions: z.number().int(),
    periods: z.number().int(),
    days: z.number().int(),
    weeks: z.number().int(),
    lecturers: z.number().int(),
    firstDay: day.nullable(),
    lastDay: day.nullable(),
    periodsByMode: z.object({ ROOM: z.number().int(), ONLINE: z.number().int(), BOTH: z.number().int(), FIELD: z.number().int() }),
  }),
  rows: z.array(
    z.object({
      row: z.number().int(),
      day,
      periods: z.array(z.number().int()),
      startsAt: z.string(),
      endsAt: z.string(),
      topic: z.string(),
      lecturerText: z.string().nullable(),
      mode: z.enum(sessionModes),
      placeText: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  problems: z.array(timetableProblem),
  ignoredRows: z.array(z.number().int()),
  /** Each name as the file writes it. A proposal is never a decision: `choice` stays null until a person chooses. */
  lecturers: z.array(
    z.object({ text: z.string(), title: z.string(), name: z.string(), sessions: z.number().int(), match, candidates: z.array(lecturerCandidate), choice: lecturerChoice.nullable() }),
  ),
  rooms: z.array(
    z.object({
      text: z.string(),
      sessions: z.number().int(),
      match,
      candidates: z.array(z.object({ roomId: z.number().int(), name: z.string(), capacity: z.number().int().nullable() })),
      choice: roomChoice.nullable(),
    }),
  ),
  /** Sessions that would be replaced. */
  replaces: z.number().int(),
  can: z.object({ confirm: z.boolean() }),
});
export type TimetableImport = z.output<typeof timetableImport>;

const editors = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR'] as const;

const uploadTimetable = route({
  method: 'POST',
  path: '/classes/:id/timetable-imports',
  summary: 'Reads a timetable (.xlsx or .csv) and proposes lecturers and rooms of the host institution. An earlier file that waits is discarded.',
  access: editors,
  params: idParams,
  query: z.object({ name: z.string().trim().min(1).max(200).default('thoi-khoa-bieu.xlsx') }),
  upload: { maxBytes: 10 * 1_048_576 },
  response: timetableImport,
  errors: [classesErrors.file_not_readable, classesErrors.timetable_running, classesErrors.import_other_class],
});

const getTimetableImport = route({
  method: 'GET',
  path: '/timetable-imports/:id',
  summary: 'A timetable file with its proposals and the choices made so far.',
  access: editors,
  params: idParams,
  response: timetableImport,
});

const latestTimetableImport = route({
  method: 'GET',
  path: '/classes/:id/timetable-imports/latest',
  summary: 'The timetable file of the class that waits for its names, if there is one.',
  access: editors,
  params: idParams,
  response: z.object({ waiting: timetableImport.nullable() }),
});

const resolveTimetableImport = route({
  method: 'PUT',
  path: '/timetable-imports/:id/resolutions',
  summary: 'Sets the choices for the given texts; null takes one back. Texts that are not given keep theirs.',
  access: editors,
  params: idParams,
  body: z.strictObject({
    lecturers: z.array(z.strictObject({ text: z.string().max(300), choice: lecturerChoice.nullable() })).max(200).default([]),
    rooms: z.array(z.strictObject({ text: z.string().max(300), choice: roomChoice.nullable() })).max(200).default([]),
  }),
  response: timetableImport,
  errors: [classesErrors.import_closed, classesErrors.lecturer_unknown, classesErrors.person_unknown, classesErrors.room_unknown],
});

const confirmTimetableImport = route({
  method: 'POST',
  path: '/timetable-imports/:id/confirm',
  summary: 'Puts the file into the timetable in one step: creates chosen lecturers and rooms, replaces the sessions that are scheduled. A second time changes nothing.',
  access: editors,
  params: idParams,
  body: z.strictObject({ leaveOutErrors: z.boolean().default(false) }),
  response: z.object({ importId: z.number().int(), classId: z.number().int(), sessions: z.number().int(), periods: z.number().int() }),
  errors: [
    classesErrors.online_share, classesErrors.online_not_allowed,
    classesErrors.import_closed, classesErrors.import_not_ready, classesErrors.import_empty, classesErrors.import_has_errors, classesErrors.timetable_running,
    classesErrors.room_clash, classesErrors.lecturer_clash, classesErrors.trainee_clash, classesErrors.in_the_past,
  ],
});

const discardTimetableImport = route({
  method: 'POST',
  path: '/timetable-imports/:id/discard',
  summary: 'Discards a file that waits.',
  access: editors,
  params: idParams,
  errors: [classesErrors.import_closed],
});

export const timetableImportRoutes = {
  uploadTimetable, getTimetableImport, latestTimetableImport, resolveTimetableImport, confirmTimetableImport, discardTimetableImport,
};
