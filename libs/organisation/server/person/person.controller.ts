import { Controller } from '@nestjs/common';
import { Database, Handle, type Answer, type Input } from '@halong/platform/server';
import { personRoutes } from '@halong/organisation/contract';
import { PersonCorrections } from './person-correction.service.ts';
import { People } from './person.service.ts';

@Controller()
export class PersonController {
  constructor(
    private readonly people: People,
    private readonly corrections: PersonCorrections,
    private readonly db: Database,
  ) {}

  @Handle(personRoutes.listPeople)
  list({ actor, query }: Input<typeof personRoutes.listPeople>): Answer<typeof personRoutes.listPeople> {
    return this.people.list(actor, query);
  }

  @Handle(personRoutes.getPerson)
  get({ actor, params }: Input<typeof personRoutes.getPerson>): Answer<typeof personRoutes.getPerson> {
    return this.people.get(actor, params.id);
  }

  @Handle(personRoutes.correctPerson)
  correct({ actor, params, body }: Input<typeof personRoutes.correctPerson>): Answer<typeof personRoutes.correctPerson> {
    return this.db.transaction(async () => {
      await this.corrections.correct(actor, params.id, body);
      return this.people.get(actor, params.id);
    });
  }

  @Handle(personRoutes.personHistory)
  history({ actor, params }: Input<typeof personRoutes.personHistory>): Answer<typeof personRoutes.personHistory> {
    return this.corrections.history(actor, params.id);
  }
}
