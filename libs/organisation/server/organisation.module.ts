import { Module } from '@nestjs/common';
import { PersonController } from './person/person.controller.ts';
import { PersonRepository } from './person/person.repository.ts';
import { People } from './person/person.service.ts';
import { PersonalIds } from './person/personal-ids.ts';
import { UnitController } from './unit/unit.controller.ts';
import { UnitRepository } from './unit/unit.repository.ts';
import { Units } from './unit/unit.service.ts';

@Module({
  controllers: [UnitController, PersonController],
  providers: [UnitRepository, Units, PersonRepository, People, PersonalIds],
  exports: [Units, People, PersonalIds],
})
export class OrganisationModule {}
