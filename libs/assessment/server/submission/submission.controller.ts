import { Controller, Injectable } from '@nestjs/common';
import { assignmentsTopic, submissionRoutes as routes } from '@halong/assessment/contract';
import { leftStates } from '@halong/enrolment/contract';
import type { Actor } from '@halong/platform/contract';
import { Database, Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { readers } from '../assignment/assignment.policy.ts';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { Drafts } from './draft.service.ts';
import { MyWork } from './my-work.service.ts';
import { Submissions } from './submission.service.ts';

@Controller()
export class SubmissionController {
  constructor(
    private readonly work: MyWork,
    private readonly drafts: Drafts,
    private readonly submissions: Submissions,
  ) {}

  @Handle(routes.listMyWork)
  list({ actor, query }: Input<typeof routes.listMyWork>): Answer<typeof routes.listMyWork> {
    return this.work.list(actor, query.classId);
  }

  @Handle(routes.getMyWork)
  get({ actor, params }: Input<typeof routes.getMyWork>): Answer<typeof routes.getMyWork> {
    return this.work.get(actor, params.id);
  }

  @Handle(routes.putDraft)
  putDraft({ actor, params, body }: Input<typeof routes.putDraft>): Answer<typeof routes.putDraft> {
    return this.drafts.put(actor, params.id, body);
  }

  @Handle(routes.submitWork)
  submit({ actor, params, body }: Input<typeof routes.submitWork>): Answer<typeof routes.submitWork> {
    return this.submissions.submit(actor, params.id, body);
  }

  @Handle(routes.getMySubmission)
  mine({ actor, params }: Input<typeof routes.getMySubmission>): Answer<typeof routes.getMySubmission> {
    return this.work.submission(actor, params.id);
  }
}

@Injectable()
export class AssignmentsWatch {
  constructor(
    private readonly access: ClassAccess,
    private readonly db: Database,
  ) {}

  /** Staff and trainees of the class. */
  @Watch(assignmentsTopic)
  async mayWatch(actor: Actor, classId: number): Promise<boolean> {
    const held = await this.access.roles(actor, classId);
    if (held.some((role) => readers.includes(role))) return true;
    return (await this.db.row('SELECT id FROM enrolment_enrolment WHERE class_id = ? AND person_id = ? AND state NOT IN (?)', [classId, actor.personId, [...leftStates]])) !== undefined;
  }
}
