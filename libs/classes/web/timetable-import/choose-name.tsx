import { useDeferredValue, useState } from 'react';
import { ComboField, RadioCards, type ComboOption, type RadioCardOption } from '@halong/design/web';
import { lecturerRoutes, roomName, type LecturerChoice, type RoomChoice, type TimetableImport } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { RoomField } from '../session/session-fields.tsx';
import { PersonField } from '../training-class/person-field.tsx';
import { say } from './timetable-import.texts.ts';
import { choiceOf, type Candidate } from './unresolved.rules.ts';

interface Picking {
  picked: string | undefined;
  pick: (value: string) => void;
}

interface LecturerOptionsProps {
  one: TimetableImport['lecturers'][number];
  institutionName: string | undefined;
  said: Picking;
  onChoose: (choice: LecturerChoice) => void;
}

/** Who a name means: those who fit, somebody else, or a visiting lecturer. */
export function LecturerOptions({ one, institutionName, said, onChoose }: LecturerOptionsProps) {
  const t = useTexts(say);
  const candidate = (who: Candidate): RadioCardOption<string> => {
    const unit = who.unitName ?? institutionName ?? '';
    const detail = who.lecturerId === null ? t('notTeaching', { unit }) : unit && t('fromUnit', { unit });
    return { value: `p${who.personId}`, title: t('use', { name: `${who.title || one.title} ${who.fullName}`.trim() }), detail };
  };
  const visiting = { kind: 'NEW_VISITING' as const, name: one.name, title: one.title };
  const options: RadioCardOption<string>[] = [
    ...one.candidates.map(candidate),
    { value: 'visiting', title: t('visiting', { name: `${one.title} ${one.name}`.trim() }), detail: t('visitingDetail') },
    { value: 'other', title: t('other') },
  ];
  const pick = (value: string) => {
    said.pick(value);
    if (value === 'visiting') return onChoose(visiting);
    const who = one.candidates.find((held) => `p${held.personId}` === value);
    if (who) onChoose(choiceOf(who));
  };
  return (
    <div className="col g2">
      {one.match !== 'ONE' && <p className="soft sm">{one.match === 'NONE' ? t('none') : t('several', { n: one.candidates.length })}</p>}
      <RadioCards label={<span className="vh">{t('whoIs', { text: one.text })}</span>} options={options} value={said.picked} onChange={pick} />
      {said.picked === 'other' && <OtherLecturer onChoose={onChoose} />}
    </div>
  );
}

function OtherLecturer({ onChoose }: { onChoose: (choice: LecturerChoice) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, isFetching } = useQueryOf(lecturerRoutes.listLecturers, { query: { search, size: 20 } });
  const options: ComboOption[] = (data?.items ?? []).map((who) => ({
    value: String(who.id), label: `${who.title} ${who.fullName}`.trim(), ...(who.institution ? { detail: named(who.institution, language) } : {}),
  }));
  return (
    <>
      <ComboField
        label={t('otherLecturer')} placeholder={t('search')} options={options} value={undefined} onSearch={setTyped} loading={isFetching}
        onChange={(who) => who && onChoose({ kind: 'LECTURER', lecturerId: Number(who.value) })}
      />
      <PersonField label={t('person')} value={undefined} onChange={(who) => who && onChoose({ kind: 'PERSON', personId: Number(who.value) })} />
    </>
  );
}

interface RoomOptionsProps {
  one: TimetableImport['rooms'][number];
  institutionId: number;
  said: Picking;
  onChoose: (choice: RoomChoice) => void;
}

/** Which room a name means: those that fit, another, or a new one. */
export function RoomOptions({ one, institutionId, said, onChoose }: RoomOptionsProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const options: RadioCardOption<string>[] = [
    ...one.candidates.map((room) => ({ value: String(room.roomId), title: t('useRoom', { name: roomName(room.name, language) }), ...(room.capacity ? { detail: t('seats', { n: room.capacity }) } : {}) })),
    { value: 'new', title: t('newRoom', { name: one.text }), detail: t('newRoomDetail') },
    { value: 'other', title: t('otherRoom') },
  ];
  const pick = (value: string) => {
    said.pick(value);
    if (value === 'new') onChoose({ kind: 'NEW_ROOM', name: one.text, capacity: null });
    else if (value !== 'other') onChoose({ kind: 'ROOM', roomId: Number(value) });
  };
  return (
    <div className="col g2">
      <RadioCards label={<span className="vh">{t('whichRoom', { text: one.text })}</span>} options={options} value={said.picked} onChange={pick} />
      {said.picked === 'other' && <RoomField institutionId={institutionId} label={t('otherRoom')} value={undefined} onChange={(room) => room && onChoose({ kind: 'ROOM', roomId: Number(room.value) })} />}
    </div>
  );
}
