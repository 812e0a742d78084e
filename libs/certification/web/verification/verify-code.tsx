import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, IconShieldCheck, Sheet, TextField, usePage } from '@halong/design/web';
import { useTexts } from '@halong/platform/web';
import { say } from './verification.texts.ts';

/** Where somebody who holds a paper types its code. */
export default function VerifyCode() {
  const t = useTexts(say);
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  usePage({ crumbs: [{ label: t('title') }] });
  return (
    <form
      className="col g4"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) void navigate(`/verify/${encodeURIComponent(code.trim())}`);
      }}
    >
      <div className="col g2">
        <h1>{t('title')}</h1>
        <p className="soft">{t('lead')}</p>
      </div>
      <Sheet>
        <div className="col g4">
          <TextField
            label={t('code')} hint={t('codeHint')} value={code} maxLength={40} autoComplete="off" autoCapitalize="characters" spellCheck={false} autoFocus
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" variant="primary" size="xl" block icon={IconShieldCheck} disabled={!code.trim()}>{t('check')}</Button>
        </div>
      </Sheet>
    </form>
  );
}
