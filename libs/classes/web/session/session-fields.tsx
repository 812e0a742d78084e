import { type ReactNode, useDeferredValue, useState } from 'react';
import { Checkbox, ComboField, DateField, IconButton, IconX, Note, RadioCards, SelectField, TextField, type ComboOption } from '@halong/design/web';
import { lecturerRoutes, placeRoutes, roomName, sessionModeNames, sessionModes, type SessionMode } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './session.texts.ts';

/** Day and first to last period while they are chosen. */
export interface WhenDraft {
  day: string;
  first: number;
  last: number;
  evenOnHoliday: boolean;
}

interface WhenFieldsProps {
  institutionId: number;
  value: WhenDraft;
  onChange: (value: WhenDraft) => void;
  /** The server has said that the day is a holiday: offers to meet all the same. */
  onHoliday: boolean;
}

/** A day and a run of periods by the bells of the institution. */
export function WhenFields({ institutionId, value, onChange, onHoliday }: WhenFieldsProps) {
  const t = useTexts(say);
  const { data } = useQueryOf(placeRoutes.getBells, { query: { institutionId } });
  const bells = data?.bells ?? [];
  const change = (changes: Partial<WhenDraft>) => onChange({ ...value, ...changes });
  if (data && bells.length === 0) return <Note tone="warn">{t('noBells')}</Note>;
  return (
    <div className="formgrid">
      <div className="wide"><DateField label={t('day')} value={value.day} onChange={(day) => change({ day, evenOnHoliday: false })} /></div>
      <SelectField
        label={t('fromPeriod')} value={String(value.first)} onChange={(first) => change({ first: Number(first), last: Math.max(Number(first), value.last) })}
        options={bells.map((bell) => ({ value: String(bell.periodNo), label: t('periodAt', { no: bell.periodNo, time: bell.starts }) }))}
      />
      <SelectField
        label={t('toPeriod')} value={String(value.last)} onChange={(last) => change({ last: Number(last) })}
        options={bells.filter((bell) => bell.periodNo >= value.first).map((bell) => ({ value: String(bell.periodNo), label: t('periodAt', { no: bell.periodNo, time: bell.ends }) }))}
      />
      {(onHoliday || value.evenOnHoliday) && <div className="wide"><Checkbox label={t('evenOnHoliday')} checked={value.evenOnHoliday} onChange={(evenOnHoliday) => change({ evenOnHoliday })} /></div>}
    </div>
  );
}

interface RoomFieldProps {
  institutionId: number;
  value: ComboOption | undefined;
  onChange: (room: ComboOption | undefined) => void;
  label?: ReactNode;
}

/** A room in use at the institution; its id is the option's value. */
export function RoomField({ institutionId, value, onChange, label }: RoomFieldProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data, isFetching } = useQueryOf(placeRoutes.listRooms, { query: { institutionId, active: 'true', size: 100 } });
  const options = (data?.items ?? []).map((room) => ({ value: String(room.id), label: roomName(room.name, language), ...(room.capacity ? { detail: t('seats', { n: room.capacity }) } : {}) }));
  return <ComboField label={label ?? t('room')} placeholder={t('chooseRoom')} options={options} value={value} onChange={onChange} loading={isFetching} />;
}

/** The mode, each with its consequence. */
export function ModeField({ value, onChange }: { value: SessionMode; onChange: (mode: SessionMode) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <RadioCards
      label={t('mode')} value={value} onChange={onChange}
      options={sessionModes.map((mode) => ({ value: mode, title: sessionModeNames[mode][language], detail: t(`mode${mode}`) }))}
    />
  );
}

export interface WhereDraft {
  mode: SessionMode;
  room: ComboOption | undefined;
  place: string;
}

/** Mode with the room or the place that it needs. */
export function WhereFields({ institutionId, value, onChange }: { institutionId: number; value: WhereDraft; onChange: (value: WhereDraft) => void }) {
  const t = useTexts(say);
  const change = (changes: Partial<WhereDraft>) => onChange({ ...value, ...changes });
  return (
    <>
      <ModeField value={value.mode} onChange={(mode) => change({ mode })} />
      {(value.mode === 'ROOM' || value.mode === 'BOTH') && <RoomField institutionId={institutionId} value={value.room} onChange={(room) => change({ room })} />}
      {value.mode === 'FIELD' && <TextField label={t('place')} hint={t('placeHint')} value={value.place} maxLength={255} onChange={(event) => change({ place: event.currentTarget.value })} />}
    </>
  );
}

/** Room and place as the server wants them: only those that the mode has. */
export function whereOf({ mode, room, place }: WhereDraft): { mode: SessionMode; roomId: number | null; place: string | null } {
  const inRoom = mode === 'ROOM' || mode === 'BOTH';
  return { mode, roomId: inRoom && room ? Number(room.value) : null, place: mode === 'FIELD' && place.trim() ? place.trim() : null };
}

/** Lecturers by name; their ids are the options' values. */
export function LecturersField({ value, onChange }: { value: readonly ComboOption[]; onChange: (lecturers: readonly ComboOption[]) => void }) {
  const t = useTexts(say);
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed);
  const { data, isFetching } = useQueryOf(lecturerRoutes.listLecturers, { query: { search, size: 20 } });
  const { language } = useLanguage();
  const options = (data?.items ?? []).map((one) => ({
    value: String(one.id), label: `${one.title} ${one.fullName}`.trim(), ...(one.institution ? { detail: language === 'vi' ? one.institution.nameVi : one.institution.nameEn } : {}),
  }));
  const add = (one: ComboOption | undefined) => one && !value.some((held) => held.value === one.value) && onChange([...value, one]);
  return (
    <div className="col g2">
      <ComboField key={value.length} label={t('addLecturer')} placeholder={t('lecturerHint')} options={options} value={undefined} onChange={add} onSearch={setTyped} loading={isFetching} />
      {value.length === 0 && <p className="soft">{t('noLecturer')}</p>}
      <ul className="row wrap g2" aria-label={t('lecturers')}>
        {value.map((one) => (
          <li key={one.value} className="chip removable">
            {one.label}
            <IconButton icon={IconX} size="s" hint="none" label={t('removeLecturer', { name: one.label })} onClick={() => onChange(value.filter((held) => held !== one))} />
          </li>
        ))}
      </ul>
    </div>
  );
}
