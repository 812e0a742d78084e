import { useState } from 'react';
import { Button, Dialog, Note, SelectField, TextField, toast, type ComboOption } from '@halong/design/web';
import { lecturerKindNames, lecturerKinds, lecturerRoutes, type Lecturer, type LecturerKind } from '@halong/classes/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { InstitutionField } from '../place/institution-field.tsx';
import { say } from '../place/places.texts.ts';
import { PersonField } from '../training-class/person-field.tsx';

interface LecturerFacts {
  title: string;
  kind: LecturerKind;
  institutionId: number | null;
}

/** Makes somebody a lecturer, or changes the one that is there. */
function useSaveLecturer(lecturer: Lecturer | undefined, onClose: () => void) {
  const t = useTexts(say);
  const done = {
    invalidates: [lecturerRoutes.listLecturers],
    onSuccess: () => {
      toast(t('lecturerSaved'));
      onClose();
    },
  };
  const create = useMutationOf(lecturerRoutes.createLecturer, done);
  const edit = useMutationOf(lecturerRoutes.editLecturer, done);
  const save = (facts: LecturerFacts, who: { personId: number } | { name: string }) => {
    if (lecturer) edit.mutate({ params: { id: lecturer.id }, body: facts });
    else create.mutate({ body: { ...facts, ...who } });
  };
  return { save, busy: create.isPending || edit.isPending, problem: create.error?.problem ?? edit.error?.problem };
}

/** A person of the staff list or a visitor becomes a lecturer; or title, kind and institution of one change. */
export function LecturerDialog({ lecturer, onClose }: { lecturer: Lecturer | undefined; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [person, setPerson] = useState<ComboOption>();
  const [name, setName] = useState('');
  const [title, setTitle] = useState(lecturer?.title ?? '');
  const [kind, setKind] = useState<LecturerKind>(lecturer?.kind ?? 'INTERNAL');
  const [institution, setInstitution] = useState(lecturer?.institution ? String(lecturer.institution.id) : '');
  const { save, busy, problem } = useSaveLecturer(lecturer, onClose);
  const words = name.trim();
  const facts = { title: title.trim(), kind, institutionId: institution ? Number(institution) : null };
  const ready = lecturer !== undefined || person !== undefined || words.length >= 2;
  const submit = () => save(facts, person ? { personId: Number(person.value) } : { name: words });
  return (
    <Dialog
      open onClose={onClose} busy={busy} title={lecturer ? t('editLecturer', { name: lecturer.fullName }) : t('addLecturer')} lead={lecturer ? undefined : t('addLecturerLead')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={busy} disabled={!ready} onClick={submit}>{t('saveLecturer')}</Button>
      </>}
    >
      {problem && <Note tone="act">{problem.title}</Note>}
      {!lecturer && <PersonField label={t('person')} value={person} onChange={setPerson} optional />}
      {!lecturer && !person && <TextField label={t('externalName')} value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />}
      <TextField label={t('lecturerTitle')} optional hint={t('titleHint')} value={title} maxLength={40} onChange={(event) => setTitle(event.currentTarget.value)} />
      <SelectField label={t('kind')} value={kind} onChange={(next) => setKind(next as LecturerKind)} options={lecturerKinds.map((one) => ({ value: one, label: lecturerKindNames[one][language] }))} />
      <InstitutionField optional placeholder={t('outside')} value={institution} onChange={setInstitution} />
    </Dialog>
  );
}
