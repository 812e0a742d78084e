import { z } from 'zod';
import { day, id, idParams, pageOf, pageQuery, route } from '@halong/platform/contract';
import { classesErrors } from './classes.errors.ts';
import { unitRef } from './training-class.ts';

export const room = z.object({
  id: z.number().int(),
  institution: unitRef,
  name: z.string(),
  capacity: z.number().int().nullable(),
  active: z.boolean(),
  can: z.object({ edit: z.boolean() }),
});
export type Room = z.output<typeof room>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const bell = z.strictObject({ periodNo: z.number().int().min(1).max(20), starts: time, ends: time });
export type Bell = z.output<typeof bell>;

export const holiday = z.object({ id: z.number().int(), day, nameVi: z.string(), nameEn: z.string() });
export type Holiday = z.output<typeof holiday>;

const staff = ['SYSTEM_ADMIN', 'TRAINING_MANAGER', 'CLASS_COORDINATOR'] as const;
const officers = ['SYSTEM_ADMIN', 'TRAINING_MANAGER'] as const;

/** The institutions where this person plans classes or edits rooms; the first question of every form. */
const listInstitutions = route({
  method: 'GET',
  path: '/training-institutions',
  summary: 'Training institutions, and whether this person may work for them.',
  access: staff,
  response: z.array(unitRef.extend({ can: z.object({ work: z.boolean() }) })),
});

const listRooms = route({
  method: 'GET',
  path: '/rooms',
  summary: 'Rooms by institution and name.',
  access: staff,
  query: pageQuery.extend({ institutionId: id.optional(), active: z.enum(['true', 'false']).optional() }),
  response: pageOf(room),
});

const createRoom = route({
  method: 'POST',
  path: '/rooms',
  summary: 'Adds a room to an institution.',
  access: staff,
  body: z.strictObject({ institutionId: id, name: z.string().trim().min(1).max(120), capacity: z.number().int().min(1).max(5_000).nullable().default(null) }),
  response: room,
  errors: [classesErrors.room_taken, classesErrors.institution_unknown],
});

const editRoom = route({
  method: 'PATCH',
  path: '/rooms/:id',
  summary: 'Renames a room, changes its capacity, takes it out of use or back. Sessions that have it keep it.',
  access: staff,
  params: idParams,
  body: z.strictObject({
    name: z.string().trim().min(1).max(120).optional(),
    capacity: z.number().int().min(1).max(5_000).nullable().optional(),
    active: z.boolean().optional(),
  }),
  response: room,
  errors: [classesErrors.room_taken],
});

const bellsAnswer = z.object({
  institutionId: z.number().int().nullable(),
  /** The institution has its own; otherwise these are the province's. */
  own: z.boolean(),
  bells: z.array(bell),
  can: z.object({ edit: z.boolean() }),
});

const getBells = route({
  method: 'GET',
  path: '/bells',
  summary: 'When periods begin and end at an institution, or by default.',
  access: 'signed-in',
  query: z.object({ institutionId: id.optional() }),
  response: bellsAnswer,
});

const putBells = route({
  method: 'PUT',
  path: '/bells',
  summary: 'Sets the bells of an institution, or the default (null). An empty list takes the institution back to the default. Sessions already planned keep their times.',
  access: staff,
  body: z.strictObject({ institutionId: id.nullable(), bells: z.array(bell).max(20) }),
  response: bellsAnswer,
  errors: [classesErrors.bells_overlap, classesErrors.institution_unknown],
});

const listHolidays = route({
  method: 'GET',
  path: '/holidays',
  summary: 'Holidays of a year.',
  access: 'signed-in',
  query: z.object({ year: z.coerce.number().int().min(2000).max(2200) }),
  /** `missing`: public holidays of the year that are not in the list. */
  response: z.object({ items: z.array(holiday), missing: z.number().int(), can: z.object({ edit: z.boolean() }) }),
});

const addHoliday = route({
  method: 'POST',
  path: '/holidays',
  summary: 'Adds a holiday.',
  access: officers,
  body: z.strictObject({ day, nameVi: z.string().trim().min(2).max(160), nameEn: z.string().trim().min(2).max(160) }),
  response: holiday,
  errors: [classesErrors.holiday_taken],
});

const addPublicHolidays = route({
  method: 'POST',
  path: '/holidays/public',
  summary: 'Adds the public holidays of a year as far as they are certain; days that are in the list already stay as they are.',
  access: officers,
  body: z.strictObject({ year: z.number().int().min(2000).max(2200) }),
  /** `complete` is false while the government has still to announce some of them. */
  response: z.object({ added: z.array(holiday), complete: z.boolean() }),
  errors: [classesErrors.holidays_unknown],
});

const removeHoliday = route({ method: 'DELETE', path: '/holidays/:id', summary: 'Removes a holiday.', access: officers, params: idParams });

export const placeRoutes = { listInstitutions, listRooms, createRoom, editRoom, getBells, putBells, listHolidays, addHoliday, addPublicHolidays, removeHoliday };
