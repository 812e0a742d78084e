import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, ErrorState, IconCheck, IconPlus, Note, SelectField, Sheet, Skeletons, TextField, toast } from '@halong/design/web';
import { assignmentRoutes, type GroupList } from '@halong/assessment/contract';
import { ClassHeader } from '@halong/classes/web';
import { useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { numberOf } from './assignment-form.ts';
import { say } from './assignment.texts.ts';
import { arranged, everybodyOf, evenly, type Arrangement } from './arrangement.ts';

/** Who works with whom: one arrangement for the class. */
export default function Groups() {
  const classId = Number(useParams().id);
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(assignmentRoutes.listGroups, { params: { id: classId } });
  return (
    <>
      <ClassHeader classId={classId} active="assignments" title={data && (data.groups.length > 0 ? t('groupsTitle', { count: data.groups.length }) : t('noGroups'))} />
      {error && !data && <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>}
      {!data && !error && <Skeletons rows={6} />}
      {data && <Editor key={data.version} classId={classId} list={data} />}
    </>
  );
}

function Editor({ classId, list }: { classId: number; list: GroupList }) {
  const t = useTexts(say);
  const [now, setNow] = useState<Arrangement>(() => arranged(list));
  const [parts, setParts] = useState('4');
  const put = useMutationOf(assignmentRoutes.putGroups, { invalidates: [assignmentRoutes.listGroups], onSuccess: () => toast(t('groupsSaved')) });
  const people = everybodyOf(list);
  const name = (at: number) => t('groupN', { n: at + 1 });
  const options = now.groups.map((group, at) => ({ value: String(at), label: group.name || name(at) }));
  const save = () => put.mutate({
    params: { id: classId },
    body: { version: list.version, groups: now.groups.map((group, at) => ({ id: group.id, name: group.name.trim() || name(at), enrolmentIds: people.flatMap(({ enrolmentId }) => (now.of[enrolmentId] === at ? [enrolmentId] : [])) })) },
  });
  return (
    <>
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      <Sheet title={t('groups')}>
        <div className="col g4">
          <div className="row wrap g3">
          {now.groups.map((group, at) => (
            <TextField key={group.id ?? `new-${at}`} label={name(at)} value={group.name} maxLength={80} disabled={!list.can.edit} onChange={(event) => setNow({ ...now, groups: now.groups.map((one, other) => (other === at ? { ...one, name: event.currentTarget.value } : one)) })} />
          ))}
          </div>
          {list.can.edit && (
            <div className="row wrap g2" style={{ alignItems: 'flex-end' }}>
              <Button icon={IconPlus} onClick={() => setNow({ ...now, groups: [...now.groups, { id: null, name: name(now.groups.length) }] })}>{t('addGroup')}</Button>
              <TextField label={t('howMany')} inputMode="numeric" value={parts} onChange={(event) => setParts(event.currentTarget.value)} />
              <Button disabled={numberOf(parts) < 1} onClick={() => setNow(evenly(now, people, Math.round(numberOf(parts)), name))}>{t('splitBy')}</Button>
            </div>
          )}
        </div>
      </Sheet>
      <Sheet title={t('name')}>
        <div className="row wrap g3">
          {people.map(({ enrolmentId, fullName }) => (
            <SelectField
              key={enrolmentId} label={fullName} disabled={!list.can.edit} placeholder={t('inNoGroup')} options={options} value={now.of[enrolmentId] === undefined ? '' : String(now.of[enrolmentId])} compact
              onChange={(value) => setNow({ ...now, of: { ...now.of, [enrolmentId]: value === '' ? undefined : Number(value) } })}
            />
          ))}
        </div>
      </Sheet>
      {list.can.edit && <span><Button variant="primary" icon={IconCheck} loading={put.isPending} onClick={save}>{t('saveGroups')}</Button></span>}
    </>
  );
}
