import { certificateBatchTopic, certificateRoutes } from '@halong/certification/contract';
import type { Domain } from '@halong/platform/server';
import { RegisterEntity, CertificateEntity, CertificateBatchEntity } from './certificate/certificate.entity.ts';
import { CertificationModule } from './certification.module.ts';
import { certificationMessages } from './events.ts';
import { CertificationFoundation1790001100000 } from './migrations/1790001100000-certification-foundation.ts';

export const certification: Domain = {
  name: 'certification',
  module: CertificationModule,
  entities: [RegisterEntity, CertificateEntity, CertificateBatchEntity],
  migrations: [CertificationFoundation1790001100000],
  routes: certificateRoutes,
  topics: { certificateBatchTopic },
  messages: certificationMessages,
};

export { CertificateJobs } from './certificate/certificate.jobs.ts';
export { issuedNotice } from './certificate/issued-notice.ts';
export { Certificates } from './certificate/certificate.service.ts';
export { Issuing } from './certificate/issuing.service.ts';
export { Revocations } from './certificate/revocation.service.ts';
export { CertificationModule } from './certification.module.ts';
