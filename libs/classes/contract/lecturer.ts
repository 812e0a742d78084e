import { z } from 'zod';
import { id, idParams, inWords, pageOf, pageQuery, route } from '@halong/platform/contract';
import { classesErrors } from './classes.errors.ts';
import { lecturerKinds } from './class-words.ts';
import { unitRef } from './training-class.ts';

export const lecturer = z.object({
  id: z.number().int(),
  personId: z.number().int(),
  fullName: z.string(),
  /** As printed before the name: “TS.”. */
  title: z.string(),
  kind: z.enum(lecturerKinds),
  institution: unitRef.nullable(),
});
export type Lecturer = z.output<typeof lecturer>;

const staff = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR'] as const;
const title = z.string().trim().max(40);

const listLecturers = route({
  method: 'GET',
  path: '/lecturers',
  summary: 'Lecturers by given name. The search finds names without marks.',
  access: staff,
  query: pageQuery.extend({ institutionId: id.optional() }),
  response: pageOf(lecturer),
});

const createLecturer = route({
  method: 'POST',
  path: '/lecturers',
  summary: 'Makes a person of the staff list a lecturer, or records a visiting lecturer by name.',
  access: staff,
  body: z
    .strictObject({
      personId: id.optional(),
      /** Of somebody who is in no staff list. */
      name: z.string().trim().min(2).max(120).optional(),
      title: title.default(''),
      kind: z.enum(lecturerKinds),
      institutionId: id.nullable(),
    })
    .refine((body) => (body.personId === undefined) !== (body.name === undefined), inWords({ vi: 'Chọn người trong danh sách hoặc nhập họ tên, một trong hai.', en: 'Choose a person from the list or enter a name, one of the two.' }, 'name')),
  response: lecturer,
  errors: [classesErrors.lecturer_taken, classesErrors.person_unknown, classesErrors.institution_unknown],
});

const editLecturer = route({
  method: 'PATCH',
  path: '/lecturers/:id',
  summary: 'Changes title, kind or institution of a lecturer.',
  access: staff,
  params: idParams,
  body: z.strictObject({ title: title.optional(), kind: z.enum(lecturerKinds).optional(), institutionId: id.nullable().optional() }),
  response: lecturer,
  errors: [classesErrors.institution_unknown],
});

export const lecturerRoutes = { listLecturers, createLecturer, editLecturer };
