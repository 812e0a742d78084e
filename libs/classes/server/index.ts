import type { Domain } from '@halong/platform/server';
import { classTopic, lecturerRoutes, placeRoutes, sessionRoutes, sessionTopic, timetableImportRoutes, trainingClassRoutes } from '@halong/classes/contract';
import { ClassesModule } from './classes.module.ts';
import { classesMessages } from './events.ts';
import { LecturerEntity } from './lecturer/lecturer.entity.ts';
import { ClassesFoundation1790000600000 } from './migrations/1790000600000-classes-foundation.ts';
import { SessionStateIndex1795399572807 } from './migrations/1795399572807-session-state-index.ts';
import { DefaultBells1795399600000 } from './migrations/1795399600000-default-bells.ts';
import { BellEntity, HolidayEntity, RoomEntity } from './place/place.entity.ts';
import { ClassSessionEntity, SessionLecturerEntity, SessionPeriodEntity } from './session/session.entity.ts';
import { TimetableImportEntity } from './timetable/timetable-import.entity.ts';
import { ClassStaffEntity, QuotaEntity, TrainingClassEntity } from './training-class/training-class.entity.ts';

export { ClassAudiences, type Audience } from './audience/class-audiences.ts';
export { ClassFactSources, type ForeignFact } from './audience/class-fact-sources.ts';
export { TraineeClashes, type PlannedTime, type TraineeClash } from './audience/trainee-clashes.ts';
export { followedUnits, reachesClass, rolesInClass, type ClassSurroundings } from './class-roles/class-roles.policy.ts';
export { ClassRoles } from './class-roles/class-roles.service.ts';
export { ClassesModule } from './classes.module.ts';
export { classesMessages } from './events.ts';
export { Lecturers } from './lecturer/lecturer.service.ts';
export { Places } from './place/place.service.ts';
export { teaches, type SessionRecord } from './session/session.presenter.ts';
export { SessionJobs } from './session/session.jobs.ts';
export { SessionPlanning } from './session/session-planning.service.ts';
export { Sessions } from './session/session.service.ts';
export { TimetableConfirmation } from './timetable/timetable-confirm.service.ts';
export { TimetableImports } from './timetable/timetable-import.service.ts';
export { ClassPlanning } from './training-class/class-planning.service.ts';
export { ClassRules } from './training-class/class-rules.service.ts';
export { ClassTransitions } from './training-class/class-transition.service.ts';
export { DecisionFiles } from './training-class/decision-file.service.ts';
export type { ClassActor } from './training-class/training-class.lifecycle.ts';
export { coordinates, mayWorkFor, mayWorkOn, rolesOn, visibleTo, type ClassPlace, type ClassScope } from './training-class/training-class.policy.ts';
export { TrainingClasses, type ClassAccess, type ClassRecord } from './training-class/training-class.service.ts';

export const classes: Domain = {
  name: 'classes',
  module: ClassesModule,
  entities: [
    LecturerEntity, RoomEntity, BellEntity, HolidayEntity, ClassSessionEntity, SessionPeriodEntity, SessionLecturerEntity, TimetableImportEntity,
    TrainingClassEntity, QuotaEntity, ClassStaffEntity,
  ],
  migrations: [ClassesFoundation1790000600000, SessionStateIndex1795399572807, DefaultBells1795399600000],
  routes: { ...trainingClassRoutes, ...sessionRoutes, ...timetableImportRoutes, ...placeRoutes, ...lecturerRoutes },
  topics: { classTopic, sessionTopic },
  messages: classesMessages,
};
