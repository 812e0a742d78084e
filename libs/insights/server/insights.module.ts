import { Module } from '@nestjs/common';
import { AssessmentModule } from '@halong/assessment/server';
import { CatalogueModule } from '@halong/catalogue/server';
import { CertificationModule } from '@halong/certification/server';
import { ClassesModule } from '@halong/classes/server';
import { OrganisationModule } from '@halong/organisation/server';
import { RegulationsModule } from '@halong/regulations/server';
import { ComplianceRepository } from './compliance/compliance.repository.ts';
import { Compliance } from './compliance/compliance.service.ts';
import { DeskController } from './desk/desk.controller.ts';
import { DeskRepository } from './desk/desk.repository.ts';
import { Desks } from './desk/desk.service.ts';
import { YearRules } from './figures/year-rules.ts';
import { InsightsController } from './insights.controller.ts';
import { OverviewRepository } from './overview/overview.repository.ts';
import { Overviews } from './overview/overview.service.ts';
import { ProgressRepository } from './progress/progress.repository.ts';
import { LedgerRepository } from './record/ledger.repository.ts';
import { Records } from './record/record.service.ts';
import { ClassFinder } from './search/class-finder.ts';
import { PersonFinder } from './search/person-finder.ts';
import { ProgrammeFinder } from './search/programme-finder.ts';
import { SearchController } from './search/search.controller.ts';
import { Search } from './search/search.service.ts';
import { UnitFinder } from './search/unit-finder.ts';
import { TodayController } from './today/today.controller.ts';
import { TodayRepository } from './today/today.repository.ts';
import { TodayService } from './today/today.service.ts';

@Module({
  imports: [AssessmentModule, CatalogueModule, CertificationModule, ClassesModule, OrganisationModule, RegulationsModule],
  controllers: [DeskController, InsightsController, SearchController, TodayController],
  providers: [
    Compliance, ComplianceRepository, DeskRepository, Desks, LedgerRepository, OverviewRepository, Overviews, ProgressRepository, Records, TodayRepository, TodayService, YearRules,
    Search, PersonFinder, ClassFinder, ProgrammeFinder, UnitFinder,
  ],
})
export class InsightsModule {}
