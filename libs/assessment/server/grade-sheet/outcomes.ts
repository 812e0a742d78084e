import { Injectable } from '@nestjs/common';
import { ClassTransitions } from '@halong/classes/server';
import { Enrolments } from '@halong/enrolment/server';
import type { EnrolmentState } from '@halong/enrolment/contract';
import type { Role } from '@halong/platform/contract';
import type { SheetClass, TraineeRow } from './grade-sheet.rows.ts';

export type Outcome = 'PASSED' | 'FAILED' | 'BARRED';

/** The way from each state: eligibility comes first, and nobody goes from barred to passed. */
const ways: Record<Outcome, Partial<Record<EnrolmentState, EnrolmentState[]>>> = {
  PASSED: { ADMITTED: ['ACTIVE', 'EXAM_ELIGIBLE', 'PASSED'], ACTIVE: ['EXAM_ELIGIBLE', 'PASSED'], EXAM_ELIGIBLE: ['PASSED'], FAILED: ['PASSED'] },
  FAILED: { ADMITTED: ['ACTIVE', 'EXAM_ELIGIBLE', 'FAILED'], ACTIVE: ['EXAM_ELIGIBLE', 'FAILED'], EXAM_ELIGIBLE: ['FAILED'], PASSED: ['FAILED'] },
  BARRED: { ADMITTED: ['ACTIVE', 'EXAM_BARRED'], ACTIVE: ['EXAM_BARRED'], EXAM_ELIGIBLE: ['EXAM_BARRED'], PASSED: ['EXAM_BARRED'], FAILED: ['EXAM_BARRED'] },
};

/** Takes the trainees and the class on when the results are recognised; the states belong to enrolment and classes. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly enrolments: Enrolments,
    private readonly transitions: ClassTransitions,
  ) {}

  /** `held`: the roles in which the person decides. @throws AppError as the lifecycles of enrolment and class do */
  async decide(ofClass: SheetClass, trainees: readonly TraineeRow[], results: ReadonlyMap<number, Outcome>, held: readonly Role[]): Promise<void> {
    for (const { enrolmentId: id, state } of trainees) {
      const outcome = results.get(id);
      const steps = outcome ? (ways[outcome][state as EnrolmentState] ?? []) : [];
      for (const to of steps) await this.enrolments.setState({ id, to, by: 'SYSTEM' });
    }
    if (ofClass.state === 'GRADING') await this.transitions.advance(ofClass.id, 'RESULT_RECOGNISED', held);
  }
}
