import { Module } from '@nestjs/common';
import { ClassesModule } from '@halong/classes/server';
import { RegulationsModule } from '@halong/regulations/server';
import { AbsenceController } from './absence/absence.controller.ts';
import { AbsenceRepository } from './absence/absence.repository.ts';
import { Attendance } from './absence/absence.service.ts';
import { Announcer } from './attendance/announcer.ts';
import { AttendanceListener } from './attendance/attendance.listener.ts';
import { AttendanceLocks, Closing } from './attendance/attendance-locks.ts';
import { AttendanceSessions } from './attendance/attendance-sessions.ts';
import { AttendanceController } from './attendance/attendance.controller.ts';
import { AttendanceJobs } from './attendance/attendance.jobs.ts';
import { AttendanceViews } from './attendance/attendance.service.ts';
import { AttendanceTopics } from './attendance/attendance.topics.ts';
import { ChangeRights } from './attendance/change-rights.ts';
import { EvidenceRepository } from './attendance/evidence.repository.ts';
import { ExcuseDocuments } from './attendance/excuse-documents.ts';
import { LockRepository } from './attendance/lock.repository.ts';
import { RecordRepository } from './attendance/record.repository.ts';
import { Recorder } from './attendance/recorder.ts';
import { HumanWord } from './attendance/human-word.ts';
import { RollCall, RollCallOfMany } from './attendance/roll-call.service.ts';
import { SessionFactsRepository } from './attendance/session-facts.repository.ts';
import { CheckInController } from './check-in/check-in.controller.ts';
import { CheckIns } from './check-in/check-in.service.ts';
import { CodeTryRepository } from './check-in/code-try.repository.ts';
import { Projector } from './check-in/projector.service.ts';
import { OnlinePresence } from './online/online.service.ts';
import { OnlineSockets } from './online/online.sockets.ts';

@Module({
  imports: [RegulationsModule, ClassesModule],
  controllers: [AttendanceController, CheckInController, AbsenceController],
  providers: [
    SessionFactsRepository, AttendanceSessions, EvidenceRepository, RecordRepository, LockRepository, Announcer, Recorder,
    AttendanceViews, ChangeRights, HumanWord, RollCall, RollCallOfMany, Closing, AttendanceLocks, AttendanceJobs, AttendanceListener, AttendanceTopics, ExcuseDocuments,
    CodeTryRepository, CheckIns, Projector, OnlinePresence, OnlineSockets, AbsenceRepository, Attendance,
  ],
  exports: [Attendance],
})
export class AttendanceModule {}
