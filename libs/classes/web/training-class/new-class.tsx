import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ComboField, DateField, EmptyState, Note, PageHead, SelectField, Sheet, Skeletons, TextField, toast, usePage, type ComboOption, type SelectOption } from '@halong/design/web';
import { programmeRoutes, type ProgrammeItem } from '@halong/catalogue/contract';
import { placeRoutes, trainingClassRoutes } from '@halong/classes/contract';
import { serverToday, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { say } from './class.texts.ts';
import { UnitField } from './unit-field.tsx';

const intakeText = (no: string) => `K${no.padStart(2, '0')}`;

interface Draft {
  programme: ProgrammeItem | undefined;
  intake: string;
  year: string;
  host: string;
  organiser: ComboOption | undefined;
  capacity: string;
  deadline: string;
  opening: string;
  closing: string;
}

const digits = (text: string) => text.replace(/\D/g, '');
const codeOf = ({ programme, intake, year }: Draft) => (programme ? `${programme.code} ${intakeText(intake)}/${year}` : undefined);
const datesWrong = ({ opening, closing }: Draft) => opening !== '' && closing !== '' && closing < opening;
const isReady = (draft: Draft) => draft.programme !== undefined && Number(draft.intake) > 0 && /^20\d\d$/.test(draft.year) && draft.host !== '' && !datesWrong(draft);

/** What the server is asked to plan; undefined while something is missing. */
function bodyOf(draft: Draft) {
  if (!draft.programme || !isReady(draft)) return undefined;
  return {
    programmeVersionId: draft.programme.versionId, intakeNo: Number(draft.intake), year: Number(draft.year), institutionId: Number(draft.host),
    organisingUnitId: draft.organiser ? Number(draft.organiser.value) : null, ...(draft.capacity ? { capacity: Number(draft.capacity) } : {}),
    nominationDeadline: draft.deadline || null, openingDate: draft.opening || null, closingDate: draft.closing || null,
  };
}

/** Plans a class: which programme, which intake, where, when. */
export default function NewClass() {
  const t = useTexts(say);
  const { language } = useLanguage();
  usePage({ crumbs: [{ label: t('classes'), to: '/classes' }, { label: t('newTitle') }] });
  const institutions = useQueryOf(placeRoutes.listInstitutions, {});
  if (institutions.isPending) return <Skeletons rows={6} />;
  const mine = institutions.data?.filter((one) => one.can.work) ?? [];
  if (mine.length === 0) return <EmptyState centered title={t('noInstitution')}>{institutions.error?.problem.title ?? t('noInstitutionWhy')}</EmptyState>;
  return <ClassForm hosts={mine.map((one) => ({ value: String(one.id), label: named(one, language) }))} />;
}

function ClassForm({ hosts }: { hosts: readonly SelectOption[] }) {
  const t = useTexts(say);
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>({
    programme: undefined, intake: '1', year: serverToday().slice(0, 4), host: hosts.length === 1 ? (hosts[0]?.value ?? '') : '', organiser: undefined, capacity: '', deadline: '', opening: '', closing: '',
  });
  const change = (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes }));
  const create = useMutationOf(trainingClassRoutes.createClass, {
    invalidates: [trainingClassRoutes.listClasses],
    onSuccess: (made) => {
      toast(t('created', { code: made.code }));
      void navigate(`/classes/${made.id}`);
    },
  });
  const code = codeOf(draft);
  const body = bodyOf(draft);
  return (
    <>
      <PageHead title={t('newTitle')} sub={code ? t('newCode', { code }) : t('newLead')} />
      <Sheet>
        <form className="formgrid" onSubmit={(event) => { event.preventDefault(); if (body) create.mutate({ body }); }}>
          <div className="wide"><ProgrammeField value={draft.programme} onChange={(programme) => change({ programme })} /></div>
          <TextField label={t('intake')} inputMode="numeric" value={draft.intake} maxLength={3} onChange={(event) => change({ intake: digits(event.currentTarget.value) })} />
          <TextField label={t('year')} inputMode="numeric" value={draft.year} maxLength={4} onChange={(event) => change({ year: digits(event.currentTarget.value) })} />
          <SelectField label={t('host')} placeholder={hosts.length === 1 ? undefined : t('choose')} value={draft.host} onChange={(host) => change({ host })} options={hosts} />
          <UnitField label={t('organiser')} optional value={draft.organiser} onChange={(organiser) => change({ organiser })} />
          <TextField
            label={t('capacity')} inputMode="numeric" optional value={draft.capacity} hint={draft.programme && t('capacityHint', { size: draft.programme.classSize })}
            onChange={(event) => change({ capacity: digits(event.currentTarget.value) })}
          />
          <DateField label={t('deadlineLong')} optional value={draft.deadline} onChange={(deadline) => change({ deadline })} />
          <DateField label={t('opening')} optional value={draft.opening} onChange={(opening) => change({ opening })} />
          <DateField label={t('closing')} optional value={draft.closing} onChange={(closing) => change({ closing })} error={datesWrong(draft) ? t('closingBeforeOpening') : undefined} />
          <div className="wide col g3">
            {create.error && <Note tone="act">{create.error.problem.title}</Note>}
            <div className="row wrap">
              <span className="sp" />
              <Button to="/classes">{t('keep')}</Button>
              <Button type="submit" variant="primary" loading={create.isPending} disabled={!body}>{code ? t('create', { code }) : t('createIt')}</Button>
            </div>
          </div>
        </form>
      </Sheet>
    </>
  );
}

function ProgrammeField({ value, onChange }: { value: ProgrammeItem | undefined; onChange: (programme: ProgrammeItem | undefined) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const found = useQueryOf(programmeRoutes.listProgrammes, { query: { search, size: 20 } });
  const option = (one: ProgrammeItem): ComboOption => ({ value: String(one.id), label: named(one, language), detail: t('programmeDetail', { code: one.code, periods: one.periods }) });
  const items = found.data?.items ?? [];
  return (
    <ComboField
      label={t('programme')} placeholder={t('programmeHint')} options={items.map(option)} value={value && option(value)} loading={found.isFetching}
      onSearch={setSearch} onChange={(chosen) => onChange(items.find((one) => String(one.id) === chosen?.value))}
    />
  );
}
