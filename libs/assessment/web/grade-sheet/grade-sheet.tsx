import { useParams } from 'react-router';
import { Button, ErrorState, IconFileDownload, Note, Sheet, Skeletons, Steps } from '@halong/design/web';
import { assessmentRoutes, gradeSheetStateNames, gradeSheetStates, gradeSheetTopic, type GradeSheet } from '@halong/assessment/contract';
import { ClassHeader } from '@halong/classes/web';
import { addressOf, formatDay, useLanguage, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './grade-sheet.texts.ts';
import { MarkTable } from './mark-table.tsx';
import { SavedAt, SavingNotes } from './saving.tsx';
import { SheetMore } from './sheet-more.tsx';
import { SheetActions } from './sheet-steps.tsx';
import { useMarks } from './use-marks.ts';

/** The marks of a class from the first cell to the decision that recognises them. */
export default function GradeSheetScreen() {
  const classId = Number(useParams().id);
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data: sheet, error, refetch } = useQueryOf(assessmentRoutes.getGradeSheet, { params: { id: classId } });
  useWatch(gradeSheetTopic, classId, [assessmentRoutes.getGradeSheet]);
  const marks = useMarks(classId, sheet);
  const busy = Object.keys(marks.pending).length > 0;
  return (
    <>
      <ClassHeader
        classId={classId} active="grades" fill title={sheet && headline(sheet, t)}
        actions={sheet && (
          <>
            <SavedAt marks={marks} />
            {sheet.rows.length > 0 && <Button icon={IconFileDownload} href={addressOf(assessmentRoutes.getGradeSheetFile, { params: { id: classId }, query: { language } })} download>{t('xlsx')}</Button>}
            <SheetMore sheet={sheet} />
            <SheetActions sheet={sheet} busy={busy} />
          </>
        )}
      />
      {error && !sheet && <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>}
      {!sheet && !error && <Skeletons rows={6} height={44} />}
      {sheet && (
        <>
          <Way sheet={sheet} />
          <SavingNotes sheet={sheet} marks={marks} />
          <MarkTable sheet={sheet} marks={marks} />
        </>
      )}
    </>
  );
}

function headline(sheet: GradeSheet, t: ReturnType<typeof useTexts<Parameters<typeof say>[1]>>): string {
  if (sheet.rows.length === 0) return t('nobody');
  if (sheet.state === 'OPEN') return sheet.blank > 0 ? t('blank', { count: sheet.blank }) : t('full');
  if (sheet.state === 'SUBMITTED' || sheet.state === 'VERIFIED') return t(sheet.state);
  return t('passed', { passed: sheet.rows.filter((row) => row.result === 'PASSED').length, total: sheet.rows.length });
}

function Way({ sheet }: { sheet: GradeSheet }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { recognition } = sheet;
  return (
    <>
      <Steps label={t('steps')} steps={gradeSheetStates.map((state) => gradeSheetStateNames[state][language])} current={gradeSheetStates.indexOf(sheet.state)} />
      {recognition && (
        <Note
          tone="ok"
          action={<Button size="s" icon={IconFileDownload} href={addressOf(assessmentRoutes.getRecognitionFile, { params: { id: sheet.class.id } })} download={recognition.fileName}>{t('openFile')}</Button>}
        >
          {t('recognisedBy', { no: recognition.decisionNo, date: formatDay(recognition.decisionDate), signer: recognition.signer })}
        </Note>
      )}
    </>
  );
}
