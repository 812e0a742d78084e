import { useState } from 'react';
import { Button, Dialog, Note, TextArea, toast } from '@halong/design/web';
import { regradeRoutes, regradeStateNames, type MyResult } from '@halong/assessment/contract';
import { formatInstant, formatNumber, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './regrade.texts.ts';

/** My regrade requests for one class, and the way to send one while they are taken. */
export function MyRegrades({ result }: { result: MyResult }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [asking, setAsking] = useState<string>();
  const { data } = useQueryOf(regradeRoutes.listMyRegrades, {});
  const items = data?.items.filter(({ classId }) => classId === result.class.id) ?? [];
  const open = data?.open.find(({ classId }) => classId === result.class.id);
  const named = (key: string) => {
    const component = result.components.find((one) => one.key === key);
    return (language === 'vi' ? component?.nameVi : component?.nameEn) ?? key;
  };
  const free = open ? result.components.filter(({ key, mark }) => mark.kind === 'SCORE' && !items.some(({ component }) => component === key)) : [];
  return (
    <div className="col g2">
      {items.length > 0 && (
        <ul className="rulelist">
          {items.map((one) => (
            <li key={one.id}>
              <span>{t('mine', { component: named(one.component), state: regradeStateNames[one.state][language] })}{one.answer && <small>{one.answer}</small>}</span>
              {one.newScore !== null && <span className="v">{t('result', { from: formatNumber(one.oldScore, language), to: formatNumber(one.newScore, language) })}</span>}
            </li>
          ))}
        </ul>
      )}
      {open && free.length > 0 && (
        <>
          <p className="soft sm">{t('until', { at: formatInstant(open.until) })}</p>
          <div className="row wrap">{free.map(({ key }) => <Button key={key} size="s" onClick={() => setAsking(key)}>{t('ask')}: {named(key)}</Button>)}</div>
        </>
      )}
      {asking !== undefined && <AskDialog result={result} component={asking} name={named(asking)} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

const minReason = 5;

function AskDialog({ result, component, name, onClose }: { result: MyResult; component: string; name: string; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const ask = useMutationOf(regradeRoutes.askRegrade, {
    invalidates: [regradeRoutes.listMyRegrades],
    onSuccess: () => {
      toast(t('sent'));
      onClose();
    },
  });
  const mark = result.components.find(({ key }) => key === component)?.mark;
  return (
    <Dialog
      open onClose={onClose} busy={ask.isPending} title={t('askTitle', { component: name })} lead={t('askLead', { score: mark?.kind === 'SCORE' ? formatNumber(mark.value, language) : '' })}
      actions={<>
        <Button onClick={onClose}>{t('later')}</Button>
        <Button variant="primary" loading={ask.isPending} disabled={reason.trim().length < minReason} onClick={() => ask.mutate({ body: { enrolmentId: result.enrolmentId, component, reason: reason.trim() } })}>{t('send')}</Button>
      </>}
    >
      {ask.error && <Note tone="act">{ask.error.problem.title}</Note>}
      <TextArea label={t('askReason')} value={reason} maxLength={1_000} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}
