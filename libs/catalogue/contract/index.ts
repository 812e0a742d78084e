export { catalogueErrors } from './catalogue.errors.ts';
export {
  component, deliveryModeNames, deliveryModes, programmeAuthorities, programmeAuthorityNames, programmeCode, periodsTaught, programmeCredentialNames, programmeCredentials,
  programmeDetail, programmeItem, programmeRoutes, programmeUnit, programmeUnitKindNames, programmeUnitKinds, programmeVersion, targetGroup, topicInput,
} from './programme.ts';
export type {
  Component, DeliveryMode, ProgrammeAuthority, ProgrammeCredential, ProgrammeDetail, ProgrammeItem, ProgrammeUnit, ProgrammeUnitKind, ProgrammeVersion,
  TargetGroup, TopicInput,
} from './programme.ts';
export { programmeImport, programmeImportRoutes, programmeImportRow, programmeProblemCodes, programmeProblemTexts } from './programme-import.ts';
export type { ProgrammeImport, ProgrammeProblemCode } from './programme-import.ts';
