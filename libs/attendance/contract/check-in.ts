import { z } from 'zod';
import { id, idParams, instant, inWords, route } from '@halong/platform/contract';
import { attendanceWays, recordStatuses, windowStates } from './attendance-words.ts';
import { attendanceSession } from './attendance.ts';
import { attendanceErrors as errors } from './attendance.errors.ts';

const int = z.number().int();

/** What the projector shows. Outside the window there is no code. */
export const checkCodeView = z.object({
  session: attendanceSession,
  window: z.enum(windowStates),
  code: z
    .object({
      /** Six digits, unspaced. */
      digits: z.string(),
      token: z.string(),
      /** PUBLIC_URL/c/<token>: goes into the QR picture. */
      url: z.string(),
      changesAt: instant,
      rotateSec: int,
    })
    .nullable(),
  /** `pending`: nothing recorded yet. Who is both in the room and online counts in the room. */
  counts: z.object({ expected: int, room: int, online: int, pending: int }),
  /** Who came in during the last ten seconds, newest first. */
  recent: z.array(z.object({ fullName: z.string(), way: z.enum(attendanceWays) })),
  /** Server time, to show the seconds that are left. */
  now: instant,
});
export type CheckCodeView = z.output<typeof checkCodeView>;

const getCheckCode = route({
  method: 'GET',
  path: '/sessions/:id/check-code',
  summary: 'The code of this moment with the counts of the room, for the projector. Cheap: may be asked every few seconds.',
  access: 'signed-in',
  params: idParams,
  response: checkCodeView,
});

/** Either the token of the QR picture or the six digits; the session only helps when two sessions of one person overlap. */
const presented = z
  .strictObject({ token: z.string().trim().max(60).optional(), digits: z.string().trim().max(12).optional(), sessionId: id.optional() })
  .refine((one) => (one.token === undefined) !== (one.digits === undefined), inWords({ vi: 'Quét mã hoặc nhập sáu chữ số, một trong hai cách.', en: 'Scan the code or enter the six digits, one of the two.' }, 'digits'));

const refusals = [
  errors.code_expired, errors.qr_expired, errors.code_wrong, errors.code_paused, errors.qr_unknown, errors.not_enrolled, errors.no_session_now,
  errors.not_open_yet, errors.session_over, errors.session_cancelled, errors.online_only, errors.locked,
] as const;

/** The receipt of a check-in or check-out; a repeat answers the first one again. */
export const checkInReceipt = z.object({
  session: attendanceSession,
  enrolmentId: int,
  status: z.enum(recordStatuses),
  /** When the server took it in. */
  at: instant,
  /** Was already recorded by an earlier scan. */
  repeated: z.boolean(),
  /** Periods that count if the person stays to the end, those a lecturer decides, and those that are gone. */
  periods: z.object({ counting: z.array(int), toDecide: z.array(int), missed: z.array(int) }),
});
export type CheckInReceipt = z.output<typeof checkInReceipt>;

const checkIn = route({
  method: 'POST',
  path: '/check-in',
  summary: 'The signed-in trainee checks in with what the projector shows.',
  access: 'signed-in',
  body: presented,
  response: checkInReceipt,
  // A refused attempt is remembered too, and a repeat answers the first receipt by itself.
  ownTransaction: true,
  errors: refusals,
});

const checkOut = route({
  method: 'POST',
  path: '/check-out',
  summary: 'The signed-in trainee leaves the room before the end, with what the projector shows.',
  access: 'signed-in',
  body: presented,
  response: checkInReceipt,
  // A refused attempt is remembered too, and a repeat answers the first receipt by itself.
  ownTransaction: true,
  errors: refusals,
});

export const checkInRoutes = { getCheckCode, checkIn, checkOut };
