export { complianceRoutes, compliancePerson, ledgerSession, personLedger, unitCompliance, type CompliancePerson, type LedgerSession, type PersonLedger, type UnitCompliance } from './compliance.ts';
export { overview, overviewRoutes, unitCompletion, type Overview, type UnitCompletion } from './overview.ts';
export { classProgress, progressRoutes, sessionProgress, type ClassProgress } from './progress.ts';
export { ledgerClass, recordRoutes, trainingRecord, yearQuery, type LedgerClass, type TrainingRecord } from './record.ts';
export { fewestLetters, mostHits, searchAnswer, searchGroup, searchHit, searchKinds, searchRoutes, type SearchAnswer, type SearchGroup, type SearchHit, type SearchKind } from './search.ts';
export { desk, deskSession, today, todayRoutes, todaySession, type Desk, type DeskSession, type Today, type TodaySession } from './today.ts';
export { adminDesk, certificateDesk, deskRoutes, type AdminDesk, type CertificateDesk } from './desks.ts';
