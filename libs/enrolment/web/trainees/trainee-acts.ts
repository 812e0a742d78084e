import { seatedStates, type EnrolmentItem, type EnrolmentState } from '@halong/enrolment/contract';
import type { say } from './trainees.texts.ts';

type Key = Parameters<typeof say>[1];

/** Where a coordinator takes an enrolment, in words: button, title and what follows. */
export const stepWords = {
  DEFERRED: { verb: 'defer', title: 'deferTitle', lead: 'deferLead' },
  TRANSFERRED: { verb: 'transfer', title: 'transferTitle', lead: 'transferLead' },
  DROPPED: { verb: 'drop', title: 'dropTitle', lead: 'dropLead' },
  EXPELLED: { verb: 'expel', title: 'expelTitle', lead: 'expelLead' },
  ADMITTED: { verb: 'back', title: 'backTitle', lead: 'backLead' },
  ACTIVE: { verb: 'back', title: 'backTitle', lead: 'backLead' },
} as const satisfies Partial<Record<EnrolmentState, Record<'verb' | 'title' | 'lead', Key>>>;

export type Step = keyof typeof stepWords;
export type Act = { what: 'note' } | { what: 'clear' } | { what: 'step'; to: Step };

const steps = Object.keys(stepWords) as Step[];

/** What may be done with this trainee, in the order of the menu. In: the row with its `can`. */
export function actsOf({ can, disciplineNote, state }: Pick<EnrolmentItem, 'can' | 'disciplineNote' | 'state'>): Act[] {
  const isSeated = seatedStates.includes(state);
  const notes: Act[] = [...(isSeated ? [{ what: 'note' } as const] : []), ...(disciplineNote === null ? [] : [{ what: 'clear' } as const])];
  return [...(can.noteDiscipline ? notes : []), ...steps.filter((to) => can.changeTo.includes(to)).map((to): Act => ({ what: 'step', to }))];
}
