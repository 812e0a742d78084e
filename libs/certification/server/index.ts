import type { Domain } from '@halong/platform/server';
import { RegisterEntity, CertificateEntity, CertificateBatchEntity } from './certificate/certificate.entity.ts';
import { CertificationFoundation1790001100000 } from './migrations/1790001100000-certification-foundation.ts';
import { CertificationModule } from './certification.module.ts';

export const certification: Domain = {
  name: 'certification',
  module: CertificationModule,
  entities: [RegisterEntity, CertificateEntity, CertificateBatchEntity],
  migrations: [CertificationFoundation1790001100000],
  routes: {},
};
