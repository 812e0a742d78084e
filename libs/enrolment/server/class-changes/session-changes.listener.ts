import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { roomName, sessionModeNames } from '@halong/classes/contract';
import { classesMessages, Sessions, TrainingClasses, type SessionRecord } from '@halong/classes/server';
import type { NotificationKind, NotificationParams } from '@halong/notifications/contract';
import { Notifications } from '@halong/notifications/server';
import { dayOf, formatDay, timeOf, type TextPair } from '@halong/platform/contract';
import { On } from '@halong/platform/server';
import { Enrolments } from '../enrolment/enrolments.service.ts';
import { ClassRepository } from '../training-class/class.repository.ts';

type Changed = z.output<typeof classesMessages.sessionChanged.payload>;
type Cancelled = z.output<typeof classesMessages.sessionCancelled.payload>;

/** Before the decision a timetable is a draft, and changing it is nobody's news. */
const inForce = ['DECIDED', 'RUNNING', 'EXAM'];
const nobodyYet: TextPair = { vi: 'chưa phân công', en: 'nobody yet' };
const placeOf = ({ roomName: name, place, mode }: SessionRecord) => (name === null ? (place ?? sessionModeNames[mode]) : { vi: name, en: roomName(name, 'en') });
const momentOf = (at: Date) => `${timeOf(at)} ${formatDay(dayOf(at))}`;

/** Tells trainees, lecturers and staff of a class that one of its sessions is not what it was. */
@Injectable()
export class SessionChangesListener {
  constructor(
    private readonly sessions: Sessions,
    private readonly classes: TrainingClasses,
    private readonly repository: ClassRepository,
    private readonly enrolments: Enrolments,
    private readonly notifications: Notifications,
  ) {}

  @On(classesMessages.sessionChanged)
  async changed({ sessionId, changes, before }: Changed): Promise<void> {
    const session = await this.sessions.get(sessionId);
    const people = await this.concerned(session, before.lecturerIds);
    const what = wordsOf(session);
    if (changes.includes('TIME')) await this.tell('session_moved', session, people, { ...what, from: momentOf(new Date(before.startsAt)), to: what.when });
    if (changes.includes('MODE')) await this.tell('mode_switched', session, people, { ...what, mode: sessionModeNames[session.mode] });
    else if (changes.includes('PLACE')) await this.tell('place_changed', session, people, { ...what, place: placeOf(session) });
    if (changes.includes('LECTURERS')) await this.tell('lecturer_replaced', session, people, { ...what, lecturer: lecturersOf(session) });
  }

  @On(classesMessages.sessionCancelled)
  async cancelled({ sessionId, reason, withClass }: Cancelled): Promise<void> {
    if (withClass) return;
    const session = await this.sessions.get(sessionId);
    await this.tell('session_cancelled', session, await this.concerned(session, []), { ...wordsOf(session), reason });
  }

  /** Two quick changes that are told after both say the same once: the key holds the version of the session. */
  private async tell<K extends NotificationKind>(kind: K, session: SessionRecord, personIds: number[], params: NotificationParams<K>): Promise<void> {
    await this.notifications.tell({ kind, params, personIds, link: `/classes/${session.classId}`, onceKey: `session-${session.id}-${kind}-${session.version}` });
  }

  private async concerned(session: SessionRecord, formerLecturerIds: readonly number[]): Promise<number[]> {
    const { state } = await this.classes.get(session.classId);
    if (!inForce.includes(state)) return [];
    const lecturerIds = [...session.lecturers.map(({ lecturerId }) => lecturerId), ...formerLecturerIds];
    const trainees = await this.enrolments.ofClass(session.classId);
    return [...trainees.map(({ personId }) => personId), ...(await this.repository.staffAnd(session.classId, lecturerIds))];
  }
}

const wordsOf = ({ classCode, sessionNo, topic, startsAt }: SessionRecord) => ({ classCode, sessionNo, topic, when: momentOf(startsAt) });

function lecturersOf({ lecturers }: SessionRecord): string | TextPair {
  return lecturers.length === 0 ? nobodyYet : lecturers.map(({ title, fullName }) => `${title} ${fullName}`.trim()).join(', ');
}
