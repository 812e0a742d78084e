import type { Role } from '@halong/platform/contract';

/** Who reads the assignments of a class, drafts too. */
export const readers: Role[] = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'];
/** Who writes them, arranges groups and grants extensions. */
export const editors: Role[] = ['LECTURER', 'CLASS_COORDINATOR'];

export const mayEdit = (held: readonly Role[]): boolean => held.some((role) => editors.includes(role));
