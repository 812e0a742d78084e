import { markingRoutes, markingTopic, rubricRoutes } from '@halong/assessment/contract';
import { MarkIntake } from '../grade-sheet/mark-intake.service.ts';
import { RubricController } from '../rubric/rubric.controller.ts';
import { RubricEntity, RubricVersionEntity } from '../rubric/rubric.entity.ts';
import { RubricRepository } from '../rubric/rubric.repository.ts';
import { Rubrics } from '../rubric/rubric.service.ts';
import { ReusableComments } from './comments.service.ts';
import { MarkingCoordination } from './coordination.service.ts';
import { MarkingDesks } from './desk.service.ts';
import { LikenessJobs } from './likeness.jobs.ts';
import { LikenessRepository } from './likeness.repository.ts';
import { MarkingDocuments } from './marking-documents.ts';
import { MarkingDoor } from './marking-door.ts';
import { MarkingController, MarkingOverviewController, MarkingWatch } from './marking.controller.ts';
import {
  MarkingEntity, MarkingFileEntity, MarkingPlanEntity, ReusableCommentEntity, ScriptLikenessEntity, ScriptSignatureEntity, SubmissionMarkEntity,
} from './marking.entity.ts';
import { MarkingEffects } from './marking.effects.ts';
import { MarkingRepository } from './marking.repository.ts';
import { Markings } from './markings.service.ts';
import { MarkingOverviews } from './overview.service.ts';
import { Releases } from './release.service.ts';
import { WorkResults } from './results.service.ts';
import { ScriptLikeness } from './script-likeness.service.ts';
import { ScriptWords } from './script-words.service.ts';
import { Scripts } from './scripts.service.ts';
import { SheetChecks } from './sheet-checks.ts';

/** Rubrics and marking, for the lists of the domain. */
export const markingEntities = [
  RubricEntity, RubricVersionEntity, MarkingPlanEntity, MarkingEntity, MarkingFileEntity, SubmissionMarkEntity, ReusableCommentEntity, ScriptSignatureEntity, ScriptLikenessEntity,
];
export const markingControllers = [RubricController, MarkingController, MarkingOverviewController];
export const markingProviders = [
  RubricRepository, Rubrics, MarkIntake, ReusableComments, MarkingCoordination, MarkingDesks, LikenessJobs, LikenessRepository, ScriptLikeness, ScriptWords, MarkingDocuments, MarkingDoor, MarkingEffects, MarkingWatch, MarkingRepository, Markings,
  MarkingOverviews, Releases, Scripts, SheetChecks, WorkResults,
];
export const markingRoutesOfDomain = { ...rubricRoutes, ...markingRoutes };
export const markingTopics = { markingTopic };
