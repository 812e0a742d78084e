import { Controller } from '@nestjs/common';
import { assignmentRoutes as routes } from '@halong/assessment/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { AssignmentCopies } from './assignment-copy.service.ts';
import { AssignmentReading } from './assignment-reading.service.ts';
import { Assignments } from './assignment.service.ts';
import { Groups } from './group.service.ts';
import { Overrides } from './override.service.ts';
import { TurnIns } from './turn-in.service.ts';

@Controller()
export class AssignmentController {
  constructor(
    private readonly reading: AssignmentReading,
    private readonly assignments: Assignments,
    private readonly copies: AssignmentCopies,
    private readonly overrides: Overrides,
    private readonly turnIns: TurnIns,
    private readonly groups: Groups,
  ) {}

  @Handle(routes.listAssignments)
  list({ actor, params }: Input<typeof routes.listAssignments>): Answer<typeof routes.listAssignments> {
    return this.reading.list(actor, params.id);
  }

  @Handle(routes.createAssignment)
  create({ actor, params, body }: Input<typeof routes.createAssignment>): Answer<typeof routes.createAssignment> {
    return this.assignments.create(actor, params.id, body);
  }

  @Handle(routes.copyAssignments)
  copy({ actor, params, body }: Input<typeof routes.copyAssignments>): Answer<typeof routes.copyAssignments> {
    return this.copies.copy(actor, params.id, body);
  }

  @Handle(routes.getAssignment)
  get({ actor, params }: Input<typeof routes.getAssignment>): Answer<typeof routes.getAssignment> {
    return this.reading.get(actor, params.id);
  }

  @Handle(routes.putAssignment)
  put({ actor, params, body }: Input<typeof routes.putAssignment>): Answer<typeof routes.putAssignment> {
    return this.assignments.update(actor, params.id, body);
  }

  @Handle(routes.publishAssignment)
  publish({ actor, params, body }: Input<typeof routes.publishAssignment>): Answer<typeof routes.publishAssignment> {
    return this.assignments.publish(actor, params.id, body.version, body.topicKey);
  }

  @Handle(routes.removeAssignment)
  remove({ actor, params, body }: Input<typeof routes.removeAssignment>): Answer<typeof routes.removeAssignment> {
    return this.assignments.remove(actor, params.id, body);
  }

  @Handle(routes.putException)
  putOverride({ actor, params, body }: Input<typeof routes.putException>): Answer<typeof routes.putException> {
    return this.overrides.put(actor, params.id, body);
  }

  @Handle(routes.removeException)
  removeOverride({ actor, params, body }: Input<typeof routes.removeException>): Answer<typeof routes.removeException> {
    return this.overrides.remove(actor, params.id, params.overrideId, body.reason);
  }

  @Handle(routes.listTurnIns)
  listTurnIns({ actor, params }: Input<typeof routes.listTurnIns>): Answer<typeof routes.listTurnIns> {
    return this.turnIns.list(actor, params.id);
  }

  @Handle(routes.listGroups)
  listGroups({ actor, params }: Input<typeof routes.listGroups>): Answer<typeof routes.listGroups> {
    return this.groups.list(actor, params.id);
  }

  @Handle(routes.putGroups)
  putGroups({ actor, params, body }: Input<typeof routes.putGroups>): Answer<typeof routes.putGroups> {
    return this.groups.put(actor, params.id, body);
  }
}
