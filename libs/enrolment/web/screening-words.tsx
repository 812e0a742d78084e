import { StatusText, type Tone } from '@halong/design/web';
import { screeningNoteTexts, screeningOutcomeNames, screeningReasonText, type NominationItem, type NominationState, type ScreeningOutcomeName } from '@halong/enrolment/contract';
import { useLanguage } from '@halong/platform/web';

const tones: Record<ScreeningOutcomeName, Tone> = { ELIGIBLE: 'ok', INELIGIBLE: 'act', OVER_QUOTA: 'warn', NOT_FOUND: 'act' };

export const nominationTones: Record<NominationState, Tone> = { DRAFT: 'mute', SUBMITTED: 'act', APPROVED: 'ok', WAITLISTED: 'warn', REJECTED: 'mute', WITHDRAWN: 'mute' };

/** The outcome of the screening with all its reasons and notes, in words. */
export function Outcome({ row }: { row: Pick<NominationItem, 'screening' | 'reasons' | 'notes'> }) {
  const { language } = useLanguage();
  if (row.screening === null) return <span className="muted">–</span>;
  return (
    <span>
      <StatusText tone={tones[row.screening]}>{screeningOutcomeNames[row.screening][language]}</StatusText>
      {row.reasons.map((reason) => <small key={reason.code} className="soft block">{screeningReasonText(language, reason)}</small>)}
      {row.notes.map((note) => <small key={note} className="muted block">{screeningNoteTexts[note][language]}</small>)}
    </span>
  );
}
