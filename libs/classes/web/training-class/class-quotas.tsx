import { useState } from 'react';
import { Button, Dialog, IconButton, IconEdit, IconTrash, Note, Sheet, StatusText, TextField, toast, type ComboOption } from '@halong/design/web';
import { trainingClassRoutes, type ClassDetail } from '@halong/classes/contract';
import { formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { isPlanning } from './class-state.ts';
import { say } from './overview.texts.ts';
import { UnitField } from './unit-field.tsx';

/** Seats by unit, and their editor. */
export function ClassQuotas({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const sum = found.quotas.reduce((all, quota) => all + quota.seats, 0);
  return (
    <Sheet title={t('quotas')} aside={found.can.edit && isPlanning(found.state) && <Button size="s" icon={IconEdit} onClick={() => setEditing(true)}>{t('edit')}</Button>}>
      {found.quotas.length === 0 ? <p className="soft">{t('quotasNone')}</p> : (
        <>
          <p className="soft">{t('quotasSum', { sum, capacity: found.capacity })}</p>
          <ul className="rulelist">
            {found.quotas.map((quota) => <li key={quota.unit.id}><span>{named(quota.unit, language)}</span><span className="v"><b>{formatNumber(quota.seats, language)}</b></span></li>)}
          </ul>
        </>
      )}
      {editing && <QuotaEditor found={found} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}

interface QuotaDraft {
  unit: ComboOption;
  seats: string;
}

function QuotaEditor({ found, onClose }: { found: ClassDetail; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [drafts, setDrafts] = useState<readonly QuotaDraft[]>(found.quotas.map(({ unit, seats }) => ({ unit: { value: String(unit.id), label: named(unit, language) }, seats: String(seats) })));
  const save = useMutationOf(trainingClassRoutes.putQuotas, {
    invalidates: [trainingClassRoutes.getClass],
    onSuccess: () => {
      toast(t('quotasSaved'));
      onClose();
    },
  });
  const sum = drafts.reduce((all, draft) => all + Number(draft.seats || 0), 0);
  const tooMany = sum > found.capacity;
  const add = (unit: ComboOption | undefined) => {
    if (unit && !drafts.some((draft) => draft.unit.value === unit.value)) setDrafts([...drafts, { unit, seats: '1' }]);
  };
  const seat = (changed: QuotaDraft, seats: string) => setDrafts(drafts.map((draft) => (draft === changed ? { ...draft, seats: seats.replace(/\D/g, '') } : draft)));
  const submit = () => save.mutate({
    params: { id: found.id }, body: { version: found.version, quotas: drafts.map(({ unit, seats }) => ({ unitId: Number(unit.value), seats: Number(seats || 0) })) },
  });
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={640} title={t('quotas')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={save.isPending} disabled={tooMany} onClick={submit}>{t('saveQuotas', { sum })}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      <UnitField key={drafts.length} label={t('addUnit')} value={undefined} onChange={add} />
      {drafts.map((draft) => (
        <div key={draft.unit.value} className="row">
          <span className="sp">{draft.unit.label}</span>
          <div style={{ width: 96 }}>
            <TextField label={`${t('seats')}, ${draft.unit.label}`} labelHidden inputMode="numeric" value={draft.seats} maxLength={4} onChange={(event) => seat(draft, event.currentTarget.value)} />
          </div>
          <IconButton icon={IconTrash} hint="none" label={t('removeUnit', { name: draft.unit.label })} onClick={() => setDrafts(drafts.filter((one) => one !== draft))} />
        </div>
      ))}
      <StatusText tone={tooMany ? 'act' : 'ok'}>{t(tooMany ? 'tooMany' : 'quotasSum', { sum, capacity: found.capacity })}</StatusText>
    </Dialog>
  );
}
