import { useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';
import { checkInRoutes } from '@halong/attendance/contract';
import { Skeletons, usePage } from '@halong/design/web';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './check-in.texts.ts';
import { Receipt } from './receipt.tsx';
import { Refusal } from './refusal.tsx';
import { Solo } from './solo.tsx';
import { useResumed } from './use-resumed.ts';

/** The address in the QR picture, opened by the phone's own camera: checks in at once. */
export default function ScanLink() {
  const t = useTexts(say);
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const { mutate, data, error, reset } = useMutationOf(checkInRoutes.checkIn);
  usePage({ crumbs: [{ label: t('title') }] });
  const sent = useRef<string>(undefined);
  useEffect(() => {
    if (sent.current === token) return;
    sent.current = token;
    mutate({ body: { token } });
  }, [token, mutate]);
  const again = () => {
    reset();
    mutate({ body: { token } });
  };
  useResumed(error?.problem, again);
  if (data) return <Receipt receipt={data} out={false} />;
  if (error) {
    const broken = error.problem.status === 0 || error.problem.status >= 500;
    const elsewhere = () => void navigate('/check-in', { replace: true });
    return <Refusal problem={error.problem} out={false} tried="link" onScan={broken ? again : elsewhere} onType={elsewhere} />;
  }
  return <Solo backLabel={t('close')} backTo="/today" bar={t('checking')}><Skeletons rows={3} /></Solo>;
}
