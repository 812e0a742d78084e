import { assessmentRoutes, assignmentRoutes, assignmentsTopic, gradeSheetTopic, submissionRoutes } from '@halong/assessment/contract';
import type { Domain } from '@halong/platform/server';
import { AssessmentModule } from './assessment.module.ts';
import { assessmentMessages } from './events.ts';
import {
  AssignmentEntity, AssignmentReferenceEntity, GroupEntity, GroupMemberEntity, GroupSetEntity, LatePolicyEntity, OverrideEntity,
} from './assignment/assignment.entity.ts';
import { gradeBookEntities, gradeBookRoutesOfDomain } from './grade-book/grade-book.parts.ts';
import { GradeSheetEntity, GradeEntity, ResultEntity, RecognitionEntity } from './grade-sheet/grade-sheet.entity.ts';
import { markingEntities, markingRoutesOfDomain, markingTopics } from './marking/marking.parts.ts';
import { AssessmentFoundation1790000900000 } from './migrations/1790000900000-assessment-foundation.ts';
import { Assignments1795836118894 } from './migrations/1795836118894-assignments.ts';
import { Marking1795836946809 } from './migrations/1795836946809-marking.ts';
import { GradeBook1795838328547 } from './migrations/1795838328547-grade-book.ts';
import { Regrades1795840169342 } from './migrations/1795840169342-regrades.ts';
import { DraftConfirmationEntity, DraftEntity, DraftFileEntity, SubmissionEntity, SubmissionFileEntity, SubmissionMemberEntity } from './submission/submission.entity.ts';

export const assessment: Domain = {
  name: 'assessment',
  module: AssessmentModule,
  entities: [
    GradeSheetEntity, GradeEntity, ResultEntity, RecognitionEntity,
    LatePolicyEntity, AssignmentEntity, AssignmentReferenceEntity, OverrideEntity, GroupSetEntity, GroupEntity, GroupMemberEntity,
    DraftEntity, DraftFileEntity, DraftConfirmationEntity, SubmissionEntity, SubmissionFileEntity, SubmissionMemberEntity,
    ...gradeBookEntities, ...markingEntities,
  ],
  migrations: [AssessmentFoundation1790000900000, Assignments1795836118894, Marking1795836946809, GradeBook1795838328547, Regrades1795840169342],
  routes: { ...assessmentRoutes, ...assignmentRoutes, ...submissionRoutes, ...gradeBookRoutesOfDomain, ...markingRoutesOfDomain },
  topics: { gradeSheetTopic, assignmentsTopic, ...markingTopics },
  messages: assessmentMessages,
};

export { AssessmentModule } from './assessment.module.ts';
export { followedUnits, rolesInClass, type ClassPlace } from './class-access/class-access.policy.ts';
export { ClassAccess } from './class-access/class-access.service.ts';
export { assessmentMessages } from './events.ts';
export { IssuedCertificates } from './grade-book/issued-certificates.ts';
export { GradeSheets } from './grade-sheet/grade-sheet.service.ts';
export { AssignmentRepository } from './assignment/assignment.repository.ts';
export { SubmissionRepository } from './submission/submission.repository.ts';
export { LikenessJobs } from './marking/likeness.jobs.ts';
export { MarkingCoordination } from './marking/coordination.service.ts';
export { Markings } from './marking/markings.service.ts';
export { Rubrics } from './rubric/rubric.service.ts';
export { Recognitions } from './grade-sheet/recognition.service.ts';
export { MyResults } from './grade-sheet/my-results.service.ts';
export { Assignments } from './assignment/assignment.service.ts';
export { Groups } from './assignment/group.service.ts';
export { Overrides } from './assignment/override.service.ts';
export { contentHash } from './submission/content.rules.ts';
export { DraftRepository } from './submission/draft.repository.ts';
export { Drafts } from './submission/draft.service.ts';
export { Submissions } from './submission/submission.service.ts';
