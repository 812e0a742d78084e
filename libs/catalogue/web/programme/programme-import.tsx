import { useState } from 'react';
import { Button, FileDrop, Note, PageHead, Sheet, Steps, usePage } from '@halong/design/web';
import { programmeImportRoutes, programmeRoutes, type ProgrammeImport } from '@halong/catalogue/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { ImportResult } from './programme-import-result.tsx';
import { say } from './programme-import.texts.ts';

const maxBytes = 5 * 1_048_576;

const toWrite = ({ counts }: ProgrammeImport) => counts.NEW + counts.VERSION + counts.CHANGED;

/** A catalogue file: chosen, tried without writing, then written in one step. */
export default function ProgrammeImportPage() {
  const t = useTexts(say);
  const [files, setFiles] = useState<File[]>([]);
  const [written, setWritten] = useState<number>();
  const check = useMutationOf(programmeImportRoutes.checkFile);
  const confirm = useMutationOf(programmeImportRoutes.confirmFile, { invalidates: [programmeRoutes.listProgrammes, programmeRoutes.getProgramme] });
  usePage({ crumbs: [{ label: t('programmes'), to: '/programmes' }, { label: t('title') }] });
  const tried = check.data;
  const [file] = files;
  const count = tried ? toWrite(tried) : 0;
  const again = () => {
    check.reset();
    setFiles([]);
  };
  const write = () => tried && confirm.mutate({ params: { id: tried.fileId } }, { onSuccess: () => setWritten(count) });
  return (
    <>
      <Head tried={tried} written={written} />
      <Sheet><Steps label={t('steps')} steps={[t('stepFile'), t('stepTry'), t('stepWrite')]} current={written !== undefined ? 3 : tried ? 1 : 0} /></Sheet>
      {!tried && (
        <Sheet>
          <div className="col g4">
            {check.error && <Note tone="act">{check.error.problem.title}</Note>}
            <FileDrop label={t('file')} accept={['.csv', '.xlsx']} maxBytes={maxBytes} files={files} onChange={setFiles} />
            <div className="row"><span className="sp" />
              <Button variant="primary" loading={check.isPending} disabled={!file} onClick={() => file && check.mutate({ query: { name: file.name }, file })}>{t('try')}</Button>
            </div>
          </div>
        </Sheet>
      )}
      {tried && <ImportResult tried={tried} />}
      {confirm.error && <Note tone="act">{confirm.error.problem.title}</Note>}
      {tried && written === undefined && (
        <Sheet className="footbar"><div className="row wrap g3">
          <span className="soft sp">{count > 0 ? t('once') : t('nothingWhy')}</span>
          <Button onClick={again}>{t('again')}</Button>
          {count > 0 && <Button variant="primary" loading={confirm.isPending} onClick={write}>{t('confirm', { count })}</Button>}
        </div></Sheet>
      )}
    </>
  );
}

function Head({ tried, written }: { tried: ProgrammeImport | undefined; written: number | undefined }) {
  const t = useTexts(say);
  if (!tried) return <PageHead title={t('title')} sub={t('lead')} />;
  if (written !== undefined) {
    return <PageHead title={t('done', { count: written })} sub={t('doneSub', { file: tried.fileName })} actions={<Button variant="primary" to="/programmes">{t('toList')}</Button>} />;
  }
  return <PageHead title={t('tried', { usable: tried.rows.length, refused: tried.counts.refused })} sub={t('triedSub', { file: tried.fileName })} />;
}
