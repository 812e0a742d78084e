import type { Domain } from '@halong/platform/server';
import { GradeSheetEntity, GradeEntity, ResultEntity, RecognitionEntity } from './grade-sheet/grade-sheet.entity.ts';
import { AssessmentFoundation1790000900000 } from './migrations/1790000900000-assessment-foundation.ts';
import { AssessmentModule } from './assessment.module.ts';

export const assessment: Domain = {
  name: 'assessment',
  module: AssessmentModule,
  entities: [GradeSheetEntity, GradeEntity, ResultEntity, RecognitionEntity],
  migrations: [AssessmentFoundation1790000900000],
  routes: {},
};
