import { Module } from '@nestjs/common';
import { ClassesModule } from '@halong/classes/server';
import { NotificationsModule } from '@halong/notifications/server';
import { OrganisationModule } from '@halong/organisation/server';
import { Admissions } from './admission/admissions.service.ts';
import { ClassScreening } from './admission/class-screening.service.ts';
import { Outcomes } from './admission/outcomes.service.ts';
import { ClassChangesListener } from './class-changes/class-changes.listener.ts';
import { ClassPorts } from './class-changes/class-ports.ts';
import { ClassPortsRepository } from './class-changes/class-ports.repository.ts';
import { SessionChangesListener } from './class-changes/session-changes.listener.ts';
import { ClassEnrolmentWatch } from './enrolment/class-enrolment.watch.ts';
import { Departures } from './enrolment/departures.service.ts';
import { EnrolmentController } from './enrolment/enrolment.controller.ts';
import { EnrolmentRepository } from './enrolment/enrolment.repository.ts';
import { Enrolments } from './enrolment/enrolments.service.ts';
import { Trainees } from './enrolment/trainees.service.ts';
import { CallRepository } from './nomination/call.repository.ts';
import { ListEditor } from './nomination/list-editor.service.ts';
import { ListReader } from './nomination/list-reader.service.ts';
import { ListScreening } from './nomination/list-screening.service.ts';
import { NominationController } from './nomination/nomination.controller.ts';
import { NominationRepository } from './nomination/nomination.repository.ts';
import { NominationUploads } from './nomination/nomination-uploads.service.ts';
import { Withdrawals } from './nomination/withdrawals.service.ts';
import { HeldCertificates } from './screening/held-certificates.ts';
import { ScreeningFacts } from './screening/screening-facts.repository.ts';
import { Screening } from './screening/screening.service.ts';
import { ClassRepository } from './training-class/class.repository.ts';

@Module({
  imports: [OrganisationModule, ClassesModule, NotificationsModule],
  controllers: [NominationController, EnrolmentController],
  providers: [
    ClassRepository, ScreeningFacts, HeldCertificates, Screening,
    NominationRepository, CallRepository, ListReader, ListScreening, ListEditor, NominationUploads, Withdrawals,
    Admissions, ClassScreening, Outcomes,
    EnrolmentRepository, Enrolments, Departures, Trainees, ClassEnrolmentWatch,
    ClassPortsRepository, ClassPorts, ClassChangesListener, SessionChangesListener,
  ],
  exports: [Enrolments, HeldCertificates],
})
export class EnrolmentModule {}
