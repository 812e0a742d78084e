import { gradeBookRoutes } from '@halong/assessment/contract';
import { MarkWriter } from '../grade-sheet/mark-writer.ts';
import { Corrections } from './corrections.service.ts';
import { GradeBookController } from './grade-book.controller.ts';
import { GradeChangeEntity, PlanChangeEntity, ResultOverrideEntity } from './grade-book.entity.ts';
import { GradeChanges } from './grade-changes.repository.ts';
import { GradePlans } from './grade-plan.service.ts';
import { IssuedCertificates } from './issued-certificates.ts';
import { MarkTables } from './mark-tables.service.ts';
import { PlanApplication } from './plan-application.ts';
import { PlanChanges } from './plan-changes.repository.ts';

/** What the grade book adds to the domain. */
export const gradeBookControllers = [GradeBookController];
export const gradeBookProviders = [Corrections, GradeChanges, GradePlans, IssuedCertificates, MarkTables, MarkWriter, PlanApplication, PlanChanges];
export const gradeBookEntities = [ResultOverrideEntity, GradeChangeEntity, PlanChangeEntity];
export const gradeBookRoutesOfDomain = gradeBookRoutes;
