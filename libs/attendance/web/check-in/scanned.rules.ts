/**
 * The attendance token in what a camera read: `https://…/c/1a2b.XXXX` or the token alone. Undefined for any other
 * QR picture. The server alone decides whether it holds.
 */
export function tokenOf(scanned: string): string | undefined {
  return /(?:^|\/c\/)([0-9a-z]{1,7}\.[\w-]{22})$/.exec(scanned.trim())?.[1];
}

/** Why nothing was recorded, as the heading says it. */
export function headingOf({ code }: { code: string }, out: boolean): 'over' | 'signedOut' | 'failed' | 'failedOut' {
  if (code === 'attendance.session_over') return 'over';
  if (code === 'platform.not_signed_in') return 'signedOut';
  return out ? 'failedOut' : 'failed';
}

/** What a refusal lets the person do. */
export type NextStep =
  /** The same thing again, with the code of now. */
  | 'again'
  /** The same thing again, after some seconds. */
  | 'wait'
  /** Another way of attending, or another day. */
  | 'elsewhere';

const again = ['attendance.code_expired', 'attendance.qr_expired', 'attendance.code_wrong', 'attendance.qr_unknown', 'offline', 'unknown'];

/** `code` of the refusal as the API names it. Failures of the system (5xx) can be tried again. */
export function nextStepOf(problem: { code: string; status: number }): NextStep {
  if (problem.code === 'attendance.code_paused' || problem.code === 'platform.too_many_requests') return 'wait';
  return again.includes(problem.code) || problem.status >= 500 || problem.status === 0 ? 'again' : 'elsewhere';
}
