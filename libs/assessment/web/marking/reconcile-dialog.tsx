import { useState } from 'react';
import { Button, Dialog, SelectField, TextArea, TextField } from '@halong/design/web';
import { markingRoutes, type MarkingOverview, type ScriptProgress } from '@halong/assessment/contract';
import { formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { readPoints } from './levels.rules.ts';
import { say } from './marking.texts.ts';

interface ReconcileProps {
  script: ScriptProgress;
  how: 'third' | 'agree';
  data: MarkingOverview;
  onClose: () => void;
}

/** A third marker, or the mark that was agreed on. */
export const ReconcileDialog = ({ how, ...rest }: ReconcileProps) => (how === 'third' ? <Third {...rest} /> : <Agree {...rest} />);

function Third({ script, data: { assignment, lecturers }, onClose }: Omit<ReconcileProps, 'how'>) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const free = lecturers.filter(({ personId }) => !script.markers.some((one) => one.personId === personId));
  const [personId, setPersonId] = useState(String(free[0]?.personId ?? ''));
  const name = useMutationOf(markingRoutes.nameThirdMarker, { invalidates: [markingRoutes.getMarking], onSuccess: onClose });
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, language));
  return (
    <Dialog
      open onClose={onClose} title={t('third')} lead={t('thirdLead', { difference: number(script.difference), threshold: number(assignment.diffThreshold) })}
      actions={(
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button variant="primary" loading={name.isPending} disabled={personId === ''} onClick={() => name.mutate({ params: { id: assignment.id, code: script.code }, body: { personId: Number(personId) } })}>{t('thirdIt', { code: script.code })}</Button>
        </>
      )}
    >
      {free.length === 0 ? <p className="soft">{t('noLecturers')}</p> : <SelectField label={t('person')} value={personId} onChange={setPersonId} options={free.map((one) => ({ value: String(one.personId), label: one.name }))} error={name.error?.problem.title} />}
    </Dialog>
  );
}

function Agree({ script, data: { assignment }, onClose }: Omit<ReconcileProps, 'how'>) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [typed, setTyped] = useState(script.mark === null ? '' : formatNumber(script.mark, language));
  const [reason, setReason] = useState(script.reason ?? '');
  const agree = useMutationOf(markingRoutes.agreeMark, { invalidates: [markingRoutes.getMarking], onSuccess: onClose });
  const mark = readPoints(typed, assignment.scale);
  return (
    <Dialog
      open onClose={onClose} title={`${t('agree')}, ${script.code}`} lead={t('agreeLead')}
      actions={(
        <>
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button variant="primary" loading={agree.isPending} disabled={mark === undefined || reason.trim().length < 3} onClick={() => mark !== undefined && agree.mutate({ params: { id: assignment.id, code: script.code }, body: { mark, reason: reason.trim() } })}>{t('agreeIt')}</Button>
        </>
      )}
    >
      <TextField label={t('mark')} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={agree.error?.problem.title} />
      <TextArea label={t('reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}
