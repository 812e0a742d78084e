import { Button, IconCheck, IconLoader2, Note, StatusText } from '@halong/design/web';
import type { GradeSheet, Mark } from '@halong/assessment/contract';
import { formatTime, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './grade-sheet.texts.ts';
import { markText } from './mark-text.ts';
import type { MarkClash } from './pending-marks.ts';
import type { Marks } from './use-marks.ts';

/** Beside the headline: being saved, saved when. */
export function SavedAt({ marks }: { marks: Marks }) {
  const t = useTexts(say);
  const waiting = Object.keys(marks.pending).length;
  return (
    <span role="status">
      {marks.saving && waiting > 0 && <StatusText tone="warn" icon={IconLoader2}>{t('saving', { count: waiting })}</StatusText>}
      {!marks.saving && waiting === 0 && marks.savedAt !== undefined && (
        <StatusText tone="ok" icon={IconCheck}>{t('saved', { time: formatTime(new Date(marks.savedAt).toISOString()) })}</StatusText>
      )}
    </span>
  );
}

/** What is not saved and why; cells that somebody else wrote meanwhile, with both values. */
export function SavingNotes({ sheet, marks }: { sheet: GradeSheet; marks: Marks }) {
  const t = useTexts(say);
  const waiting = Object.keys(marks.pending).length;
  return (
    <>
      {marks.problem && waiting > 0 && (
        <Note tone="warn" title={t('unsaved', { count: waiting })} action={<Button size="s" onClick={marks.retry}>{t('retry')}</Button>}>{marks.problem} {t('kept')}</Note>
      )}
      {!sheet.can.edit && waiting > 0 && (
        <Note tone="warn" action={<Button size="s" onClick={marks.discard}>{t('discard', { count: waiting })}</Button>}>{t('closed', { count: waiting })}</Note>
      )}
      {marks.clashes.map((clash) => (
        <Clash key={`${clash.mine.enrolmentId}/${clash.mine.component}`} clash={clash} sheet={sheet} onSettle={(choice) => marks.settle(clash, choice)} />
      ))}
    </>
  );
}

function Clash({ clash, sheet, onSettle }: { clash: MarkClash; sheet: GradeSheet; onSettle: (choice: 'mine' | 'theirs') => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const word = (mark: Mark) => (mark.kind === 'BLANK' ? t('none') : mark.kind === 'EXCUSED' ? t('excused') : markText(mark, language));
  const component = sheet.components.find((one) => one.key === clash.mine.component);
  const row = sheet.rows.find((one) => one.enrolmentId === clash.mine.enrolmentId);
  const cell = t('cell', { component: (language === 'vi' ? component?.nameVi : component?.nameEn) ?? '', name: row?.fullName ?? '' });
  const mine = word(clash.mine.mark);
  const theirs = word(clash.theirs.mark);
  return (
    <Note
      tone="act"
      action={(
        <span className="row wrap">
          <Button size="s" onClick={() => onSettle('theirs')}>{t('keepTheirs', { mark: theirs })}</Button>
          <Button size="s" onClick={() => onSettle('mine')}>{t('keepMine', { mark: mine })}</Button>
        </span>
      )}
    >
      {t('clash', { cell, theirs, mine })}
    </Note>
  );
}
