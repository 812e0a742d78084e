import { useState, type FormEvent } from 'react';
import { Button, Dialog, Note, PasswordField } from '@halong/design/web';
import { sessionRoutes, type Me } from '@halong/identity/contract';
import { defineTexts } from '@halong/platform/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';

const say = defineTexts({
  title: { vi: 'Phiên đăng nhập đã hết', en: 'Your sign-in has ended' },
  lead: { vi: 'Nhập lại mật khẩu của {name} để làm tiếp. Nội dung đang gõ vẫn còn.', en: 'Enter the password of {name} again to go on. What you typed is kept.' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  submit: { vi: 'Đăng nhập lại', en: 'Sign in again' },
  other: { vi: 'Dùng tài khoản khác', en: 'Use another account' },
});

/** Over the page, so that the page keeps what was typed. An own device stays one. */
export default function SignInAgain({ me: { login, displayName, ownDevice }, onBack }: { me: Me; onBack: (me: Me) => void }) {
  const t = useTexts(say);
  const [password, setPassword] = useState('');
  const signIn = useMutationOf(sessionRoutes.signIn, { onSuccess: onBack });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ body: { login, password, ownDevice } });
  };
  const leave = () => window.location.assign(`/sign-in?to=${encodeURIComponent(window.location.pathname + window.location.search)}`);
  return (
    <Dialog
      open onClose={() => undefined} title={t('title')} lead={t('lead', { name: displayName })}
      actions={<>
        <Button variant="quiet" onClick={leave}>{t('other')}</Button>
        <Button variant="primary" type="submit" form="sign-in-again" loading={signIn.isPending}>{t('submit')}</Button>
      </>}
    >
      <form id="sign-in-again" onSubmit={submit}>
        {signIn.error && <Note tone="act">{signIn.error.problem.title}</Note>}
        <PasswordField label={t('password')} value={password} onChange={(event) => setPassword(event.currentTarget.value)} required autoFocus />
      </form>
    </Dialog>
  );
}
