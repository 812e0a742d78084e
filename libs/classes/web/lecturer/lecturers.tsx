import { useDeferredValue, useState } from 'react';
import { Button, DataTable, EmptyState, ErrorState, IconEdit, IconPlus, Person, SearchField, Sheet, type Column } from '@halong/design/web';
import { lecturerKindNames, lecturerRoutes, type Lecturer } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { InstitutionField } from '../place/institution-field.tsx';
import { say } from '../place/places.texts.ts';
import { LecturerDialog } from './lecturer-dialog.tsx';

const size = 50;

/** Who teaches, by given name. */
export function Lecturers() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [institution, setInstitution] = useState('');
  const [page, setPage] = useState(1);
  const [editing, setEditing] = useState<Lecturer | 'new'>();
  const text = useDeferredValue(search);
  const { data, error, refetch } = useQueryOf(lecturerRoutes.listLecturers, { query: { page, size, search: text, ...(institution ? { institutionId: institution } : {}) } });
  const filtered = (set: (value: string) => void) => (value: string) => {
    set(value);
    setPage(1);
  };
  const columns: Column<Lecturer>[] = [
    { key: 'lecturer', head: t('lecturer'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.title} /> },
    { key: 'kind', head: t('kind'), cell: (row) => lecturerKindNames[row.kind][language] },
    { key: 'institution', head: t('institution'), cell: (row) => (row.institution ? named(row.institution, language) : t('outside')) },
    {
      key: 'edit', head: t('edit'), headHidden: true, actions: true, align: 'right',
      cell: (row) => <Button size="s" icon={IconEdit} aria-label={t('editLecturer', { name: row.fullName })} onClick={() => setEditing(row)}>{t('edit')}</Button>,
    },
  ];
  return (
    <>
      <div className="row wrap g3 filters">
        <SearchField label={t('searchLecturer')} value={search} onChange={filtered(setSearch)} />
        <InstitutionField compact placeholder={t('anyInstitution')} value={institution} onChange={filtered(setInstitution)} />
        <span className="sp" />
        {data && <Button variant="primary" icon={IconPlus} onClick={() => setEditing('new')}>{t('addLecturer')}</Button>}
      </div>
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('lecturers')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} empty={<EmptyState title={t('noLecturers')}>{t('noLecturersWhy')}</EmptyState>}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      {editing && <LecturerDialog lecturer={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
