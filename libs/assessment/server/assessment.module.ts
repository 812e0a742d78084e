import { Module } from '@nestjs/common';
import { AttendanceModule } from '@halong/attendance/server';
import { ClassesModule } from '@halong/classes/server';
import { EnrolmentModule } from '@halong/enrolment/server';
import { MaterialsModule } from '@halong/materials/server';
import { NotificationsModule } from '@halong/notifications/server';
import { AssignmentCopies } from './assignment/assignment-copy.service.ts';
import { AssignmentReading } from './assignment/assignment-reading.service.ts';
import { AssignmentController } from './assignment/assignment.controller.ts';
import { AssignmentEffects } from './assignment/assignment.effects.ts';
import { AssignmentRepository } from './assignment/assignment.repository.ts';
import { Assignments } from './assignment/assignment.service.ts';
import { GroupRepository } from './assignment/group.repository.ts';
import { Groups } from './assignment/group.service.ts';
import { OverrideRepository } from './assignment/override.repository.ts';
import { Overrides } from './assignment/override.service.ts';
import { Rejudging } from './assignment/rejudging.ts';
import { TurnIns } from './assignment/turn-in.service.ts';
import { ClassAccess } from './class-access/class-access.service.ts';
import { gradeBookControllers, gradeBookProviders } from './grade-book/grade-book.parts.ts';
import { ExamBars } from './grade-sheet/exam-bars.ts';
import { GradeSheetController, GradeSheetWatch } from './grade-sheet/grade-sheet.controller.ts';
import { GradeSheetEffects } from './grade-sheet/grade-sheet.effects.ts';
import { GradeSheetRepository } from './grade-sheet/grade-sheet.repository.ts';
import { GradeSheets } from './grade-sheet/grade-sheet.service.ts';
import { MyResultsRepository } from './grade-sheet/my-results.repository.ts';
import { MyResults } from './grade-sheet/my-results.service.ts';
import { Outcomes } from './grade-sheet/outcomes.ts';
import { RecognitionFiles } from './grade-sheet/recognition-file.service.ts';
import { Recognitions } from './grade-sheet/recognition.service.ts';
import { markingControllers, markingProviders } from './marking/marking.parts.ts';
import { DraftRepository } from './submission/draft.repository.ts';
import { Drafts } from './submission/draft.service.ts';
import { MyWorkRepository } from './submission/my-work.repository.ts';
import { MyWork } from './submission/my-work.service.ts';
import { AssignmentsWatch, SubmissionController } from './submission/submission.controller.ts';
import { SubmissionEffects } from './submission/submission.effects.ts';
import { SubmissionRepository } from './submission/submission.repository.ts';
import { Submissions } from './submission/submission.service.ts';
import { WorkReminders } from './submission/reminder.jobs.ts';
import { WorkDocuments } from './submission/work-documents.ts';

@Module({
  imports: [AttendanceModule, ClassesModule, EnrolmentModule, MaterialsModule, NotificationsModule],
  controllers: [AssignmentController, GradeSheetController, SubmissionController, ...gradeBookControllers, ...markingControllers],
  providers: [
    ClassAccess, ExamBars, GradeSheetEffects, GradeSheetRepository, GradeSheets, GradeSheetWatch, MyResults, MyResultsRepository, Outcomes, RecognitionFiles, Recognitions,
    AssignmentCopies, AssignmentEffects, AssignmentReading, AssignmentRepository, Assignments, AssignmentsWatch, GroupRepository, Groups, OverrideRepository, Overrides, Rejudging, TurnIns,
    DraftRepository, Drafts, MyWork, MyWorkRepository, SubmissionEffects, SubmissionRepository, Submissions, WorkDocuments, WorkReminders,
    ...gradeBookProviders, ...markingProviders,
  ],
  exports: [Assignments, ClassAccess, Drafts, GradeSheets, Groups, MyResults, Overrides, Recognitions, Submissions, ...gradeBookProviders, ...markingProviders],
})
export class AssessmentModule {}
