import { hasRole, type Actor } from '@halong/platform/contract';

const teaching = ['LECTURER', 'CLASS_COORDINATOR', 'TRAINING_MANAGER', 'SYSTEM_ADMIN'] as const;

/** What a speaker wrote for himself is for those who teach, and for whoever sent it. The document is open to the actor already. */
export const mayReadNotes = (actor: Actor, { ownerId }: { ownerId: number }): boolean => ownerId === actor.accountId || hasRole(actor, ...teaching);

/** Converting costs the server: trainees wait for others, except with what they sent themselves. */
export const mayRetry = (actor: Actor, { ownerId }: { ownerId: number }): boolean => ownerId === actor.accountId || hasRole(actor, ...teaching);
