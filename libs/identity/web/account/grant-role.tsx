import { useState } from 'react';
import { Button, ComboField, DateField, Dialog, Note, SelectField, TextField, type ComboOption } from '@halong/design/web';
import { accountRoutes, roleNames, roleRoutes, scopeNames, scopesOfRole, type AccountDetail } from '@halong/identity/contract';
import { unitOption, unitRoutes } from '@halong/organisation/contract';
import { roles, type Role, type ScopeType } from '@halong/platform/contract';
import { serverToday, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './account.texts.ts';

/** A role, where it holds and from when to when. */
export function GrantRole({ account, onClose, onGranted }: { account: AccountDetail; onClose: () => void; onGranted: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [role, setRole] = useState<Role>('CLASS_COORDINATOR');
  const [scope, setScope] = useState<ScopeType>(scopesOfRole.CLASS_COORDINATOR[0]!);
  const [unit, setUnit] = useState<ComboOption>();
  const [search, setSearch] = useState('');
  const [chosenClass, setChosenClass] = useState<ComboOption>();
  const [from, setFrom] = useState(serverToday);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const needsUnit = scope === 'ORG_SUBTREE' || scope === 'INSTITUTION';
  const units = useQueryOf(unitRoutes.listUnits, { query: { search, size: 20, ...(scope === 'INSTITUTION' ? { type: 'TRAINING_INSTITUTION' } : {}) } }, { enabled: needsUnit });
  const classes = useQueryOf(roleRoutes.findClasses, { query: { search } }, { enabled: scope === 'CLASS' });
  const grant = useMutationOf(roleRoutes.grantRole, { invalidates: [accountRoutes.getAccount, accountRoutes.listAccounts], onSuccess: onGranted });
  const scopeId = scope === 'GLOBAL' ? 0 : Number((scope === 'CLASS' ? chosenClass : unit)?.value ?? 0);
  const ready = from !== '' && reason.trim().length >= 3 && (scope === 'GLOBAL' || scopeId > 0);
  const chooseRole = (next: string) => {
    const chosen = roles.find((one) => one === next) ?? role;
    setRole(chosen);
    setScope(scopesOfRole[chosen][0]!);
    setUnit(undefined);
  };
  const submit = () => grant.mutate({
    params: { id: account.id },
    body: { role, scopeType: scope, scopeId, validFrom: from, validTo: to || null, reason: reason.trim(), version: account.version },
  });
  return (
    <Dialog
      open onClose={onClose} title={t('grantTitle', { name: account.displayName })}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={grant.isPending} disabled={!ready} onClick={submit}>{t('grantIt', { role: roleNames[role][language] })}</Button>
      </>}
    >
      <div className="col g4">
        {grant.error && <Note tone="act">{grant.error.problem.title}</Note>}
        <SelectField label={t('role')} value={role} onChange={chooseRole} options={roles.map((one) => ({ value: one, label: roleNames[one][language] }))} />
        <SelectField
          label={t('scope')} value={scope} onChange={(next) => {
            setScope(next as ScopeType);
            setSearch('');
          }}
          options={scopesOfRole[role].map((one) => ({ value: one, label: scopeNames[one][language] }))}
        />
        {needsUnit && (
          <ComboField
            label={scope === 'INSTITUTION' ? t('institution') : t('unit')} value={unit} onChange={setUnit} onSearch={setSearch} loading={units.isFetching} placeholder={t('personHint')}
            options={(units.data?.items ?? []).map((one) => unitOption(one, language))}
          />
        )}
        {scope === 'CLASS' && (
          <ComboField
            label={t('class')} value={chosenClass} onChange={setChosenClass} onSearch={setSearch} loading={classes.isFetching} placeholder={t('classHint')}
            options={(classes.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.name }))}
          />
        )}
        <div className="row g3 top">
          <DateField label={t('from')} value={from} onChange={setFrom} />
          <DateField label={t('to')} hint={t('openEnd')} value={to} onChange={setTo} />
        </div>
        <TextField label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </div>
    </Dialog>
  );
}
