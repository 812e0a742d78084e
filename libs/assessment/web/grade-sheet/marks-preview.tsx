import { useState } from 'react';
import { Button, DataTable, Dialog, FileDrop, Note, toast } from '@halong/design/web';
import { assessmentRoutes, gradeBookRoutes, type GradeSheet, type Mark, type MarkTable, type ProposedMark } from '@halong/assessment/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './grade-book.texts.ts';
import { markText } from './mark-text.ts';

const shownProblems = 8;
const mostCells = 2_000;

type Table = Pick<MarkTable, 'changes' | 'same' | 'problems'>;

/** Every cell that a file or a pasted block would change; nothing is written before the button that says how many. */
export function MarksPreview({ sheet, table, way, onClose }: { sheet: GradeSheet; table: Table; way: 'PASTED' | 'IMPORTED'; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [changes, setChanges] = useState(table.changes.slice(0, mostCells));
  const [clashed, setClashed] = useState(0);
  const put = useMutationOf(assessmentRoutes.putMarks, {
    invalidates: [assessmentRoutes.getGradeSheet],
    onSuccess: ({ stored, conflicts }) => {
      if (stored) {
        toast(t('written', { count: changes.length }));
        return onClose();
      }
      const now = new Map(conflicts.map((one) => [`${one.enrolmentId} ${one.component}`, one]));
      setClashed(conflicts.length);
      setChanges(changes.map((one) => {
        const theirs = now.get(`${one.enrolmentId} ${one.component}`);
        return theirs ? { ...one, from: theirs.mark, version: theirs.version } : one;
      }));
    },
  });
  const named = (key: string) => {
    const component = sheet.components.find((one) => one.key === key);
    return (language === 'vi' ? component?.nameVi : component?.nameEn) ?? key;
  };
  const word = (mark: Mark) => (mark.kind === 'BLANK' ? t('none') : mark.kind === 'EXCUSED' ? t('excused') : markText(mark, language));
  const save = () => put.mutate({ params: { id: sheet.class.id }, body: { way, changes: changes.map(({ enrolmentId, component, version, to }) => ({ enrolmentId, component, version, mark: to })) } });
  return (
    <Dialog
      open onClose={onClose} busy={put.isPending} size={720} title={t('previewTitle')} lead={t('previewLead', { count: changes.length, same: table.same })}
      actions={<>
        <Button onClick={onClose} disabled={put.isPending}>{t('cancel')}</Button>
        <Button variant="primary" loading={put.isPending} disabled={changes.length === 0} onClick={save}>{t('write', { count: changes.length })}</Button>
      </>}
    >
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      {clashed > 0 && <Note tone="warn">{t('clashed', { count: clashed })}</Note>}
      <Problems problems={table.problems} />
      {changes.length === 0 ? <p className="soft">{t('nothing')}</p> : (
        <DataTable
          caption={t('previewTitle')} rows={changes} rowId={(one: ProposedMark) => `${one.enrolmentId}-${one.component}`} dense phone="scroll"
          columns={[
            { key: 'person', head: t('person'), cell: (one) => one.fullName },
            { key: 'component', head: t('component'), cell: (one) => named(one.component) },
            { key: 'now', head: t('now'), align: 'right', cell: (one) => <span className="soft">{word(one.from)}</span> },
            { key: 'becomes', head: t('becomes'), align: 'right', cell: (one) => <b>{word(one.to)}</b> },
          ]}
        />
      )}
    </Dialog>
  );
}

function Problems({ problems }: { problems: Table['problems'] }) {
  const t = useTexts(say);
  if (problems.length === 0) return null;
  return (
    <Note tone="warn" title={t('problems', { count: problems.length })}>
      <ul className="col">
        {problems.slice(0, shownProblems).map((one, at) => <li key={at}>{t(one.why, { row: one.row, text: one.text })}</li>)}
        {problems.length > shownProblems && <li>{t('andMore', { count: problems.length - shownProblems })}</li>}
      </ul>
    </Note>
  );
}

/** A file is chosen, read, and its changes are shown. */
export function MarksImport({ sheet, onClose }: { sheet: GradeSheet; onClose: () => void }) {
  const t = useTexts(say);
  const [files, setFiles] = useState<File[]>([]);
  const read = useMutationOf(gradeBookRoutes.readTable);
  const [file] = files;
  if (read.data) return <MarksPreview sheet={sheet} table={read.data} way="IMPORTED" onClose={onClose} />;
  return (
    <Dialog
      open onClose={onClose} busy={read.isPending} title={t('importTitle')} lead={t('importLead')}
      actions={<>
        <Button onClick={onClose} disabled={read.isPending}>{t('later')}</Button>
        <Button variant="primary" loading={read.isPending} disabled={!file} onClick={() => file && read.mutate({ params: { id: sheet.class.id }, query: { name: file.name }, file })}>{t('read')}</Button>
      </>}
    >
      {read.error && <Note tone="act">{read.error.problem.title}</Note>}
      <FileDrop label={t('importFile')} accept={['.xlsx', '.csv']} maxBytes={5 * 1_048_576} files={files} onChange={setFiles} />
    </Dialog>
  );
}
