import { Module } from '@nestjs/common';
import { AttendanceModule } from '@halong/attendance/server';
import { ClassesModule } from '@halong/classes/server';
import { EnrolmentModule } from '@halong/enrolment/server';
import { MaterialsModule } from '@halong/materials/server';
import { NotificationsModule } from '@halong/notifications/server';
import { AssignmentRepository } from './assignment/assignment.repository.ts';
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
import { SubmissionRepository } from './submission/submission.repository.ts';

@Module({
  imports: [AttendanceModule, ClassesModule, EnrolmentModule, MaterialsModule, NotificationsModule],
  controllers: [GradeSheetController, ...gradeBookControllers, ...markingControllers],
  providers: [
    ClassAccess, ExamBars, GradeSheetEffects, GradeSheetRepository, GradeSheets, GradeSheetWatch, MyResults, MyResultsRepository, Outcomes, RecognitionFiles, Recognitions,
    AssignmentRepository, SubmissionRepository, ...gradeBookProviders, ...markingProviders,
  ],
  exports: [ClassAccess, GradeSheets, MyResults, Recognitions, ...gradeBookProviders, ...markingProviders],
})
export class AssessmentModule {}
