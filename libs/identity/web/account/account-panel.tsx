import { useState } from 'react';
import { Button, DestructiveDialog, ErrorState, Icon, IconKey, IconLock, IconLockOpen, IconUserCog, Note, Person, SidePanel, Skeletons, StatusChip, toast, type Tone } from '@halong/design/web';
import { accountRoutes, accountStateNames, roleNames, roleRoutes, scopeNames, type AccountDetail, type AccountState } from '@halong/identity/contract';
import { formatDay, formatInstant, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './account.texts.ts';
import { deviceName } from './device-name.ts';
import { GrantRole } from './grant-role.tsx';
import { OneTimeCode } from './one-time-code.tsx';

const tones: Record<AccountState, Tone> = { ACTIVE: 'ok', WAITING: 'warn', DISABLED: 'mute' };
const changed = [accountRoutes.getAccount, accountRoutes.listAccounts];
type Grant = AccountDetail['grants'][number];
type Asking = { what: 'disable' | 'enable' | 'grant' | 'code' } | { what: 'withdraw'; grant: Grant };

/** One account beside the list: its roles, devices and what can be done to it. */
export function AccountPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [asking, setAsking] = useState<Asking>();
  const { data: account, error, refetch } = useQueryOf(accountRoutes.getAccount, { params: { id } });
  const name = account?.displayName ?? '';
  const stop = () => setAsking(undefined);
  const foot = account && (
    <>
      {account.can.disable && <Button icon={IconLock} onClick={() => setAsking({ what: 'disable' })}>{t('disable')}</Button>}
      {account.can.enable && <Button icon={IconLockOpen} onClick={() => setAsking({ what: 'enable' })}>{t('enable')}</Button>}
      {account.can.issueCode && <Button icon={IconKey} onClick={() => setAsking({ what: 'code' })}>{t('code')}</Button>}
      {account.can.grant && <Button variant="tint" icon={IconUserCog} onClick={() => setAsking({ what: 'grant' })}>{t('grant')}</Button>}
    </>
  );
  return (
    <SidePanel open onClose={onClose} label={name || t('title')} head={account ? <Person name={name} id={String(id)} sub={account.login} /> : <span />} foot={foot}>
      {error && !account && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!account && !error && <Skeletons rows={3} />}
      {account && (
        <>
          <div className="row wrap g2">
            <StatusChip tone={tones[account.state]}>{accountStateNames[account.state][language]}</StatusChip>
            <span className="soft sm">{account.unitName ?? t('outside')}{account.email && ` · ${account.email}`}</span>
          </div>
          <GrantsAndDevices account={account} onWithdraw={(grant) => setAsking({ what: 'withdraw', grant })} />
          {asking && <AccountDialogs account={account} asking={asking} onDone={stop} />}
        </>
      )}
    </SidePanel>
  );
}

function GrantsAndDevices({ account, onWithdraw }: { account: AccountDetail; onWithdraw: (grant: Grant) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <>
      <section>
        <h3>{t('held')}</h3>
        {account.grants.length === 0 && <p className="soft">{t('noGrants')}</p>}
        <ul className="cond">
          {account.grants.map((grant) => (
            <li key={grant.id}>
              <Icon of={IconUserCog} />
              <span>
                <span className="w">{roleNames[grant.role][language]}</span>
                <small>{grant.scopeName ?? scopeNames[grant.scopeType][language]}{datesOf(grant, t)}</small>
                {grant.reason && <small>{grant.reason}</small>}
              </span>
              {grant.current && <Button size="s" onClick={() => onWithdraw(grant)}>{t('withdraw')}</Button>}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('devices')}</h3>
        {account.sessions.length === 0 && <p className="soft">{t('noDevices')}</p>}
        <ul>{account.sessions.map((one) => <li key={one.id} className="sm soft">{deviceName(one.userAgent) ?? t('otherDevice')} · {formatInstant(one.seenAt)}{one.ownDevice && ` · ${t('ownDevice')}`}</li>)}</ul>
      </section>
    </>
  );
}

function AccountDialogs({ account, asking, onDone }: { account: AccountDetail; asking: Asking; onDone: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { id, displayName: name, version } = account;
  const done = (message: string) => () => {
    onDone();
    toast(message);
  };
  const disable = useMutationOf(accountRoutes.disableAccount, { invalidates: changed, onSuccess: done(t('disabled')) });
  const enable = useMutationOf(accountRoutes.enableAccount, { invalidates: changed, onSuccess: done(t('enabled')) });
  const withdraw = useMutationOf(roleRoutes.withdrawRole, { invalidates: changed, onSuccess: () => onDone() });
  if (asking.what === 'grant') return <GrantRole account={account} onClose={onDone} onGranted={done(t('granted'))} />;
  if (asking.what === 'code') return <OneTimeCode account={account} onClose={onDone} />;
  const refused = (disable.error ?? enable.error ?? withdraw.error)?.problem;
  const problem = refused && <Note tone="act">{refused.title}</Note>;
  if (asking.what === 'disable') {
    return (
      <DestructiveDialog
        open onClose={onDone} title={t('disableTitle', { login: account.login })} lead={t('disableLead', { name })} reasonLabel={t('reason')} confirmLabel={t('disable')}
        cancelLabel={t('keepAccount')} busy={disable.isPending} onConfirm={(reason) => disable.mutate({ params: { id }, body: { reason, version } })}
      >{problem}</DestructiveDialog>
    );
  }
  if (asking.what === 'enable') {
    return (
      <DestructiveDialog
        open onClose={onDone} title={t('enable')} reasonLabel={t('reason')} confirmLabel={t('enable')} cancelLabel={t('keep')} busy={enable.isPending}
        onConfirm={(reason) => enable.mutate({ params: { id }, body: { reason, version } })}
      >{problem}</DestructiveDialog>
    );
  }
  if (asking.what !== 'withdraw') return null;
  return (
    <DestructiveDialog
      open onClose={onDone} title={t('withdrawTitle', { role: roleNames[asking.grant.role][language] })} lead={t('withdrawLead', { name })} reasonLabel={t('reason')}
      confirmLabel={t('withdraw')} cancelLabel={t('keepAccount')} busy={withdraw.isPending}
      onConfirm={(reason) => withdraw.mutate({ params: { id, grantId: asking.grant.id }, body: { reason, version } })}
    >{problem}</DestructiveDialog>
  );
}

function datesOf(grant: Grant, t: ReturnType<typeof useTexts<Parameters<typeof say>[1]>>): string {
  if (grant.endedAt) return ` · ${t('past')}`;
  const from = grant.current ? '' : ` · ${t('future', { day: formatDay(grant.validFrom) })}`;
  return grant.validTo ? `${from} · ${t('until', { day: formatDay(grant.validTo) })}` : from;
}
