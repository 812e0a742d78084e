import { Controller } from '@nestjs/common';
import { enrolmentRoutes as routes } from '@halong/enrolment/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Trainees } from './trainees.service.ts';

@Controller()
export class EnrolmentController {
  constructor(private readonly trainees: Trainees) {}

  @Handle(routes.listOfClass)
  listOfClass({ actor, params, query }: Input<typeof routes.listOfClass>): Answer<typeof routes.listOfClass> {
    return this.trainees.listOfClass(actor, params.classId, query);
  }

  @Handle(routes.listMine)
  listMine({ actor, query }: Input<typeof routes.listMine>): Answer<typeof routes.listMine> {
    return this.trainees.listMine(actor, query);
  }

  @Handle(routes.listOfPerson)
  listOfPerson({ actor, params, query }: Input<typeof routes.listOfPerson>): Answer<typeof routes.listOfPerson> {
    return this.trainees.listOfPerson(actor, params.id, query);
  }

  @Handle(routes.changeState)
  changeState({ actor, params, body }: Input<typeof routes.changeState>): Answer<typeof routes.changeState> {
    return this.trainees.changeState(actor, params.id, body);
  }

  @Handle(routes.noteDiscipline)
  noteDiscipline({ actor, params, body }: Input<typeof routes.noteDiscipline>): Answer<typeof routes.noteDiscipline> {
    return this.trainees.noteDiscipline(actor, params.id, body);
  }
}
