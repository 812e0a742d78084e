export * from './import.ts';
export { sayImportBucket, sayImportField, sayImportReason, type ImportFieldName, type ImportReasonCode } from './import.texts.ts';
export { organisationErrors } from './organisation.errors.ts';
export {
  correctedFields, employment, personDetail, personEvent, personItem, personRoutes, type CorrectedField, type PersonDetail, type PersonEvent, type PersonItem,
} from './person.ts';
export { placedUnit, unit, unitDetail, unitOption, unitRoutes, unitTypes, type PlacedUnit, type Unit } from './unit.ts';
