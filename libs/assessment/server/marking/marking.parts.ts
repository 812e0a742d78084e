import { rubricRoutes } from '@halong/assessment/contract';
import { RubricController } from '../rubric/rubric.controller.ts';
import { RubricEntity, RubricVersionEntity } from '../rubric/rubric.entity.ts';
import { RubricRepository } from '../rubric/rubric.repository.ts';
import { Rubrics } from '../rubric/rubric.service.ts';
import {
  MarkingEntity, MarkingFileEntity, MarkingPlanEntity, ReusableCommentEntity, ScriptLikenessEntity, ScriptSignatureEntity, SubmissionMarkEntity,
} from './marking.entity.ts';

/** Rubrics and marking, for the lists of the domain. */
export const markingEntities = [
  RubricEntity, RubricVersionEntity, MarkingPlanEntity, MarkingEntity, MarkingFileEntity, SubmissionMarkEntity, ReusableCommentEntity, ScriptSignatureEntity, ScriptLikenessEntity,
];
export const markingControllers = [RubricController];
export const markingProviders = [RubricRepository, Rubrics];
export const markingRoutesOfDomain = { ...rubricRoutes };
export const markingTopics = {};
