import type { Role, ScopeType } from '@halong/platform/contract';

/**
 * Who tries everything. The objects are those of class A: its trainee (of ward A), its lecturer, its institution A.
 * The other trainee and the other lecturer have a class of the same institution; the other coordinator works elsewhere.
 */
export const personas = [
  'anonymous', 'trainee', 'otherTrainee', 'lecturer', 'otherLecturer', 'coordinator', 'otherCoordinator', 'unitHead', 'otherUnitHead', 'manager', 'officer', 'admin',
] as const;
export type Persona = (typeof personas)[number];
export type Member = Exclude<Persona, 'anonymous'>;
export const members = personas.filter((one): one is Member => one !== 'anonymous');

export type Place = 'institutionA' | 'institutionB' | 'wardA' | 'wardB' | 'everywhere';

/** The role of each persona; trainees have none. */
export const roleOf: Partial<Record<Member, { role: Role; scopeType: ScopeType; at: Place }>> = {
  lecturer: { role: 'LECTURER', scopeType: 'INSTITUTION', at: 'institutionA' },
  otherLecturer: { role: 'LECTURER', scopeType: 'INSTITUTION', at: 'institutionA' },
  coordinator: { role: 'CLASS_COORDINATOR', scopeType: 'INSTITUTION', at: 'institutionA' },
  otherCoordinator: { role: 'CLASS_COORDINATOR', scopeType: 'INSTITUTION', at: 'institutionB' },
  unitHead: { role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', at: 'wardA' },
  otherUnitHead: { role: 'UNIT_HEAD', scopeType: 'ORG_SUBTREE', at: 'wardB' },
  manager: { role: 'TRAINING_MANAGER', scopeType: 'GLOBAL', at: 'everywhere' },
  officer: { role: 'CERTIFICATE_OFFICER', scopeType: 'INSTITUTION', at: 'institutionA' },
  admin: { role: 'SYSTEM_ADMIN', scopeType: 'GLOBAL', at: 'everywhere' },
};

/** People of the personnel list; the others have an account only. */
export const nameOf: Partial<Record<Member, string>> = {
  trainee: 'Nguyễn Thị Hoài Thu',
  otherTrainee: 'Nông Văn Tuyên',
  lecturer: 'Trần Đức Minh',
  otherLecturer: 'Vũ Đình Bách',
};
