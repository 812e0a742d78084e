import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Checkbox, IconSend, Note, Sheet, toast } from '@halong/design/web';
import { latenessOf, submissionRoutes, type Work } from '@halong/assessment/contract';
import { formatTime, keyOf, useLanguage, useMutationOf, useNow, useOnline, useTexts } from '@halong/platform/web';
import { points } from './late-words.ts';
import type { WorkDraft } from './use-work-draft.ts';
import { say } from './work.texts.ts';

/** The declaration, what it would cost now, and the one button. */
export function SubmitSheet({ work, draft }: { work: Work; draft: WorkDraft }) {
  const t = useTexts(say);
  const client = useQueryClient();
  const [declared, setDeclared] = useState(false);
  const [flushing, setFlushing] = useState(false);
  const submit = useMutationOf(submissionRoutes.submitWork, {
    invalidates: [submissionRoutes.listMyWork],
    onSuccess: (after) => {
      client.setQueryData(keyOf(submissionRoutes.getMyWork, { params: { id: work.id } }), after);
      const [newest] = after.receipts;
      toast(newest && after.receipts.length > work.receipts.length ? t('submitted', { time: formatTime(newest.arrivedAt) }) : t('confirmed'));
    },
  });
  const online = useOnline();
  const { shown } = draft;
  const empty = shown.text.trim() === '' && shown.documents.length === 0;
  const unchanged = !shown.dirty && !work.can.submit && draft.stored.version === work.draft.version && work.receipts.length > 0;
  const missing = work.group?.members.map(({ fullName }) => fullName).filter((name) => !work.confirmedBy.includes(name)) ?? [];
  const send = async () => {
    setFlushing(true);
    const draftVersion = await draft.flush();
    setFlushing(false);
    if (draftVersion !== undefined) submit.mutate({ params: { id: work.id }, body: { draftVersion, declared } });
  };
  const label = work.confirmAll && work.group ? t('confirm') : work.attempts.used > 0 ? t('submitAgain', { n: work.attempts.used + 1 }) : t('submit');
  return (
    <Sheet title={t('submit')}>
      <div className="col g3">
        {submit.error && <Note tone="act">{submit.error.problem.title}</Note>}
        {work.state === 'WAITING' && <Note tone="info">{t('waitingFor', { done: work.confirmedBy.join(', '), missing: missing.join(', ') })}</Note>}
        <LateNow work={work} />
        {work.declaration && <Checkbox label={work.declaration} checked={declared} onChange={setDeclared} />}
        <p className="sm soft">{!online ? t('submitOffline') : empty ? t('nothingYet') : unchanged ? t('unchanged') : t('submitNote')}</p>
        <span><Button variant="primary" icon={IconSend} loading={flushing || submit.isPending} disabled={!online || empty || unchanged || draft.conflict !== undefined || (work.declaration !== null && !declared)} onClick={() => void send()}>{label}</Button></span>
      </div>
    </Sheet>
  );
}

function LateNow({ work }: { work: Work }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { late, days, deduction } = latenessOf(useNow(30_000), Date.parse(work.dueAt), work.late);
  if (!late) return null;
  return <Note tone="warn">{deduction > 0 ? t('lateNow', { days, points: points(deduction, language), floor: points(work.late.floor, language) }) : t('lateFree')}</Note>;
}
