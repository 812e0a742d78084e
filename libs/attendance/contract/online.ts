import { z } from 'zod';
import { id, instant, socketEvent } from '@halong/platform/contract';

const int = z.number().int();

/** A presence prompt that waits for an answer. Its instant is only known once it is due. */
export const presencePrompt = z.object({ no: int, openUntil: instant });
export type PresencePrompt = z.output<typeof presencePrompt>;

const pulse = {
  /** Show it until it is answered or gone. */
  prompt: presencePrompt.nullable(),
  /** The session is over or cancelled: stop sending heartbeats. */
  over: z.boolean(),
};

/** Opens (or, after a broken line, takes up again) the presence of this tab. The server's clock counts, never the client's. */
export const joinEvent = socketEvent({
  name: 'attendance.join',
  access: 'signed-in',
  /** `connectionId`: what an earlier join answered; short breaks of the line are bridged when it is sent again. */
  payload: z.strictObject({ sessionId: id, connectionId: z.uuid().optional() }),
  reply: z.object({ connectionId: z.uuid(), enrolmentId: int, heartbeatSec: int, startsAt: instant, endsAt: instant, ...pulse }),
});

/** Sent every `heartbeatSec`. `attendance.connection_gone`: join again with the same connection id. */
export const heartbeatEvent = socketEvent({
  name: 'attendance.heartbeat',
  access: 'signed-in',
  payload: z.strictObject({ connectionId: z.uuid() }),
  reply: z.object(pulse),
});

/** The person pressed "I am here". An answer that came in is stored when the reply arrives. */
export const answerEvent = socketEvent({
  name: 'attendance.answer',
  access: 'signed-in',
  payload: z.strictObject({ connectionId: z.uuid(), promptNo: int }),
  reply: z.object({ answered: z.literal(true) }),
});

export const attendanceSocketEvents = { joinEvent, heartbeatEvent, answerEvent };
