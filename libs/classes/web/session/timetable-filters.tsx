import { useDeferredValue, useState } from 'react';
import { ComboField, SelectField, type ComboOption } from '@halong/design/web';
import { lecturerRoutes, placeRoutes, roomName } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { say } from './timetable.texts.ts';

interface TimetableFiltersProps {
  value: Record<string, string>;
  onChange: (changes: Record<string, string>) => void;
}

/** Institution, room, lecturer; offered to those who may read these lists. */
export function TimetableFilters({ value, onChange }: TimetableFiltersProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const institutions = useQueryOf(placeRoutes.listInstitutions, {});
  const institutionId = value['institutionId'] ?? '';
  const rooms = useQueryOf(placeRoutes.listRooms, { query: { size: 100, ...(institutionId ? { institutionId } : {}) } }, { enabled: institutions.isSuccess });
  if (!institutions.data?.length) return null;
  return (
    <>
      <SelectField
        compact label={t('institution')} labelHidden placeholder={t('anyInstitution')} value={institutionId} onChange={(next) => onChange({ institutionId: next, roomId: '' })}
        options={institutions.data.map((one) => ({ value: String(one.id), label: named(one, language) }))}
      />
      <SelectField
        compact label={t('room')} labelHidden placeholder={t('anyRoom')} value={value['roomId'] ?? ''} onChange={(roomId) => onChange({ roomId })}
        options={(rooms.data?.items ?? []).map((one) => ({ value: String(one.id), label: roomName(one.name, language) }))}
      />
      <LecturerFilter institutionId={institutionId} value={value['lecturerId'] ?? ''} onChange={(lecturerId) => onChange({ lecturerId })} />
    </>
  );
}

function LecturerFilter({ institutionId, value, onChange }: { institutionId: string; value: string; onChange: (lecturerId: string) => void }) {
  const t = useTexts(say);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ComboOption>();
  const search = useDeferredValue(typed);
  const { data, isFetching } = useQueryOf(lecturerRoutes.listLecturers, { query: { search, size: 20, ...(institutionId ? { institutionId } : {}) } });
  const options = (data?.items ?? []).map((one) => ({ value: String(one.id), label: `${one.title} ${one.fullName}`.trim() }));
  const choose = (next: ComboOption | undefined) => {
    setChosen(next);
    onChange(next?.value ?? '');
  };
  const shown = value === '' ? undefined : (chosen ?? options.find((one) => one.value === value));
  return <div className="slim"><ComboField label={t('lecturer')} labelHidden placeholder={t('anyLecturer')} options={options} value={shown} onChange={choose} onSearch={setTyped} loading={isFetching} /></div>;
}
