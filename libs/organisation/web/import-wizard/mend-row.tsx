import { useId, useState } from 'react';
import { Button, Dialog, IconPencil, Note, SelectField, TextField } from '@halong/design/web';
import { importRoutes, sayImportField, sayImportReason, type ImportDetail, type ImportFieldName, type ImportReasonCode, type ImportRow } from '@halong/organisation/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';
import { cellText, fieldsToMend } from './mend.rules.ts';

/** The way to mend a row without the file: the cells that are wrong, typed again. */
export function MendRow({ detail, row }: { detail: ImportDetail; row: ImportRow }) {
  const t = useTexts(say);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="s" icon={IconPencil} aria-label={`${t('mend')}: ${t('row')} ${row.rowNo}`} onClick={() => setOpen(true)}>{t('mend')}</Button>
      {open && <Mending detail={detail} row={row} onClose={() => setOpen(false)} />}
    </>
  );
}

function Mending({ detail, row, onClose }: { detail: ImportDetail; row: ImportRow; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const form = useId();
  const mapped = (detail.mapping?.fields ?? []).flatMap(({ field, col }) => (col === null || field === 'ordinal' ? [] : [field]));
  const [fields, setFields] = useState(() => fieldsToMend(row, mapped));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const mend = useMutationOf(importRoutes.mendRow, { invalidates: [importRoutes.getImport, importRoutes.listRows], onSuccess: onClose });
  const params = { id: detail.id, rowNo: row.rowNo };
  const name = (field: string) => sayImportField(language, field as ImportFieldName);
  const cells = Object.fromEntries(Object.entries(typed).flatMap(([field, text]) => (text.trim() && text.trim() !== cellText(row, field) ? [[field, text.trim()]] : [])));
  const reasonOf = (field: string) => row.reasons.find((reason) => reason.field === field);
  const others = mapped.filter((field) => !fields.includes(field));
  const hintOf = (field: string) => (field === 'pin' ? t('mendPinHint') : field === 'dob' ? t('mendDateHint') : undefined);
  return (
    <Dialog
      open onClose={onClose} busy={mend.isPending} lead={t('mendLead')} title={row.name ? t('mendTitleOf', { row: row.rowNo, name: row.name }) : t('mendTitle', { row: row.rowNo })}
      actions={(
        <>
          {row.corrections.length > 0 && (
            <Button disabled={mend.isPending} onClick={() => mend.mutate({ params, body: { cells: Object.fromEntries(row.corrections.map(({ field }) => [field, null])) } })}>{t('mendReset')}</Button>
          )}
          <Button onClick={onClose} disabled={mend.isPending}>{t('close')}</Button>
          <Button variant="primary" type="submit" form={form} loading={mend.isPending} disabled={Object.keys(cells).length === 0}>{t('mendSave', { row: row.rowNo })}</Button>
        </>
      )}
    >
      {mend.error && <Note tone="act">{mend.error.problem.title}</Note>}
      <form id={form} className="col g3" onSubmit={(event) => { event.preventDefault(); if (Object.keys(cells).length > 0) mend.mutate({ params, body: { cells } }); }}>
        {fields.map((field) => {
          const reason = reasonOf(field);
          return (
            <TextField
              key={field} label={name(field)} value={typed[field] ?? cellText(row, field)} maxLength={500} autoComplete="off" hint={hintOf(field)}
              error={reason && typed[field] === undefined ? sayImportReason(language, reason.code as ImportReasonCode, reason.params) : undefined}
              onChange={(event) => { const text = event.currentTarget.value; setTyped((now) => ({ ...now, [field]: text })); }}
            />
          );
        })}
        {others.length > 0 && (
          <SelectField
            compact label={t('mendMore')} value="" placeholder={t('mendChoose')} onChange={(field) => field && setFields([...fields, field])}
            options={others.map((field) => ({ value: field, label: name(field) }))}
          />
        )}
      </form>
    </Dialog>
  );
}
