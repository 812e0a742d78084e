import { useEffect, useRef } from 'react';
import { Button, Dialog, Note, toast } from '@halong/design/web';
import { accountRoutes, type AccountDetail } from '@halong/identity/contract';
import { formatInstant, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './account.texts.ts';

/** Issues the code once when it opens; the code leaves with the dialog. */
export function OneTimeCode({ account, onClose }: { account: AccountDetail; onClose: () => void }) {
  const t = useTexts(say);
  const { mutate, data, error } = useMutationOf(accountRoutes.issueCode, { invalidates: [accountRoutes.getAccount] });
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ params: { id: account.id } });
  }, [mutate, account.id]);
  const copy = async () => {
    await navigator.clipboard.writeText(data?.code ?? '');
    toast(t('copied'));
  };
  return (
    <Dialog
      open onClose={onClose} title={t('codeTitle', { name: account.displayName })}
      actions={<>
        {data && <Button onClick={() => void copy()}>{t('copy')}</Button>}
        <Button variant="primary" onClick={onClose}>{t('close')}</Button>
      </>}
    >
      {error && <Note tone="act">{error.problem.title}</Note>}
      {data && (
        <div className="col g3">
          <p className="big tn" data-testid="one-time-code">{data.code}</p>
          <p>{t('codeOnce', { address: `${window.location.origin}/kich-hoat` })}</p>
          <p className="soft">{t('codeUntil', { time: formatInstant(data.expiresAt) })}</p>
        </div>
      )}
    </Dialog>
  );
}
