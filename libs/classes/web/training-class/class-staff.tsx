import { useState } from 'react';
import { Button, Dialog, IconButton, IconEdit, IconTrash, Note, Person, SelectField, Sheet, toast, type ComboOption } from '@halong/design/web';
import { classStaffRoleNames, classStaffRoles, trainingClassRoutes, type ClassDetail, type ClassStaffRole } from '@halong/classes/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './overview.texts.ts';
import { PersonField } from './person-field.tsx';

type Member = ClassDetail['staff'][number];

/** Who looks after the class, and their editor. */
export function ClassStaff({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [editing, setEditing] = useState(false);
  return (
    <Sheet title={t('staff')} aside={found.can.edit && <Button size="s" icon={IconEdit} onClick={() => setEditing(true)}>{t('edit')}</Button>}>
      {found.staff.length === 0 && <p className="soft">{t('staffNone')}</p>}
      <ul className="col g3">
        {found.staff.map((one) => <li key={`${one.personId}-${one.role}`}><Person name={one.fullName} id={String(one.personId)} sub={classStaffRoleNames[one.role][language]} /></li>)}
      </ul>
      {editing && <StaffEditor found={found} onClose={() => setEditing(false)} />}
    </Sheet>
  );
}

function StaffEditor({ found, onClose }: { found: ClassDetail; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [members, setMembers] = useState<readonly Member[]>(found.staff);
  const save = useMutationOf(trainingClassRoutes.putStaff, {
    invalidates: [trainingClassRoutes.getClass],
    onSuccess: () => {
      toast(t('staffSaved'));
      onClose();
    },
  });
  const add = (person: ComboOption | undefined) => {
    if (!person || members.some((one) => String(one.personId) === person.value)) return;
    setMembers([...members, { personId: Number(person.value), fullName: person.label, role: 'COORDINATOR' }]);
  };
  const give = (changed: Member, role: ClassStaffRole) => setMembers(members.map((one) => (one === changed ? { ...one, role } : one)));
  const submit = () => save.mutate({ params: { id: found.id }, body: { version: found.version, staff: members.map(({ personId, role }) => ({ personId, role })) } });
  return (
    <Dialog
      open onClose={onClose} busy={save.isPending} size={640} title={t('staff')}
      actions={<>
        <Button onClick={onClose}>{t('keep')}</Button>
        <Button variant="primary" loading={save.isPending} onClick={submit}>{t('saveStaff', { count: members.length })}</Button>
      </>}
    >
      {save.error && <Note tone="act">{save.error.problem.title}</Note>}
      <PersonField key={members.length} label={t('addPerson')} value={undefined} onChange={add} />
      {members.map((one) => (
        <div key={one.personId} className="row wrap">
          <span className="sp"><Person name={one.fullName} id={String(one.personId)} /></span>
          <SelectField
            compact label={`${t('role')}, ${one.fullName}`} labelHidden value={one.role} onChange={(role) => give(one, role as ClassStaffRole)}
            options={classStaffRoles.map((role) => ({ value: role, label: classStaffRoleNames[role][language] }))}
          />
          <IconButton icon={IconTrash} hint="none" label={t('removeUnit', { name: one.fullName })} onClick={() => setMembers(members.filter((other) => other !== one))} />
        </div>
      ))}
    </Dialog>
  );
}
