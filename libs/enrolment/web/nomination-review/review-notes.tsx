import { Button, Note } from '@halong/design/web';
import { screeningReasonText, type AdmissionAnswer, type NominationCounts } from '@halong/enrolment/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from '../nomination.texts.ts';
import type { ReviewView } from './review.rules.ts';

interface SeatNoteProps {
  seats: { free: number; capacity: number };
  counts: NominationCounts;
  view: ReviewView;
  onShow: () => void;
}

/** A free seat and people who wait for one belong together; a full class says what has to happen first. */
export function SeatNote({ seats: { free, capacity }, counts, view, onShow }: SeatNoteProps) {
  const t = useTexts(say);
  const waiting = counts.WAITLISTED;
  if (free === 0 && waiting + counts.SUBMITTED > 0) return <Note tone="warn" title={t('fullTitle', { capacity })}>{t('full')}</Note>;
  if (free === 0 || waiting === 0 || view === 'WAITLISTED') return null;
  return <Note tone="info" title={t('freedTitle', { free })} action={<Button size="s" onClick={onShow}>{t('seeWaitlist')}</Button>}>{t('freed', { count: waiting })}</Note>;
}

/** Who was not admitted and why, until the coordinator has read it or a seat has changed hands. */
export function LeftOut({ answer: { waitlisted, refused }, onClose }: { answer: AdmissionAnswer; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const people = [...waitlisted, ...refused];
  if (people.length === 0) return null;
  return (
    <Note tone="warn" title={t('whyLeftOut', { count: people.length })} action={<Button size="s" onClick={onClose}>{t('hideWhy')}</Button>}>
      <ul>{people.map(({ nominationId, name, reasons }) => <li key={nominationId}>{name}: {reasons.map((one) => screeningReasonText(language, one)).join(' ')}</li>)}</ul>
    </Note>
  );
}
