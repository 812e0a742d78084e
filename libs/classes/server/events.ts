import { z } from 'zod';
import { event, job } from '@halong/platform/server';
import { sessionModes, trainingClassStates } from '@halong/classes/contract';

const id = z.number().int();
const state = z.enum(trainingClassStates);
const instant = z.iso.datetime();

/** What a session was before a change, as far as it cannot be read again. */
const before = z.object({ startsAt: instant, endsAt: instant, mode: z.enum(sessionModes), roomId: id.nullable(), place: z.string().nullable(), lecturerIds: z.array(id) });

/** The facts this domain tells, and the work its clock asks for. */
export const classesMessages = {
  classPlanned: event('classes.class_planned', z.object({ classId: id })),
  stateChanged: event('classes.state_changed', z.object({ classId: id, from: state, to: state })),
  classDecided: event('classes.class_decided', z.object({ classId: id })),
  quotasChanged: event('classes.quotas_changed', z.object({ classId: id })),
  staffChanged: event('classes.staff_changed', z.object({ classId: id })),
  timetableConfirmed: event('classes.timetable_confirmed', z.object({ classId: id, importId: id })),
  sessionAdded: event('classes.session_added', z.object({ sessionId: id, classId: id })),
  sessionChanged: event(
    'classes.session_changed',
    z.object({ sessionId: id, classId: id, changes: z.array(z.enum(['TIME', 'MODE', 'PLACE', 'TOPIC', 'LECTURERS'])), reason: z.string().nullable(), before }),
  ),
  /** `withClass`: the whole class was postponed or cancelled, which `state_changed` tells already. */
  sessionCancelled: event('classes.session_cancelled', z.object({ sessionId: id, classId: id, reason: z.string(), withClass: z.boolean() })),
  sessionStarted: event('classes.session_started', z.object({ sessionId: id, classId: id })),
  sessionEnded: event('classes.session_ended', z.object({ sessionId: id, classId: id })),
  advanceSessions: job('classes.advance_sessions', z.object({}), { ownTransaction: true }),
};
