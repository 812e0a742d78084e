import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { checkInRoutes } from '@halong/attendance/contract';
import { CodeInput, IconArrowLeft, IconButton, SelectField, usePage } from '@halong/design/web';
import { formatTime, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { classNameOf } from '../words/naming.ts';
import { cameraAllowed } from './camera.ts';
import { say } from './check-in.texts.ts';
import { Finder } from './finder.tsx';
import { useMyOpenSessions } from './my-open-sessions.ts';
import { Receipt } from './receipt.tsx';
import { Refusal } from './refusal.tsx';
import { useResumed } from './use-resumed.ts';

/** Room check-in (or check-out, `?out=1`): the camera on a press, or the six digits. */
export default function CheckIn() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [params] = useSearchParams();
  const out = params.has('out');
  const [camera, setCamera] = useState(false);
  const [digits, setDigits] = useState('');
  const [typing, setTyping] = useState(false);
  const [sessionId, setSessionId] = useState('');
  const tried = useRef<'scan' | 'digits'>('scan');
  const sessions = useMyOpenSessions();
  const send = useMutationOf(out ? checkInRoutes.checkOut : checkInRoutes.checkIn);
  const title = t(out ? 'titleOut' : 'title');
  usePage({ crumbs: [{ label: title }] });

  const present = (how: 'scan' | 'digits', shown: { token: string } | { digits: string }) => {
    // The camera sees the same picture many times.
    if (send.isPending || send.isSuccess || send.isError) return;
    tried.current = how;
    send.mutate({ body: { ...shown, ...(sessionId ? { sessionId: Number(sessionId) } : {}) } });
  };
  useResumed(send.error?.problem, () => {
    if (send.variables) send.mutate(send.variables);
  });
  const again = (withCamera: boolean) => {
    setDigits('');
    setCamera(withCamera);
    setTyping(!withCamera);
    send.reset();
  };
  if (send.data) return <Receipt receipt={send.data} out={out} />;
  if (send.error) return <Refusal problem={send.error.problem} out={out} tried={tried.current} onScan={() => again(true)} onType={() => again(false)} />;
  return (
    <div className="cam">
      <header className="top"><IconButton icon={IconArrowLeft} label={t('back')} hint="none" to="/today" /><h1>{title}</h1><span style={{ width: 48 }} /></header>
      <main id="main" tabIndex={-1}>
        <Finder on={camera} onAsk={() => setCamera(true)} onToken={(token) => present('scan', { token })} />
        <div className="bs">
          <div className="row"><h2 className="sp">{t(camera ? 'orDigits' : 'digits')}</h2><span className="md muted">{t('onScreen')}</span></div>
          {sessions.length > 1 && (
            <SelectField
              label={t('which')} value={sessionId} onChange={setSessionId} placeholder={t('anySession')}
              options={sessions.map((one) => ({ value: String(one.id), label: t('sessionOf', { from: formatTime(one.startsAt), name: classNameOf(one, language) }) }))}
            />
          )}
          <CodeInput value={digits} onChange={setDigits} onComplete={(code) => present('digits', { digits: code })} label={t('digits')} disabled={send.isPending} autoFocus={typing || !cameraAllowed()} />
          <p className="md soft" role="status">{t(send.isPending ? 'sending' : 'sends')}</p>
        </div>
      </main>
    </div>
  );
}
