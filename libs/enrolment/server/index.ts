import type { Domain } from '@halong/platform/server';
import { EnrolmentEntity } from './enrolment/enrolment.entity.ts';
import { NominationListEntity, NominationEntity } from './nomination/nomination.entity.ts';
import { EnrolmentFoundation1790000700000 } from './migrations/1790000700000-enrolment-foundation.ts';
import { EnrolmentModule } from './enrolment.module.ts';

export const enrolment: Domain = {
  name: 'enrolment',
  module: EnrolmentModule,
  entities: [EnrolmentEntity, NominationListEntity, NominationEntity],
  migrations: [EnrolmentFoundation1790000700000],
  routes: {},
};
