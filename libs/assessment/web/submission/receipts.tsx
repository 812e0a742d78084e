import { useState } from 'react';
import { Button, Dialog, ErrorState, Sheet, Skeletons, StatusChip } from '@halong/design/web';
import { submissionRoutes, type Receipt, type Work } from '@halong/assessment/contract';
import { formatInstant, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { points } from './late-words.ts';
import { DocumentLink, Paragraphs } from './work-facts.tsx';
import { say } from './work.texts.ts';

/** The proof of every attempt, the newest first. */
export function Receipts({ work }: { work: Work }) {
  const [reading, setReading] = useState<Receipt>();
  return (
    <>
      {work.receipts.map((receipt) => <ReceiptSheet key={receipt.id} receipt={receipt} group={work.groupWork} onRead={() => setReading(receipt)} />)}
      {reading && <Reading receipt={reading} onClose={() => setReading(undefined)} />}
    </>
  );
}

function ReceiptSheet({ receipt, group, onRead }: { receipt: Receipt; group: boolean; onRead: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { attempt, arrivedAt, late, lateDays, deduction, contentHash, documents, members, submittedBy } = receipt;
  const lateness = late ? t('lateBy', { days: lateDays, points: points(deduction, language) }) : t('inTime');
  return (
    <Sheet title={t('receipt', { n: attempt })} aside={<StatusChip tone={late ? 'warn' : 'ok'}>{lateness}</StatusChip>}>
      <div className="col g3">
        <dl className="col g2">
          <div><dt className="xs muted">{t('arrived')}</dt><dd><b>{formatInstant(arrivedAt)}</b></dd></div>
          {group && <div><dt className="xs muted">{t('by')}</dt><dd>{submittedBy}</dd></div>}
          {group && <div><dt className="xs muted">{t('members')}</dt><dd>{members.join(', ')}</dd></div>}
          <div><dt className="xs muted">{t('hash')}</dt><dd><code className="xs" style={{ overflowWrap: 'anywhere' }}>{contentHash}</code></dd></div>
        </dl>
        {documents.length > 0 && <ul className="col g1">{documents.map((document) => <li key={document.id}><DocumentLink document={document} /></li>)}</ul>}
        {receipt.characters > 0 && <span><Button size="s" onClick={onRead}>{t('readIt')}</Button></span>}
      </div>
    </Sheet>
  );
}

function Reading({ receipt, onClose }: { receipt: Receipt; onClose: () => void }) {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(submissionRoutes.getMySubmission, { params: { id: receipt.id } });
  return (
    <Dialog open onClose={onClose} title={t('receipt', { n: receipt.attempt })} lead={formatInstant(receipt.arrivedAt)} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      {error ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : data ? <Paragraphs text={data.text} /> : <Skeletons rows={4} />}
    </Dialog>
  );
}
