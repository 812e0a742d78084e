import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { Button, IconKey, Note, PasswordField, TextField, usePage } from '@halong/design/web';
import { activationRoutes, passwordLength, sessionRoutes } from '@halong/identity/contract';
import { defineTexts } from '@halong/platform/contract';
import { formatInstant, keyOf, useMutationOf, useTexts } from '@halong/platform/web';
import { OwnDevice } from '../sign-in/own-device.tsx';

const say = defineTexts({
  title: { vi: 'Kích hoạt tài khoản', en: 'Activate your account' },
  lead: { vi: 'Nhập mã một lần trên phiếu hoặc trong thư của đơn vị.', en: 'Enter the one-time code from your slip or e-mail.' },
  code: { vi: 'Mã một lần', en: 'One-time code' },
  codeHint: { vi: 'Ví dụ 7K2M-QX9D-4RTB-W. Không phân biệt chữ hoa, chữ thường.', en: 'Like 7K2M-QX9D-4RTB-W. Capitals do not matter.' },
  check: { vi: 'Kiểm tra mã', en: 'Check the code' },
  hello: { vi: 'Mã của {name}, tên đăng nhập {login}', en: 'The code of {name}, login {login}' },
  notMe: { vi: 'Không phải tôi, nhập mã khác', en: 'Not me, enter another code' },
  until: { vi: 'Mã dùng được đến {time}.', en: 'The code works until {time}.' },
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  passwordHint: { vi: 'Từ {min} ký tự. Một câu dễ nhớ tốt hơn một từ khó nhớ.', en: '{min} characters or more. A sentence you remember beats a difficult word.' },
  submit: { vi: 'Đặt mật khẩu và đăng nhập', en: 'Set the password and sign in' },
  back: { vi: 'Đã có mật khẩu? Đăng nhập', en: 'Have a password? Sign in' },
});

/** First the code, so that a swapped slip is noticed; then the password. */
export default function Activate() {
  const t = useTexts(say);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [ownDevice, setOwnDevice] = useState(false);
  usePage({ crumbs: [{ label: t('title') }] });
  const check = useMutationOf(activationRoutes.checkCode);
  const activate = useMutationOf(activationRoutes.activate, {
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(keyOf(sessionRoutes.getMe, {}), me);
      void navigate('/', { replace: true });
    },
  });
  const owner = check.data;
  const problem = (activate.error ?? check.error)?.problem;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (owner) activate.mutate({ body: { code, password, ownDevice } });
    else check.mutate({ body: { code } });
  };
  const startOver = () => {
    check.reset();
    activate.reset();
    setCode('');
  };
  return (
    <form className="col g5" onSubmit={submit} aria-label={t('title')}>
      <div>
        <h1>{t('title')}</h1>
        <p className="soft lg">{owner ? t('hello', { name: owner.displayName, login: owner.login }) : t('lead')}</p>
      </div>
      {problem && <Note tone="act">{problem.title}</Note>}
      {owner ? (
        <>
          <PasswordField
            label={t('password')} hint={t('passwordHint', { min: passwordLength.min })} autoComplete="new-password" minLength={passwordLength.min}
            value={password} onChange={(event) => setPassword(event.currentTarget.value)} required autoFocus
          />
          <OwnDevice checked={ownDevice} onChange={setOwnDevice} />
          <p className="soft">{t('until', { time: formatInstant(owner.expiresAt) })}</p>
          <Button variant="primary" size="xl" type="submit" loading={activate.isPending}>{t('submit')}</Button>
          <Button variant="quiet" onClick={startOver}>{t('notMe')}</Button>
        </>
      ) : (
        <>
          <TextField
            label={t('code')} hint={t('codeHint')} icon={IconKey} value={code} onChange={(event) => setCode(event.currentTarget.value)}
            autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} required autoFocus
          />
          <Button variant="primary" size="xl" type="submit" loading={check.isPending}>{t('check')}</Button>
        </>
      )}
      <p><Link to="/sign-in">{t('back')}</Link></p>
    </form>
  );
}
