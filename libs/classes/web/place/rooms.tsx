import { useDeferredValue, useState } from 'react';
import { Button, DataTable, EmptyState, ErrorState, IconEdit, IconPlus, SearchField, Sheet, StatusText, type Column } from '@halong/design/web';
import { placeRoutes, roomName, type Room } from '@halong/classes/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { InstitutionField, useInstitutions } from './institution-field.tsx';
import { say } from './places.texts.ts';
import { RoomDialog } from './room-dialog.tsx';

const size = 50;

/** Rooms by institution. */
export function Rooms() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [search, setSearch] = useState('');
  const [institution, setInstitution] = useState('');
  const [page, setPage] = useState(1);
  const [editing, setEditing] = useState<Room | 'new'>();
  const text = useDeferredValue(search);
  const mayAdd = useInstitutions().data?.some((one) => one.can.work) ?? false;
  const { data, error, refetch } = useQueryOf(placeRoutes.listRooms, { query: { page, size, search: text, ...(institution ? { institutionId: institution } : {}) } });
  const filtered = (set: (value: string) => void) => (value: string) => {
    set(value);
    setPage(1);
  };
  const columns: Column<Room>[] = [
    { key: 'room', head: t('room'), cell: (row) => roomName(row.name, language) },
    { key: 'institution', head: t('institution'), cell: (row) => named(row.institution, language) },
    { key: 'capacity', head: t('capacity'), align: 'right', cell: (row) => row.capacity ?? '–' },
    { key: 'state', head: t('state'), cell: (row) => <StatusText tone={row.active ? 'ok' : 'mute'}>{t(row.active ? 'inUse' : 'outOfUse')}</StatusText> },
    { key: 'edit', head: t('edit'), headHidden: true, actions: true, align: 'right', cell: (row) => row.can.edit && <Button size="s" icon={IconEdit} aria-label={t('editRoom', { name: roomName(row.name, language) })} onClick={() => setEditing(row)}>{t('edit')}</Button> },
  ];
  return (
    <>
      <div className="row wrap g3 filters">
        <SearchField label={t('searchRoom')} value={search} onChange={filtered(setSearch)} />
        <InstitutionField compact placeholder={t('anyInstitution')} value={institution} onChange={filtered(setInstitution)} />
        <span className="sp" />
        {mayAdd && <Button variant="primary" icon={IconPlus} onClick={() => setEditing('new')}>{t('addRoom')}</Button>}
      </div>
      <Sheet padded={false}>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('rooms')} columns={columns} rows={data?.items} rowId={(row) => String(row.id)} empty={<EmptyState title={t('noRooms')}>{t('noRoomsWhy')}</EmptyState>}
            pages={{ page, pageSize: size, total: data?.total ?? 0, onPage: setPage }}
          />
        )}
      </Sheet>
      {editing && <RoomDialog room={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
