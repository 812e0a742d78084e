import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { personRoutes } from '@halong/organisation/contract';
import { People } from './person.service.ts';

@Controller()
export class PersonController {
  constructor(private readonly people: People) {}

  @Handle(personRoutes.listPeople)
  list({ actor, query }: Input<typeof personRoutes.listPeople>): Answer<typeof personRoutes.listPeople> {
    return this.people.list(actor, query);
  }

  @Handle(personRoutes.getPerson)
  get({ actor, params }: Input<typeof personRoutes.getPerson>): Answer<typeof personRoutes.getPerson> {
    return this.people.get(actor, params.id);
  }
}
