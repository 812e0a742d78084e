import { useState } from 'react';
import { Button, DataTable, EmptyState, ErrorState, IconEdit, Note, Sheet, type Column } from '@halong/design/web';
import { placeRoutes, type Bell } from '@halong/classes/contract';
import { useQueryOf, useTexts } from '@halong/platform/web';
import { BellsEditor } from './bells-editor.tsx';
import { InstitutionField } from './institution-field.tsx';
import { say } from './places.texts.ts';

/** When periods begin and end: the province's, or an institution's own. */
export function Bells() {
  const t = useTexts(say);
  const [institution, setInstitution] = useState('');
  const [editing, setEditing] = useState(false);
  const { data, error, refetch } = useQueryOf(placeRoutes.getBells, { query: institution ? { institutionId: institution } : {} });
  const columns: Column<Bell>[] = [
    { key: 'period', head: t('period'), cell: (row) => t('periodNo', { no: row.periodNo }) },
    { key: 'starts', head: t('starts'), align: 'right', cell: (row) => row.starts },
    { key: 'ends', head: t('ends'), align: 'right', cell: (row) => row.ends },
  ];
  const borrowed = institution !== '' && data && !data.own;
  return (
    <>
      <div className="row wrap g3 filters">
        <InstitutionField compact placeholder={t('defaultBellsOption')} value={institution} onChange={setInstitution} />
        <span className="sp" />
        {data?.can.edit && <Button variant="primary" icon={IconEdit} onClick={() => setEditing(true)}>{t('editBells')}</Button>}
      </div>
      {borrowed && <Note tone="info">{t('bellsUsed')}</Note>}
      <Sheet padded={false} title={t(data?.own && institution ? 'ownBells' : 'defaultBells')} ruled>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable caption={t('bells')} columns={columns} rows={data?.bells} rowId={(row) => String(row.periodNo)} empty={<EmptyState title={t('bells')}>{t('bellsNone')}</EmptyState>} dense />
        )}
      </Sheet>
      {editing && data && <BellsEditor institutionId={institution ? Number(institution) : null} own={data.own} bells={data.bells} onClose={() => setEditing(false)} />}
    </>
  );
}
