export { enrolmentErrors } from './enrolment.errors.ts';
export {
  classEnrolmentTopic, enrolmentItem, enrolmentRoutes, enrolmentStateNames, enrolmentStates, leftStates, personEnrolment, seatedStates,
  type EnrolmentItem, type EnrolmentState, type PersonEnrolment,
} from './enrolment.ts';
export {
  candidate, enrolmentCall, nominationItem, nominationList, nominationRoutes, nominationStateNames, nominationStates, screeningOutcomeNames,
  screeningOutcomes, screeningReason, seatCount, unitNominations, uploadedList,
  type Candidate, type EnrolmentCall, type NominationItem, type NominationList, type NominationState, type ScreeningOutcomeName, type UploadedList,
} from './nomination.ts';
export {
  nominationFileProblemTexts, screeningNoteTexts, screeningReasonText, screeningReasonTexts, spreadsheetProblemTexts,
  type NominationFileProblemCode, type ScreeningNoteCode, type ScreeningReasonCode,
} from './screening.texts.ts';
