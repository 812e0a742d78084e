import type { Role } from '@halong/platform/contract';
import type { Shown } from './visibility.rules.ts';

/** What somebody is to the content of a class: who edits sees everything, a trainee what is open now. */
export interface Standing {
  edits: boolean;
  /** The seat of a trainee. */
  enrolmentId: number | null;
}

/** Lecturers and coordinators of the class edit. Managers see completion and not what people read; to everybody else there is nothing. */
export function standingIn(roles: readonly Role[], enrolmentId: number | null): Standing | undefined {
  const edits = roles.includes('LECTURER') || roles.includes('CLASS_COORDINATOR');
  return edits || enrolmentId !== null ? { edits, enrolmentId } : undefined;
}

interface Given {
  kind: string;
  givenNo: number | null;
}

/** Trainees see what is open now and has been given; an assignment is shown by those who keep it. */
export const maySee = ({ edits }: Standing, { state }: Shown, { kind, givenNo }: Given): boolean => edits || (state === 'OPEN' && (kind === 'ASSIGNMENT' || givenNo !== null));

/** The file itself: whoever edits, trainees when it is meant to be taken home. */
export const mayDownload = ({ edits }: Standing, { downloadable }: { downloadable: boolean }): boolean => edits || downloadable;
