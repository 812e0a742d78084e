import { useState } from 'react';
import { Button, Dialog, SelectField, TextField, toast, type ComboOption } from '@halong/design/web';
import { programmeRoutes } from '@halong/catalogue/contract';
import { sessionRoutes, type ClassDetail } from '@halong/classes/contract';
import { serverToday, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { ClashNote, saysHoliday } from './clash-note.tsx';
import { say as sayNew } from './new-session.texts.ts';
import { sessionReads } from './session-dialogs.tsx';
import { LecturersField, WhenFields, WhereFields, whereOf, type WhenDraft, type WhereDraft } from './session-fields.tsx';
import { say } from './session.texts.ts';
import { runFrom } from './week.rules.ts';

/** One session by hand: when, where, what, who. */
export function NewSession({ found, onClose }: { found: ClassDetail; onClose: () => void }) {
  const tn = useTexts(sayNew);
  const [when, setWhen] = useState<WhenDraft>({ day: found.timetable.lastDay ?? found.openingDate ?? serverToday(), first: 1, last: 4, evenOnHoliday: false });
  const [where, setWhere] = useState<WhereDraft>({ mode: 'ROOM', room: undefined, place: '' });
  const [unit, setUnit] = useState('');
  const [topic, setTopic] = useState('');
  const [lecturers, setLecturers] = useState<readonly ComboOption[]>([]);
  const create = useMutationOf(sessionRoutes.createSession, {
    invalidates: sessionReads,
    onSuccess: () => {
      toast(tn('added'));
      onClose();
    },
  });
  const submit = () => create.mutate({
    params: { id: found.id },
    body: {
      day: when.day, periods: runFrom(when.first, when.last), evenOnHoliday: when.evenOnHoliday, ...whereOf(where), topic: topic.trim(),
      programmeUnitId: unit ? Number(unit) : null, lecturerIds: lecturers.map((one) => Number(one.value)),
    },
  });
  return (
    <Dialog
      open onClose={onClose} busy={create.isPending} size={640} title={tn('title')} lead={tn('lead', { code: found.code })}
      actions={<>
        <Button onClick={onClose}>{tn('keep')}</Button>
        <Button variant="primary" loading={create.isPending} disabled={topic.trim().length < 2 || !when.day} onClick={submit}>{tn('add')}</Button>
      </>}
    >
      <ClashNote problem={create.error?.problem} />
      <WhenFields institutionId={found.institution.id} value={when} onChange={setWhen} onHoliday={saysHoliday(create.error?.problem)} />
      <TopicFields found={found} unit={unit} topic={topic} onUnit={setUnit} onTopic={setTopic} />
      <LecturersField value={lecturers} onChange={setLecturers} />
      <WhereFields institutionId={found.institution.id} value={where} onChange={setWhere} />
    </Dialog>
  );
}

interface TopicFieldsProps {
  found: ClassDetail;
  unit: string;
  topic: string;
  onUnit: (unit: string) => void;
  onTopic: (topic: string) => void;
}

/** A topic of the programme, whose title is proposed, or words of one's own. */
function TopicFields({ found, unit, topic, onUnit, onTopic }: TopicFieldsProps) {
  const t = useTexts(say);
  const tn = useTexts(sayNew);
  const { language } = useLanguage();
  const { data } = useQueryOf(programmeRoutes.getProgramme, { params: { id: found.programme.id } });
  const units = data?.versions.find((one) => one.id === found.programme.versionId)?.units ?? [];
  const choose = (next: string) => {
    const chosen = units.find((one) => String(one.id) === next);
    onUnit(next);
    if (chosen) onTopic(language === 'vi' ? chosen.titleVi : chosen.titleEn);
  };
  return (
    <>
      {units.length > 0 && (
        <SelectField
          label={tn('unit')} optional placeholder={tn('noUnit')} value={unit} onChange={choose}
          options={units.map((one) => ({ value: String(one.id), label: language === 'vi' ? one.titleVi : one.titleEn }))}
        />
      )}
      <TextField label={t('topic')} value={topic} maxLength={300} onChange={(event) => onTopic(event.currentTarget.value)} />
    </>
  );
}
