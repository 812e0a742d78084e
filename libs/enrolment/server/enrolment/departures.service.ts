import { Injectable } from '@nestjs/common';
import { Notifications } from '@halong/notifications/server';
import { ClassScreening } from '../admission/class-screening.service.ts';
import type { ClassRow } from '../training-class/class.rows.ts';
import { isBeforeOpening } from '../training-class/class.rules.ts';
import type { EnrolmentRow } from './enrolment.rows.ts';
import { Enrolments } from './enrolments.service.ts';

/** What follows when somebody gives up a seat or a place on a list, in the transaction that holds the class. */
@Injectable()
export class Departures {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly notifications: Notifications,
    private readonly classScreening: ClassScreening,
  ) {}

  /** The person is told why; those who wait are screened again as long as people are still admitted. */
  async left(trainingClass: ClassRow, { id, fullName, personId, version }: EnrolmentRow, reason: string): Promise<void> {
    const { code: classCode, nameVi, nameEn } = trainingClass;
    await this.notifications.tell({
      kind: 'left', params: { personName: fullName, classCode, className: { vi: nameVi, en: nameEn }, reason }, link: '/classes', onceKey: `enrolment-${id}-left-${version}`, personIds: [personId],
    });
    if (isBeforeOpening(trainingClass)) await this.classScreening.again(trainingClass);
  }

  /** The unit has taken a nomination back. `seatedPersonId`: whose seat becomes free with it; null when no seat was given. */
  async withdrawn(trainingClass: ClassRow, seatedPersonId: number | null, reason: string): Promise<void> {
    const enrolment = seatedPersonId === null ? undefined : await this.enrolments.ofPersonInClass(trainingClass.id, seatedPersonId);
    if (!enrolment) {
      await this.classScreening.again(trainingClass);
      return;
    }
    await this.left(trainingClass, await this.enrolments.setState({ id: enrolment.id, to: 'DROPPED', by: 'SYSTEM', reason }), reason);
  }
}
