import { useState } from 'react';
import { Button, ComboField, Dialog, Note, TextField, toast, type ComboOption } from '@halong/design/web';
import { accountRoutes } from '@halong/identity/contract';
import { personRoutes } from '@halong/organisation/contract';
import { useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './account.texts.ts';

/** For a person of the staff list or somebody from outside. */
export function OpenAccount({ onClose, onOpened }: { onClose: () => void; onOpened: (id: number) => void }) {
  const t = useTexts(say);
  const [person, setPerson] = useState<ComboOption>();
  const [search, setSearch] = useState('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const people = useQueryOf(personRoutes.listPeople, { query: { search, size: 20 } });
  const create = useMutationOf(accountRoutes.createAccount, {
    invalidates: [accountRoutes.listAccounts],
    onSuccess: (account) => {
      toast(t('created', { login: account.login }));
      onOpened(account.id);
    },
  });
  const submit = () => create.mutate({ body: person ? { personId: Number(person.value) } : { displayName: name.trim(), ...(email.trim() ? { email: email.trim() } : {}) } });
  return (
    <Dialog
      open onClose={onClose} title={t('add')} lead={t('addLead')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={create.isPending} disabled={!person && name.trim().length < 2} onClick={submit}>{t('create')}</Button>
      </>}
    >
      <div className="col g4">
        {create.error && <Note tone="act">{create.error.problem.title}</Note>}
        <ComboField
          label={t('person')} value={person} onChange={setPerson} onSearch={setSearch} loading={people.isFetching} placeholder={t('personHint')}
          options={(people.data?.items ?? []).map((one) => ({ value: String(one.id), label: one.fullName, detail: [one.position, one.unitName].filter(Boolean).join(' · ') }))}
        />
        {!person && <TextField label={t('externalName')} value={name} onChange={(event) => setName(event.currentTarget.value)} />}
        {!person && name && <TextField label={t('email')} type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} />}
      </div>
    </Dialog>
  );
}
