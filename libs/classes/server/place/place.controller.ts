import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { placeRoutes as routes } from '@halong/classes/contract';
import { Places } from './place.service.ts';

@Controller()
export class PlaceController {
  constructor(private readonly places: Places) {}

  @Handle(routes.listInstitutions)
  async institutions({ actor }: Input<typeof routes.listInstitutions>): Answer<typeof routes.listInstitutions> {
    return this.places.institutions(actor);
  }

  @Handle(routes.listRooms)
  async rooms({ actor, query }: Input<typeof routes.listRooms>): Answer<typeof routes.listRooms> {
    return this.places.rooms(actor, query);
  }

  @Handle(routes.createRoom)
  async createRoom({ actor, body }: Input<typeof routes.createRoom>): Answer<typeof routes.createRoom> {
    return this.places.createRoom(actor, body);
  }

  @Handle(routes.editRoom)
  async editRoom({ actor, params, body }: Input<typeof routes.editRoom>): Answer<typeof routes.editRoom> {
    return this.places.editRoom(actor, params.id, body);
  }

  @Handle(routes.getBells)
  async bells({ actor, query }: Input<typeof routes.getBells>): Answer<typeof routes.getBells> {
    return this.places.bells(actor, query.institutionId ?? null);
  }

  @Handle(routes.putBells)
  async putBells({ actor, body }: Input<typeof routes.putBells>): Answer<typeof routes.putBells> {
    return this.places.setBells(actor, body.institutionId, body.bells);
  }

  @Handle(routes.listHolidays)
  async holidays({ actor, query }: Input<typeof routes.listHolidays>): Answer<typeof routes.listHolidays> {
    return this.places.holidays(actor, query.year);
  }

  @Handle(routes.addHoliday)
  async addHoliday({ actor, body }: Input<typeof routes.addHoliday>): Answer<typeof routes.addHoliday> {
    return this.places.addHoliday(actor, body);
  }

  @Handle(routes.addPublicHolidays)
  async addPublicHolidays({ actor, body }: Input<typeof routes.addPublicHolidays>): Answer<typeof routes.addPublicHolidays> {
    return this.places.addPublicHolidays(actor, body.year);
  }

  @Handle(routes.removeHoliday)
  async removeHoliday({ actor, params }: Input<typeof routes.removeHoliday>): Promise<void> {
    await this.places.removeHoliday(actor, params.id);
  }
}
