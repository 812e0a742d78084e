import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { sessionRoutes as routes } from '@halong/classes/contract';
import { SessionPlanning } from './session-planning.service.ts';
import { Sessions } from './session.service.ts';

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly planning: SessionPlanning,
  ) {}

  @Handle(routes.listClassSessions)
  async ofClass({ actor, params }: Input<typeof routes.listClassSessions>): Answer<typeof routes.listClassSessions> {
    return this.sessions.listOfClass(actor, params.id);
  }

  @Handle(routes.getSession)
  async get({ actor, params }: Input<typeof routes.getSession>): Answer<typeof routes.getSession> {
    return this.sessions.show(actor, params.id);
  }

  @Handle(routes.createSession)
  async create({ actor, params, body }: Input<typeof routes.createSession>): Answer<typeof routes.createSession> {
    return this.planning.create(actor, params.id, body);
  }

  @Handle(routes.editSession)
  async edit({ actor, params, body }: Input<typeof routes.editSession>): Answer<typeof routes.editSession> {
    return this.planning.edit(actor, params.id, body);
  }

  @Handle(routes.moveSession)
  async move({ actor, params, body }: Input<typeof routes.moveSession>): Answer<typeof routes.moveSession> {
    return this.planning.move(actor, params.id, body);
  }

  @Handle(routes.cancelSession)
  async cancel({ actor, params, body }: Input<typeof routes.cancelSession>): Answer<typeof routes.cancelSession> {
    return this.planning.cancel(actor, params.id, body.version, body.reason);
  }

  @Handle(routes.replaceLecturers)
  async replaceLecturers({ actor, params, body }: Input<typeof routes.replaceLecturers>): Answer<typeof routes.replaceLecturers> {
    return this.planning.replaceLecturers(actor, params.id, body);
  }

  @Handle(routes.mySessions)
  async mine({ actor, query }: Input<typeof routes.mySessions>): Answer<typeof routes.mySessions> {
    return this.sessions.mine(actor, query.from, query.to);
  }

  @Handle(routes.timetable)
  async timetable({ actor, query }: Input<typeof routes.timetable>): Answer<typeof routes.timetable> {
    return this.sessions.timetable(actor, query);
  }
}
