import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Button, Checkbox, ErrorState, FileDrop, ForbiddenState, Note, Sheet, Skeletons, Steps, toast } from '@halong/design/web';
import { classTopic, sessionRoutes, timetableImportRoutes as routes, trainingClassRoutes, type TimetableImport } from '@halong/classes/contract';
import { useLanguage, useMutationOf, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { dayRange, named } from '../naming.ts';
import { ClashNote } from '../session/clash-note.tsx';
import { ClassHeader } from '../training-class/class-header.tsx';
import { LecturerTexts, RoomTexts } from './resolve-names.tsx';
import { ImportContent } from './import-content.tsx';
import { say } from './timetable-import.texts.ts';
import { errorRows, unresolved } from './unresolved.rules.ts';

const maxBytes = 10 * 1_048_576;

/** A timetable file: read, its names decided by a person, then written in one step. Leaving the page keeps it. */
export default function TimetableImportPage() {
  const t = useTexts(say);
  const classId = Number(useParams().id);
  const { data: found } = useQueryOf(trainingClassRoutes.getClass, { params: { id: classId } });
  const { data, error, refetch } = useQueryOf(routes.latestTimetableImport, { params: { id: classId } });
  useWatch(classTopic, classId, [routes.latestTimetableImport]);
  const file = data?.waiting ?? undefined;
  const steps = <Sheet><Steps label={t('steps')} steps={[t('stepFile'), t('stepResolve'), t('stepWrite')]} current={!file ? 0 : unresolved(file) > 0 ? 1 : 2} /></Sheet>;
  if (error && !data) {
    return (
      <>
        <ClassHeader classId={classId} active="timetable" title={t('start')} />
        {error.problem.status === 403 || error.problem.status === 404
          ? <Sheet><ForbiddenState title={t('cannot')}>{t('cannotWhy')}</ForbiddenState></Sheet>
          : <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      {file ? <Head classId={classId} file={file} /> : <ClassHeader classId={classId} active="timetable" title={t('start')} sub={t('startSub')} />}
      {steps}
      {!data ? <Skeletons rows={4} /> : file ? <Waiting file={file} institution={found?.institution} /> : <Upload classId={classId} />}
    </>
  );
}

function Head({ classId, file }: { classId: number; file: TimetableImport }) {
  const t = useTexts(say);
  const open = unresolved(file);
  const errors = errorRows(file);
  const counts = { open, errors, sessions: file.totals.sessions };
  const title = open > 0 ? t('headlineOpen', counts) : errors > 0 ? t('headlineErrors', counts) : t('headlineReady', counts);
  return <ClassHeader classId={classId} active="timetable" title={title} sub={t('fileSub', { file: file.fileName, range: dayRange(file.totals.firstDay, file.totals.lastDay) ?? '–' })} />;
}

function Upload({ classId }: { classId: number }) {
  const t = useTexts(say);
  const [files, setFiles] = useState<File[]>([]);
  const upload = useMutationOf(routes.uploadTimetable, { invalidates: [routes.latestTimetableImport] });
  const [file] = files;
  return (
    <Sheet>
      <div className="col g4">
        {upload.error && <Note tone="act">{upload.error.problem.title}</Note>}
        <FileDrop label={t('file')} accept={['.xlsx', '.csv']} maxBytes={maxBytes} files={files} onChange={setFiles} />
        <div className="row"><span className="sp" />
          <Button
            variant="primary" disabled={!file} loading={upload.isPending}
            onClick={() => file && upload.mutate({ params: { id: classId }, query: { name: file.name }, file })}
          >{t('read')}</Button>
        </div>
      </div>
    </Sheet>
  );
}

interface WaitingProps {
  file: TimetableImport;
  institution: { id: number; nameVi: string; nameEn: string } | undefined;
}

function Waiting({ file, institution }: WaitingProps) {
  const { language } = useLanguage();
  return (
    <>
      <ImportContent file={file} />
      <LecturerTexts file={file} institutionName={institution && named(institution, language)} />
      {institution && <RoomTexts file={file} institutionId={institution.id} />}
      <Finish file={file} />
    </>
  );
}

/** What will happen, and the one button that does it. */
function Finish({ file }: { file: TimetableImport }) {
  const t = useTexts(say);
  const navigate = useNavigate();
  const [leaveOut, setLeaveOut] = useState(false);
  const errors = errorRows(file);
  const confirm = useMutationOf(routes.confirmTimetableImport, {
    invalidates: [routes.latestTimetableImport, sessionRoutes.listClassSessions, trainingClassRoutes.getClass],
    onSuccess: (done) => {
      toast(t('written', { sessions: done.sessions, periods: done.periods }));
      void navigate(`/classes/${file.classId}/timetable`);
    },
  });
  const discard = useMutationOf(routes.discardTimetableImport, { invalidates: [routes.latestTimetableImport] });
  const ready = unresolved(file) === 0 && (errors === 0 || leaveOut);
  const problem = confirm.error?.problem ?? discard.error?.problem;
  return (
    <Sheet className="footbar">
      <div className="col g3">
        <ClashNote problem={problem} />
        {errors > 0 && <Checkbox label={t('leaveOut', { n: errors })} checked={leaveOut} onChange={setLeaveOut} />}
        <div className="row wrap g3">
          <span className="soft sp">{file.replaces > 0 ? t('replaces', { n: file.replaces }) : t('nothingReplaced')}</span>
          <Button loading={discard.isPending} onClick={() => discard.mutate({ params: { id: file.id } })}>{t('discard')}</Button>
          <Button
            variant="primary" loading={confirm.isPending} disabled={!ready || !file.can.confirm}
            onClick={() => confirm.mutate({ params: { id: file.id }, body: { leaveOutErrors: leaveOut } })}
          >{t('confirm', { sessions: file.totals.sessions })}</Button>
        </div>
      </div>
    </Sheet>
  );
}
