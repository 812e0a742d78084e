import { useId, useState } from 'react';
import { Button, Dialog, Note, TextArea, TextField } from '@halong/design/web';
import { correctedFields, personRoutes, sayImportField, type CorrectedField, type PersonDetail } from '@halong/organisation/contract';
import { formatDay, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './people.texts.ts';

/** What the record says now, as people type it. */
const storedTexts = (person: PersonDetail): Record<CorrectedField, string> => ({
  name: person.fullName, dob: person.birthDate ? formatDay(person.birthDate) : (person.birthYear?.toString() ?? ''), email: person.email ?? '', phone: person.phone ?? '',
});

/** Corrects a record by hand: only what was changed is sent, with the reason. */
export function CorrectPerson({ person, onClose }: { person: PersonDetail; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const form = useId();
  // The version that the person sees while typing, not one that arrives meanwhile.
  const [seen] = useState(person);
  const stored = storedTexts(seen);
  const [typed, setTyped] = useState(stored);
  const [reason, setReason] = useState('');
  const correct = useMutationOf(personRoutes.correctPerson, { invalidates: [personRoutes.getPerson, personRoutes.listPeople, personRoutes.personHistory], onSuccess: onClose });
  const changed = correctedFields.filter((field) => typed[field].trim() !== stored[field]);
  const ready = changed.length > 0 && reason.trim().length >= 3;
  const send = () => ready && correct.mutate({
    params: { id: seen.id },
    body: { version: seen.version, reason: reason.trim(), ...Object.fromEntries(changed.map((field) => [field, typed[field].trim() || null])) },
  });
  const faultOf = (field: string) => correct.error?.problem.fields?.find(({ path }) => path === `body.${field}`)?.message;
  const hints: Partial<Record<CorrectedField, string>> = { dob: t('birthHint'), email: t('emptyHint'), phone: t('emptyHint') };
  const types = { name: 'text', dob: 'text', email: 'email', phone: 'tel' } as const;
  return (
    <Dialog
      open onClose={onClose} busy={correct.isPending} title={t('correctTitle', { name: seen.fullName })} lead={t('correctLead')}
      actions={(
        <>
          <Button onClick={onClose} disabled={correct.isPending}>{t('keepRecord')}</Button>
          <Button variant="primary" type="submit" form={form} loading={correct.isPending} disabled={!ready}>{t('saveRecord', { count: changed.length })}</Button>
        </>
      )}
    >
      {correct.error && <Note tone="act">{correct.error.problem.title}</Note>}
      <form id={form} className="col g3" noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
        {correctedFields.map((field) => (
          <TextField
            key={field} label={sayImportField(language, field)} type={types[field]} value={typed[field]} maxLength={255} autoComplete="off" hint={hints[field]} error={faultOf(field)}
            required={field === 'name' || field === 'dob'}
            onChange={(event) => { const text = event.currentTarget.value; setTyped((now) => ({ ...now, [field]: text })); }}
          />
        ))}
        <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} required error={faultOf('reason')} onChange={(event) => setReason(event.currentTarget.value)} />
      </form>
    </Dialog>
  );
}
