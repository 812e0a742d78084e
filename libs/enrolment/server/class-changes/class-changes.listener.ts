import { Injectable } from '@nestjs/common';
import { trainingClassStateNames, type TrainingClassState } from '@halong/classes/contract';
import { classesMessages, TrainingClasses } from '@halong/classes/server';
import { Notifications } from '@halong/notifications/server';
import { On } from '@halong/platform/server';
import { Enrolments } from '../enrolment/enrolments.service.ts';
import { ClassRepository } from '../training-class/class.repository.ts';

/** What becomes of enrolments when their class moves on, and who is told. */
@Injectable()
export class ClassChangesListener {
  constructor(
    private readonly classes: TrainingClasses,
    private readonly repository: ClassRepository,
    private readonly enrolments: Enrolments,
    private readonly notifications: Notifications,
  ) {}

  @On(classesMessages.stateChanged)
  async stateChanged({ classId, to }: { classId: number; to: TrainingClassState }): Promise<void> {
    if (to === 'RUNNING') await this.begin(classId);
    if (to === 'POSTPONED' || to === 'CANCELLED') await this.tellSetAside(classId, to);
  }

  @On(classesMessages.classDecided)
  async decided({ classId }: { classId: number }): Promise<void> {
    const { code, nameVi, nameEn, openingDate, version } = await this.classes.get(classId);
    const { decisionNo } = await this.repository.papers(classId);
    await this.notifications.tell({
      kind: 'class_decided', link: `/classes/${classId}`, onceKey: `class-${classId}-decided-${version}`,
      personIds: await this.everybody(classId), accountIds: await this.repository.senders(classId),
      params: { classCode: code, className: { vi: nameVi, en: nameEn }, openingDate: openingDate ?? '…', decisionNo: decisionNo ?? '…' },
    });
  }

  /** Opening day: whoever is admitted begins to study. */
  private async begin(classId: number): Promise<void> {
    for (const { id, state } of await this.enrolments.ofClass(classId)) {
      if (state === 'ADMITTED') await this.enrolments.setState({ id, to: 'ACTIVE', by: 'SYSTEM' });
    }
    const { code, nameVi, nameEn, openingDate, version } = await this.classes.get(classId);
    await this.notifications.tell({
      kind: 'class_opening', link: `/classes/${classId}`, onceKey: `class-${classId}-opening-${version}`, personIds: await this.everybody(classId),
      params: { classCode: code, className: { vi: nameVi, en: nameEn }, openingDate: openingDate ?? '…' },
    });
  }

  private async tellSetAside(classId: number, to: 'POSTPONED' | 'CANCELLED'): Promise<void> {
    const { code, nameVi, nameEn, version } = await this.classes.get(classId);
    const { stateReason } = await this.repository.papers(classId);
    await this.notifications.tell({
      kind: 'class_set_aside', link: `/classes/${classId}`, onceKey: `class-${classId}-${to}-${version}`,
      personIds: await this.everybody(classId), accountIds: await this.repository.senders(classId),
      params: { classCode: code, className: { vi: nameVi, en: nameEn }, state: trainingClassStateNames[to], reason: stateReason ?? '…' },
    });
  }

  private async everybody(classId: number): Promise<number[]> {
    const trainees = await this.enrolments.ofClass(classId);
    return [...trainees.map(({ personId }) => personId), ...(await this.repository.staffAndLecturers(classId))];
  }
}
