import { gradeBookRoutes, regradeRoutes } from '@halong/assessment/contract';
import { MarkWriter } from '../grade-sheet/mark-writer.ts';
import { RegradeController } from '../regrade/regrade.controller.ts';
import { RegradeDecisions } from '../regrade/regrade-decisions.service.ts';
import { RegradeEntity, RegradeMarkEntity } from '../regrade/regrade.entity.ts';
import { RegradeJobs } from '../regrade/regrade.jobs.ts';
import { RegradeRepository } from '../regrade/regrade.repository.ts';
import { RegradeWorks } from '../regrade/regrade-work.service.ts';
import { Regrades } from '../regrade/regrade.service.ts';
import { Corrections } from './corrections.service.ts';
import { GradeBookController } from './grade-book.controller.ts';
import { GradeChangeEntity, PlanChangeEntity, ResultOverrideEntity } from './grade-book.entity.ts';
import { GradeChanges } from './grade-changes.repository.ts';
import { GradePlans } from './grade-plan.service.ts';
import { IssuedCertificates } from './issued-certificates.ts';
import { MarkTables } from './mark-tables.service.ts';
import { PlanApplication } from './plan-application.ts';
import { PlanChanges } from './plan-changes.repository.ts';

/** What the grade book and its regrades add to the domain. */
export const gradeBookControllers = [GradeBookController, RegradeController];
export const gradeBookProviders = [Corrections, GradeChanges, GradePlans, IssuedCertificates, MarkTables, MarkWriter, PlanApplication, PlanChanges, RegradeDecisions, RegradeJobs, RegradeRepository, Regrades, RegradeWorks];
export const gradeBookEntities = [ResultOverrideEntity, GradeChangeEntity, PlanChangeEntity, RegradeEntity, RegradeMarkEntity];
export const gradeBookRoutesOfDomain = { ...gradeBookRoutes, ...regradeRoutes };
