import { Module } from '@nestjs/common';
import { ClassScopesModule } from '@halong/identity/server';
import { OrganisationModule } from '@halong/organisation/server';
import { CatalogueModule } from '@halong/catalogue/server';
import { RegulationsModule } from '@halong/regulations/server';
import { ClassAudiences } from './audience/class-audiences.ts';
import { ClassFactSources } from './audience/class-fact-sources.ts';
import { TraineeClashes } from './audience/trainee-clashes.ts';
import { ClassParticipation } from './class-roles/class-participation.service.ts';
import { ClassRoles } from './class-roles/class-roles.service.ts';
import { ClassJournal } from './journal/class-journal.ts';
import { LecturerController } from './lecturer/lecturer.controller.ts';
import { LecturerRepository } from './lecturer/lecturer.repository.ts';
import { Lecturers } from './lecturer/lecturer.service.ts';
import { PlaceController } from './place/place.controller.ts';
import { PlaceRepository } from './place/place.repository.ts';
import { Places } from './place/place.service.ts';
import { BookingRepository } from './session/booking.repository.ts';
import { Bookings } from './session/booking.service.ts';
import { OnlineLimit } from './session/online-limit.service.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionJobs } from './session/session.jobs.ts';
import { SessionPlanning } from './session/session-planning.service.ts';
import { SessionTerms } from './session/session-terms.service.ts';
import { SessionRepository } from './session/session.repository.ts';
import { Sessions } from './session/session.service.ts';
import { TimetableConfirmation } from './timetable/timetable-confirm.service.ts';
import { TimetableImportController } from './timetable/timetable-import.controller.ts';
import { TimetableImportRepository } from './timetable/timetable-import.repository.ts';
import { TimetableImports } from './timetable/timetable-import.service.ts';
import { TimetableProposals } from './timetable/timetable-proposals.service.ts';
import { TimetableReplacement } from './timetable/timetable-replacement.service.ts';
import { TimetableSessions } from './timetable/timetable-sessions.service.ts';
import { ClassDecisions } from './training-class/class-decision.service.ts';
import { ClassNames } from './training-class/class-names.ts';
import { ClassPlanning } from './training-class/class-planning.service.ts';
import { ClassRules } from './training-class/class-rules.service.ts';
import { ClassTransitions } from './training-class/class-transition.service.ts';
import { ClassWatch } from './training-class/class.watch.ts';
import { DecisionFiles } from './training-class/decision-file.service.ts';
import { TrainingClassController } from './training-class/training-class.controller.ts';
import { TrainingClassRepository } from './training-class/training-class.repository.ts';
import { TrainingClasses } from './training-class/training-class.service.ts';

/** What other domains and the composing apps may use. */
const open = [
  TrainingClasses, ClassPlanning, ClassTransitions, DecisionFiles, Sessions, SessionPlanning, TimetableImports, TimetableConfirmation, Places, Lecturers,
  ClassAudiences, TraineeClashes, ClassFactSources, ClassRoles, ClassRules,
];
const own = [
  ClassJournal, ClassParticipation, ClassDecisions, ClassNames, ClassWatch, Bookings, OnlineLimit, SessionTerms, SessionJobs, TimetableProposals, TimetableReplacement, TimetableSessions,
  TrainingClassRepository, SessionRepository, BookingRepository, TimetableImportRepository, PlaceRepository, LecturerRepository,
];

@Module({
  imports: [ClassScopesModule, OrganisationModule, RegulationsModule, CatalogueModule],
  controllers: [TrainingClassController, TimetableImportController, SessionController, PlaceController, LecturerController],
  providers: [...open, ...own],
  exports: open,
})
export class ClassesModule {}
