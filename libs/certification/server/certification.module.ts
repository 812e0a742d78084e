import { Module } from '@nestjs/common';
import { AssessmentModule } from '@halong/assessment/server';
import { ClassesModule } from '@halong/classes/server';
import { EnrolmentModule } from '@halong/enrolment/server';
import { NotificationsModule } from '@halong/notifications/server';
import { CertificateBatchWatch, CertificateController } from './certificate/certificate.controller.ts';
import { CertificateJobs } from './certificate/certificate.jobs.ts';
import { CertificateRepository } from './certificate/certificate.repository.ts';
import { Certificates } from './certificate/certificate.service.ts';
import { IssuingEffects } from './certificate/issuing.effects.ts';
import { IssuingRepository } from './certificate/issuing.repository.ts';
import { Issuing } from './certificate/issuing.service.ts';
import { PaperRepository } from './certificate/paper.repository.ts';
import { RevocationEffects } from './certificate/revocation.effects.ts';
import { Revocations } from './certificate/revocation.service.ts';
import { Verifications } from './verification/verification.service.ts';
import { VerifyBrake } from './verification/verify-brake.ts';

@Module({
  imports: [AssessmentModule, ClassesModule, EnrolmentModule, NotificationsModule],
  controllers: [CertificateController],
  providers: [
    CertificateBatchWatch, CertificateJobs, CertificateRepository, Certificates, Issuing, IssuingEffects, IssuingRepository, PaperRepository, RevocationEffects, Revocations, Verifications, VerifyBrake,
  ],
  exports: [Certificates, Issuing, Revocations],
})
export class CertificationModule {}
