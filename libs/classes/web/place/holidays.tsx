import { useState } from 'react';
import { Button, ConfirmDialog, DataTable, DateField, Dialog, EmptyState, ErrorState, IconPlus, IconTrash, Note, SelectField, Sheet, TextField, toast, type Column } from '@halong/design/web';
import { placeRoutes, publicHolidays, type Holiday } from '@halong/classes/contract';
import { formatDay, formatLongDay, useLanguage, useMutationOf, useQueryOf, useTexts, useToday } from '@halong/platform/web';
import { named } from '../naming.ts';
import { say } from './places.texts.ts';

/** The province's holidays of a year. */
export function Holidays() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const thisYear = Number(useToday().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Holiday>();
  const { data, error, refetch } = useQueryOf(placeRoutes.listHolidays, { query: { year } });
  const columns: Column<Holiday>[] = [
    { key: 'day', head: t('day'), width: 240, cell: (row) => formatLongDay(row.day, language) },
    { key: 'name', head: t('name'), cell: (row) => named(row, language) },
    {
      key: 'remove', head: t('removeHoliday'), headHidden: true, actions: true, align: 'right',
      cell: (row) => data?.can.edit && <Button size="s" icon={IconTrash} aria-label={`${t('removeHoliday')} ${formatDay(row.day)}`} onClick={() => setRemoving(row)}>{t('removeHoliday')}</Button>,
    },
  ];
  return (
    <>
      <div className="row wrap g3 filters">
        <SelectField compact label={t('year')} labelHidden value={String(year)} onChange={(next) => setYear(Number(next))} options={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ value: String(one), label: String(one) }))} />
        <span className="sp" />
        {data?.can.edit && <Button variant="primary" icon={IconPlus} onClick={() => setAdding(true)}>{t('addHoliday')}</Button>}
      </div>
      {data?.can.edit && data.missing > 0 && <AddPublic year={year} missing={data.missing} />}
      {data && publicHolidays(year)?.complete === false && <Note tone="warn" title={t('publicOpen', { year })}>{t('publicOpenWhy')}</Note>}
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('holidays')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)}
            empty={<EmptyState title={t('noHolidays', { year })}>{t('noHolidaysWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {adding && <AddHoliday onClose={() => setAdding(false)} />}
      {removing && <RemoveHoliday holiday={removing} onClose={() => setRemoving(undefined)} />}
    </>
  );
}

/** The days that the law gives everybody, as far as they are certain and not in the list yet. */
function AddPublic({ year, missing }: { year: number; missing: number }) {
  const t = useTexts(say);
  const add = useMutationOf(placeRoutes.addPublicHolidays, {
    invalidates: [placeRoutes.listHolidays],
    onSuccess: ({ added }) => {
      toast(t('publicAdded', { count: added.length, year }));
    },
  });
  const button = <Button size="s" variant="tint" loading={add.isPending} onClick={() => add.mutate({ body: { year } })}>{t('addPublic', { count: missing })}</Button>;
  return (
    <>
      {add.error && <Note tone="act">{add.error.problem.title}</Note>}
      <Note tone="info" title={t('publicMissing', { count: missing, year })} action={button}>{t('publicMissingWhy')}</Note>
    </>
  );
}

function AddHoliday({ onClose }: { onClose: () => void }) {
  const t = useTexts(say);
  const [day, setDay] = useState('');
  const [nameVi, setNameVi] = useState('');
  const [nameEn, setNameEn] = useState('');
  const add = useMutationOf(placeRoutes.addHoliday, {
    invalidates: [placeRoutes.listHolidays],
    onSuccess: (made) => {
      toast(t('holidayAdded', { day: formatDay(made.day) }));
      onClose();
    },
  });
  return (
    <Dialog
      open onClose={onClose} busy={add.isPending} title={t('addHoliday')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button
          variant="primary" loading={add.isPending} disabled={!day || nameVi.trim().length < 2 || nameEn.trim().length < 2}
          onClick={() => add.mutate({ body: { day, nameVi: nameVi.trim(), nameEn: nameEn.trim() } })}
        >{t('addHoliday')}</Button>
      </>}
    >
      {add.error && <Note tone="act">{add.error.problem.title}</Note>}
      <DateField label={t('day')} value={day} onChange={setDay} />
      <TextField label={t('nameVi')} value={nameVi} maxLength={160} onChange={(event) => setNameVi(event.currentTarget.value)} />
      <TextField label={t('nameEn')} value={nameEn} maxLength={160} onChange={(event) => setNameEn(event.currentTarget.value)} />
    </Dialog>
  );
}

function RemoveHoliday({ holiday, onClose }: { holiday: Holiday; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const day = formatDay(holiday.day);
  const remove = useMutationOf(placeRoutes.removeHoliday, {
    invalidates: [placeRoutes.listHolidays],
    onSuccess: () => {
      toast(t('removed', { day }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open onClose={onClose} title={t('removeTitle', { day })} lead={t('removeLead', { name: named(holiday, language) })} confirmLabel={`${t('removeHoliday')} ${day}`}
      cancelLabel={t('keep')} busy={remove.isPending} onConfirm={() => remove.mutate({ params: { id: holiday.id } })}
    >{remove.error && <Note tone="act">{remove.error.problem.title}</Note>}</ConfirmDialog>
  );
}
