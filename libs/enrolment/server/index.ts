import { classEnrolmentTopic, enrolmentRoutes, nominationRoutes } from '@halong/enrolment/contract';
import type { Domain } from '@halong/platform/server';
import { EnrolmentEntity } from './enrolment/enrolment.entity.ts';
import { EnrolmentModule } from './enrolment.module.ts';
import { enrolmentMessages } from './events.ts';
import { EnrolmentFoundation1790000700000 } from './migrations/1790000700000-enrolment-foundation.ts';
import { NominationLines1795398087000 } from './migrations/1795398087000-nomination-lines.ts';
import { NominationListEntity, NominationEntity } from './nomination/nomination.entity.ts';

export const enrolment: Domain = {
  name: 'enrolment',
  module: EnrolmentModule,
  entities: [EnrolmentEntity, NominationListEntity, NominationEntity],
  migrations: [EnrolmentFoundation1790000700000, NominationLines1795398087000],
  routes: { ...nominationRoutes, ...enrolmentRoutes },
  topics: { classEnrolmentTopic },
  messages: enrolmentMessages,
};

export { EnrolmentModule } from './enrolment.module.ts';
export { enrolmentMessages } from './events.ts';
export { Admissions } from './admission/admissions.service.ts';
export { ListEditor } from './nomination/list-editor.service.ts';
export { Enrolments, type StateChange } from './enrolment/enrolments.service.ts';
export type { EnrolmentRow } from './enrolment/enrolment.rows.ts';
export { checkEnrolmentStep, type EnrolmentActor } from './enrolment/enrolment.lifecycle.ts';
export { HeldCertificates, type CertificateLookup } from './screening/held-certificates.ts';
