import { Module } from '@nestjs/common';
import { AssessmentModule } from '@halong/assessment/server';
import { CertificationModule } from '@halong/certification/server';
import { RegulationsModule } from '@halong/regulations/server';
import { ComplianceRepository } from './compliance/compliance.repository.ts';
import { Compliance } from './compliance/compliance.service.ts';
import { YearRules } from './figures/year-rules.ts';
import { InsightsController } from './insights.controller.ts';
import { OverviewRepository } from './overview/overview.repository.ts';
import { Overviews } from './overview/overview.service.ts';
import { LedgerRepository } from './record/ledger.repository.ts';
import { Records } from './record/record.service.ts';
import { TodayController } from './today/today.controller.ts';
import { TodayRepository } from './today/today.repository.ts';
import { TodayService } from './today/today.service.ts';

@Module({
  imports: [AssessmentModule, CertificationModule, RegulationsModule],
  controllers: [InsightsController, TodayController],
  providers: [Compliance, ComplianceRepository, LedgerRepository, OverviewRepository, Overviews, Records, TodayRepository, TodayService, YearRules],
})
export class InsightsModule {}
