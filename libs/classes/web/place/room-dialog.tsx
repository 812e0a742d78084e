import { useState } from 'react';
import { Button, Checkbox, Dialog, Note, TextField, toast } from '@halong/design/web';
import { placeRoutes, type Room } from '@halong/classes/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { InstitutionField } from './institution-field.tsx';
import { say } from './places.texts.ts';

interface RoomFacts {
  institutionId: number;
  name: string;
  capacity: number | null;
  active: boolean;
}

/** Creates the room, or changes the one that is there. */
function useSaveRoom(room: Room | undefined, onClose: () => void) {
  const t = useTexts(say);
  const done = {
    invalidates: [placeRoutes.listRooms],
    onSuccess: (saved: Room) => {
      toast(t('roomSaved', { name: saved.name }));
      onClose();
    },
  };
  const create = useMutationOf(placeRoutes.createRoom, done);
  const edit = useMutationOf(placeRoutes.editRoom, done);
  const save = ({ institutionId, active, ...facts }: RoomFacts) => {
    if (room) edit.mutate({ params: { id: room.id }, body: { ...facts, active } });
    else create.mutate({ body: { ...facts, institutionId } });
  };
  return { save, busy: create.isPending || edit.isPending, problem: create.error?.problem ?? edit.error?.problem };
}

/** A new room, or name, seats and use of one. */
export function RoomDialog({ room, onClose }: { room: Room | undefined; onClose: () => void }) {
  const t = useTexts(say);
  const [institution, setInstitution] = useState(room ? String(room.institution.id) : '');
  const [name, setName] = useState(room?.name ?? '');
  const [capacity, setCapacity] = useState(room?.capacity ? String(room.capacity) : '');
  const [active, setActive] = useState(room?.active ?? true);
  const { save, busy, problem } = useSaveRoom(room, onClose);
  const seats = capacity ? Number(capacity) : null;
  const words = name.trim();
  const submit = () => save({ institutionId: Number(institution), name: words, capacity: seats, active });
  return (
    <Dialog
      open onClose={onClose} busy={busy} title={room ? t('editRoom', { name: room.name }) : t('addRoom')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={busy} disabled={!words || !institution || seats === 0} onClick={submit}>{room ? t('saveRoom', { name: words }) : t('addRoom')}</Button>
      </>}
    >
      {problem && <Note tone="act">{problem.title}</Note>}
      {!room && <InstitutionField own placeholder={t('institution')} value={institution} onChange={setInstitution} />}
      <TextField label={t('roomName')} value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
      <TextField label={t('capacity')} optional inputMode="numeric" value={capacity} maxLength={4} onChange={(event) => setCapacity(event.currentTarget.value.replace(/\D/g, ''))} />
      {room && <Checkbox label={t('active')} hint={t('activeHint')} checked={active} onChange={setActive} />}
    </Dialog>
  );
}
