import { useState } from 'react';
import { Button, Checkbox, DateField, Dialog, Note, SelectField, TextField, toast } from '@halong/design/web';
import { contentRoutes, type ContentItem, type ContentSession } from '@halong/materials/contract';
import { dayOf, formatDay, useMutationOf, useTexts } from '@halong/platform/web';
import { isWhole, sideOf, windowOf, type Side } from './edit-window.rules.ts';
import { say } from './editor.texts.ts';

/** How an item is called and shown. */
export function EditDialog({ item, sessions, onClose }: { item: ContentItem; sessions: readonly ContentSession[]; onClose: () => void }) {
  const t = useTexts(say);
  const [title, setTitle] = useState(item.title);
  const [flags, setFlags] = useState({ mandatory: item.mandatory, downloadable: item.downloadable, shared: item.shared });
  const [sessionNo, setSessionNo] = useState(String(item.sessionNo ?? ''));
  const [from, setFrom] = useState(() => sideOf(item.window.from, item.window.fromSession, '07:30'));
  const [until, setUntil] = useState(() => sideOf(item.window.until, item.window.untilSession, '23:59'));
  const save = useMutationOf(contentRoutes.editItem, {
    invalidates: [contentRoutes.getClassContent, contentRoutes.getItem],
    onSuccess: (saved) => {
      toast(t('saved', { title: saved.title }));
      onClose();
    },
  });
  const own = item.kind !== 'ASSIGNMENT';
  const body = { version: item.version, ...(own ? { title: title.trim(), ...flags } : {}), sessionNo: sessionNo === '' ? null : Number(sessionNo), window: isWhole(from) && isWhole(until) ? windowOf(from, until) : item.window };
  const flag = (name: keyof typeof flags) => (on: boolean) => setFlags((now) => ({ ...now, [name]: on }));
  const held = sessions.filter(({ state }) => state !== 'CANCELLED');
  const dayOfSession = ({ startsAt }: ContentSession) => formatDay(dayOf(new Date(startsAt)));
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={640} title={t('edit')}
      actions={<><Button onClick={onClose}>{t('close')}</Button><Button variant="primary" loading={save.isPending} disabled={!title.trim() || !isWhole(from) || !isWhole(until)} onClick={() => save.mutate({ params: { id: item.id }, body })}>{t('save')}</Button></>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      {own && <TextField label={t('itemTitle')} value={title} maxLength={300} onChange={(event) => setTitle(event.currentTarget.value)} />}
      <SideFields label={t('from')} none={t('always')} side={from} onChange={setFrom} options={held.map((one) => ({ value: String(one.no), label: t('startOf', { no: one.no, day: dayOfSession(one) }) }))} />
      <SideFields label={t('until')} none={t('forever')} side={until} onChange={setUntil} options={held.map((one) => ({ value: String(one.no), label: t('endOf', { no: one.no, day: dayOfSession(one) }) }))} />
      <SelectField label={t('handoutOf')} value={sessionNo} onChange={setSessionNo} placeholder={t('noSession')} options={held.map((one) => ({ value: String(one.no), label: t('session', { no: one.no, day: dayOfSession(one) }) }))} />
      {own && <Checkbox label={t('mandatory')} hint={t('mandatoryWhy')} checked={flags.mandatory} onChange={flag('mandatory')} />}
      {item.kind === 'MATERIAL' && <Checkbox label={t('downloadable')} hint={t('downloadableWhy')} checked={flags.downloadable} onChange={flag('downloadable')} />}
      {own && <Checkbox label={t('shared')} hint={t('sharedWhy')} checked={flags.shared} onChange={flag('shared')} />}
    </Dialog>
  );
}

interface SideProps {
  label: string;
  none: string;
  side: Side;
  onChange: (side: Side) => void;
  options: readonly { value: string; label: string }[];
}

function SideFields({ label, none, side, onChange, options }: SideProps) {
  const t = useTexts(say);
  return (
    <div className="formgrid">
      <SelectField label={label} value={side.choice} onChange={(choice) => onChange({ ...side, choice })} placeholder={none} options={[{ value: 'AT', label: t('at') }, ...options]} />
      {side.choice === 'AT' && <DateField label={t('day')} value={side.day} onChange={(day) => onChange({ ...side, day })} />}
      {side.choice === 'AT' && <TextField label={t('time')} type="time" value={side.time} onChange={(event) => onChange({ ...side, time: event.currentTarget.value })} />}
    </div>
  );
}
