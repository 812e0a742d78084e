export { enrolmentErrors } from './enrolment.errors.ts';
export {
  classEnrolmentTopic, enrolmentItem, enrolmentRoutes, enrolmentStateNames, enrolmentStates, leftStates, personEnrolment, seatedStates,
  type EnrolmentItem, type EnrolmentState, type PersonEnrolment,
} from './enrolment.ts';
export {
  candidate, enrolmentCall, nominationItem, nominationList, nominationRoutes, nominationStateNames, nominationStates, screeningOutcomeNames,
  screeningOutcomes, screeningReason, nominationCounts, seatCount, unitNominations, uploadedList,
  type AdmissionAnswer, type Candidate, type EnrolmentCall, type NominationCounts, type NominationItem, type NominationList, type NominationState, type ScreeningOutcomeName, type UploadedList,
} from './nomination.ts';
export {
  nominationFileProblemTexts, screeningNoteTexts, screeningReasonText, screeningReasonTexts,
  type NominationFileProblemCode, type ScreeningNoteCode, type ScreeningReasonCode,
} from './screening.texts.ts';
