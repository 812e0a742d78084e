import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { BackgroundWork, Button, ConfirmDialog, DataTable, EmptyState, ErrorState, IconCertificate, Note, Person, Sheet, Skeletons, StatusText, toast, type Column } from '@halong/design/web';
import { ClassHeader } from '@halong/classes/web';
import {
  certificateBatchTopic, certificateRoutes, certificateStateNames, type CertificateBatch, type CertificateItem, type ClassCertificates,
} from '@halong/certification/contract';
import { formatDay, useLanguage, useMutationOf, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { certificateLooks } from './certificate-looks.ts';
import { CertificatePanel } from './certificate-panel.tsx';
import { say } from './certificate.texts.ts';
import { PdfLink } from './pdf-link.tsx';

/** Who can get a certificate of this class, the issue itself, and what is in the register. */
export default function ClassCertificatesScreen() {
  const classId = Number(useParams().id);
  const { data, error, refetch } = useQueryOf(certificateRoutes.getOfClass, { params: { id: classId } });
  const [openId, setOpenId] = useState<number>();
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  return (
    <>
      <ClassHeader classId={classId} active="certificates" title={data && <Headline found={data} />} actions={data && <IssueButton found={data} />} />
      {!data ? <Skeletons rows={5} /> : (
        <>
          <Grounds found={data} />
          {data.batch?.state === 'RUNNING' && <BatchProgress key={data.batch.id} batch={data.batch} />}
          {(data.ready.length > 0 || data.certificates.length === 0) && <Ready found={data} />}
          <Issued found={data} openId={openId} onOpen={setOpenId} />
        </>
      )}
      {openId !== undefined && <CertificatePanel key={openId} id={openId} onClose={() => setOpenId(undefined)} />}
    </>
  );
}

function Headline({ found }: { found: ClassCertificates }) {
  const t = useTexts(say);
  const done = found.certificates.filter((one) => one.state !== 'REVOKED').length;
  if (found.ready.length > 0) return t('classReady', { count: found.ready.length });
  return done > 0 ? t('classDone', { count: done, kind: t(found.kind ?? 'CC') }) : t('classNone');
}

function Grounds({ found }: { found: ClassCertificates }) {
  const t = useTexts(say);
  const { recognition } = found;
  if (found.kind === null) return <Note tone="mute">{t('noCredential')}</Note>;
  return (
    <>
      {recognition
        ? <Note tone="ok">{t('recognised', { no: recognition.decisionNo, date: formatDay(recognition.decisionDate), signer: recognition.signer })}</Note>
        : <Note tone="warn" title={t('noRecognition')} action={<Link to={`/classes/${found.class.id}/grades`}>{t('openGrades')}</Link>}>{t('noRecognitionWhy')}</Note>}
      {found.notComplete > 0 && (
        <Note tone="info" action={<Link to={`/classes/${found.class.id}/completion?met=PENDING`}>{t('seeWhy')}</Link>}>{t('notComplete', { count: found.notComplete })}</Note>
      )}
    </>
  );
}

/** Watches the work; when it ends the list of the class is fetched again by the same change. */
function BatchProgress({ batch: first }: { batch: CertificateBatch }) {
  const t = useTexts(say);
  useWatch(certificateBatchTopic, first.id, [certificateRoutes.getBatch, certificateRoutes.getOfClass, certificateRoutes.get]);
  const { data: batch = first } = useQueryOf(certificateRoutes.getBatch, { params: { id: first.id } }, { refetchMs: 5_000 });
  return (
    <Sheet>
      <BackgroundWork title={t('making')} done={batch.done} total={batch.total} note={t('makingNote')} label={t('makingLabel', { done: batch.done, total: batch.total })} />
    </Sheet>
  );
}

function Ready({ found }: { found: ClassCertificates }) {
  const t = useTexts(say);
  return (
    <Sheet title={t('ready')} padded={false}>
      <DataTable
        caption={t('ready')} rows={found.ready} rowId={(row) => String(row.enrolmentId)} dense
        columns={[{ key: 'name', head: t('holder'), cell: (row) => <Link to={`/classes/${found.class.id}/completion?enrolment=${row.enrolmentId}`}>{row.fullName}</Link> }, { key: 'unit', head: t('unit'), cell: (row) => row.unitName }]}
        empty={<EmptyState title={t('readyNone')}>{t('readyNoneWhy')}</EmptyState>}
      />
    </Sheet>
  );
}

function Issued({ found, openId, onOpen }: { found: ClassCertificates; openId: number | undefined; onOpen: (id: number) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const columns: Column<CertificateItem>[] = [
    { key: 'name', head: t('holder'), cell: (row) => <Person name={row.holderName} id={String(row.personId)} sub={row.unitName} /> },
    { key: 'no', head: t('number'), cell: (row) => <span className="nw">{row.registerNo}</span> },
    { key: 'state', head: t('state'), cell: (row) => <StatusText {...certificateLooks[row.state]}>{certificateStateNames[row.state][language]}</StatusText> },
    { key: 'day', head: t('issuedOn'), cell: (row) => formatDay(row.issuedOn) },
    { key: 'pdf', head: t('paper'), headHidden: true, actions: true, cell: (row) => (row.state === 'NUMBERED' ? <span className="muted">{t('inMaking')}</span> : <PdfLink certificate={row} />) },
  ];
  if (found.certificates.length === 0) return null;
  return (
    <Sheet title={t('list')} padded={false}>
      <DataTable
        caption={t('list')} columns={columns} rows={found.certificates} rowId={(row) => String(row.id)} onOpen={(row) => onOpen(row.id)}
        openId={openId === undefined ? undefined : String(openId)} empty={<EmptyState title={t('listNone')} />}
      />
    </Sheet>
  );
}

function IssueButton({ found }: { found: ClassCertificates }) {
  const t = useTexts(say);
  const [asking, setAsking] = useState(false);
  const count = found.ready.length;
  const kind = t(found.kind ?? 'CC');
  if (!found.can.issue || count === 0) return null;
  return (
    <>
      <Button variant="primary" icon={IconCertificate} onClick={() => setAsking(true)}>{t('issue', { count, kind })}</Button>
      {asking && <IssueDialog classId={found.class.id} count={count} kind={kind} onClose={() => setAsking(false)} />}
    </>
  );
}

function IssueDialog({ classId, count, kind, onClose }: { classId: number; count: number; kind: string; onClose: () => void }) {
  const t = useTexts(say);
  const issue = useMutationOf(certificateRoutes.issue, {
    invalidates: [certificateRoutes.getOfClass, certificateRoutes.list],
    onSuccess: (batch) => {
      toast(t('issued', { count: batch.total, kind }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open onClose={onClose} title={t('issueTitle', { count, kind })} lead={t('issueLead', { count })} confirmLabel={t('issueNow', { count, kind })} cancelLabel={t('later')}
      busy={issue.isPending} onConfirm={() => issue.mutate({ params: { id: classId } })}
    >
      {issue.error && <Note tone="act">{issue.error.problem.title}</Note>}
    </ConfirmDialog>
  );
}
