import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Button, Icon, IconCertificate, IconUser, Note, PasswordField, TextField, usePage } from '@halong/design/web';
import { sessionRoutes } from '@halong/identity/contract';
import { defineTexts } from '@halong/platform/contract';
import { keyOf, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { OwnDevice } from './own-device.tsx';
import { safeTarget } from './safe-target.ts';

const say = defineTexts({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: { vi: 'Dùng tài khoản công vụ do đơn vị cấp.', en: 'Use the account that your unit gave you.' },
  login: { vi: 'Tên đăng nhập hoặc thư công vụ', en: 'Login or official e-mail address' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  submit: { vi: 'Đăng nhập', en: 'Sign in' },
  firstTime: { vi: 'Lần đầu dùng Halong?', en: 'First time here?' },
  activate: { vi: 'Kích hoạt bằng mã một lần', en: 'Activate with a one-time code' },
  certificate: { vi: 'Chỉ cần kiểm tra chứng chỉ?', en: 'Only checking a certificate?' },
  noSignIn: { vi: 'Không phải đăng nhập.', en: 'No sign-in needed.' },
  verify: { vi: 'Tra cứu chứng chỉ', en: 'Verify a certificate' },
});

export default function SignIn() {
  const t = useTexts(say);
  const { choose } = useLanguage();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [ownDevice, setOwnDevice] = useState(false);
  usePage({ crumbs: [{ label: t('title') }] });
  const signIn = useMutationOf(sessionRoutes.signIn, {
    onSuccess: (me) => {
      choose(me.language);
      client.clear();
      client.setQueryData(keyOf(sessionRoutes.getMe, {}), me);
      void navigate(safeTarget(search.get('to'), window.location.origin), { replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { login, password, ownDevice } });
  };
  return (
    <form className="col g5" onSubmit={submit} aria-label={t('title')}>
      <div>
        <h1>{t('title')}</h1>
        <p className="soft lg">{t('lead')}</p>
      </div>
      {signIn.error && <Note tone="act">{signIn.error.problem.title}</Note>}
      <TextField
        label={t('login')} icon={IconUser} value={login} onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="username" autoCapitalize="none" spellCheck={false} required autoFocus
      />
      <PasswordField label={t('password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} required />
      <OwnDevice checked={ownDevice} onChange={setOwnDevice} />
      <Button variant="primary" size="xl" type="submit" loading={signIn.isPending}>{t('submit')}</Button>
      <p className="soft">{t('firstTime')} <Link to="/kich-hoat">{t('activate')}</Link></p>
      <div className="note flat">
        <Icon of={IconCertificate} />
        <div><b>{t('certificate')}</b> {t('noSignIn')}<br /><Link to="/verify">{t('verify')}</Link></div>
      </div>
    </form>
  );
}
