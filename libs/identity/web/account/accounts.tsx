import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import {
  Button, DataTable, EmptyState, ErrorState, IconUserPlus, PageHead, Person, SearchField, Segmented, SelectField, Sheet, StatusText, usePage, type Column, type Tone,
} from '@halong/design/web';
import { accountRoutes, accountStateNames, accountStates, roleNames, type AccountItem, type AccountState } from '@halong/identity/contract';
import { roles, type Role } from '@halong/platform/contract';
import { formatInstant, formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { AccountPanel } from './account-panel.tsx';
import { say } from './account.texts.ts';
import { OpenAccount } from './open-account.tsx';

const tones: Record<AccountState, Tone> = { ACTIVE: 'ok', WAITING: 'warn', DISABLED: 'mute' };
const size = 50;

/** Who can sign in and what they may do. */
export default function Accounts() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [state, setState] = useState<AccountState | 'ALL'>('ALL');
  const [role, setRole] = useState('');
  const [page, setPage] = useState(1);
  const [params, setParams] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const text = useDeferredValue(search);
  const openId = Number(params.get('account')) || undefined;
  const open = (id: number | undefined) => setParams(id === undefined ? {} : { account: String(id) }, { replace: true });
  usePage({ crumbs: [{ label: t('title') }], fill: true });
  const query = { page, size, search: text, ...(state === 'ALL' ? {} : { state }), ...(role ? { role: role as Role } : {}) };
  const { data, error, refetch } = useQueryOf(accountRoutes.listAccounts, { query });

  const filtered = <T,>(set: (value: T) => void) => (value: T) => {
    set(value);
    setPage(1);
  };
  const columns: Column<AccountItem>[] = [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.displayName} id={String(row.id)} sub={row.unitName ?? t('outside')} /> },
    { key: 'login', head: t('login'), cell: (row) => row.login },
    { key: 'roles', head: t('roles'), cell: (row) => row.roles.map((one) => roleNames[one.role][language]).join(', ') || t('noRole') },
    { key: 'state', head: t('state'), cell: (row) => <StatusText tone={tones[row.state]}>{accountStateNames[row.state][language]}</StatusText> },
    { key: 'seen', head: t('seen'), align: 'right', cell: (row) => (row.lastSeenAt ? formatInstant(row.lastSeenAt) : t('never')) },
  ];
  return (
    <>
      <PageHead
        title={t('headline', { total: formatNumber(data?.total ?? 0, language) })} sub={t('lead')}
        actions={<Button variant="primary" icon={IconUserPlus} onClick={() => setOpening(true)}>{t('add')}</Button>}
      />
      <div className="row wrap g3 filters">
        <Segmented
          label={t('state')} value={state} onChange={filtered(setState)}
          options={[{ value: 'ALL' as const, label: t('all') }, ...accountStates.map((one) => ({ value: one, label: accountStateNames[one][language] }))]}
        />
        <SearchField label={t('search')} value={search} onChange={filtered(setSearch)} />
        <SelectField
          compact label={t('role')} labelHidden placeholder={t('anyRole')} value={role} onChange={filtered(setRole)}
          options={roles.map((one) => ({ value: one, label: roleNames[one][language] }))}
        />
      </div>
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('title')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} onOpen={(row) => open(row.id)} openId={openId ? String(openId) : undefined}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }} empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {openId !== undefined && <AccountPanel key={openId} id={openId} onClose={() => open(undefined)} />}
      {opening && <OpenAccount onClose={() => setOpening(false)} onOpened={(id) => { setOpening(false); open(id); }} />}
    </>
  );
}
