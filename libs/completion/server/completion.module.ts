import { Module } from '@nestjs/common';
import { AssessmentModule } from '@halong/assessment/server';
import { AttendanceModule } from '@halong/attendance/server';
import { ClassesModule } from '@halong/classes/server';
import { EnrolmentModule } from '@halong/enrolment/server';
import { MaterialsModule } from '@halong/materials/server';
import { CompletionFactsRepository } from './completion/completion-facts.repository.ts';
import { CompletionController, CompletionWatch } from './completion/completion.controller.ts';
import { CompletionListener } from './completion/completion.listener.ts';
import { CompletionRepository } from './completion/completion.repository.ts';
import { Completions } from './completion/completion.service.ts';
import { Recompute } from './completion/recompute.service.ts';
import { YearSums } from './ledger/year-sums.repository.ts';

@Module({
  imports: [AssessmentModule, AttendanceModule, ClassesModule, EnrolmentModule, MaterialsModule],
  controllers: [CompletionController],
  providers: [CompletionFactsRepository, CompletionListener, CompletionRepository, Completions, CompletionWatch, Recompute, YearSums],
  exports: [Completions, Recompute, YearSums],
})
export class CompletionModule {}
