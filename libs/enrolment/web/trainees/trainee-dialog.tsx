import { useState } from 'react';
import { Button, Dialog, Note, TextArea, toast } from '@halong/design/web';
import { enrolmentRoutes, enrolmentStateNames, nominationRoutes, type EnrolmentItem } from '@halong/enrolment/contract';
import { useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { stepWords, type Act } from './trainee-acts.ts';
import { say } from './trainees.texts.ts';

const shortest = 3;
const invalidates = [enrolmentRoutes.listOfClass, nominationRoutes.listNominations];

interface Props {
  trainee: EnrolmentItem;
  act: Act;
  onClose: () => void;
}

/** One decision about one trainee: what follows from it, and the reason in writing. */
export function TraineeDialog({ trainee, act, onClose }: Props) {
  const t = useTexts(say);
  const words = useWords(trainee, act);
  const { decide, busy, problem } = useDecision(trainee, onClose);
  const [note, setNote] = useState(trainee.disciplineNote ?? '');
  const [reason, setReason] = useState('');
  const incomplete = reason.trim().length < shortest || (act.what === 'note' && note.trim().length < shortest);
  return (
    <Dialog
      open onClose={onClose} busy={busy} title={words.title} lead={words.lead}
      actions={<>
        <Button onClick={onClose} disabled={busy}>{t('keep')}</Button>
        <Button variant={words.final ? 'danger' : 'primary'} loading={busy} disabled={incomplete} onClick={() => decide(act, note.trim(), reason.trim())}>{words.confirm}</Button>
      </>}
    >
      {problem && <Note tone="act">{problem.title}</Note>}
      {act.what === 'note' && <TextArea label={t('noteField')} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />}
      <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}

function useWords({ fullName: name, disciplineNote, state }: EnrolmentItem, act: Act) {
  const t = useTexts(say);
  if (act.what === 'note') return { title: t('noteTitle', { name }), lead: t('noteLead'), confirm: t(disciplineNote === null ? 'note' : 'change'), final: false };
  if (act.what === 'clear') return { title: t('clearTitle', { name }), lead: t('noted', { note: disciplineNote ?? '' }), confirm: t('clear'), final: false };
  const { verb, title, lead } = stepWords[act.to];
  const frees = verb !== 'back' && state !== 'DEFERRED';
  return { title: t(title, { name }), lead: frees ? `${t(lead)} ${t('told')}` : t(lead), confirm: t(verb), final: act.to === 'EXPELLED' };
}

function useDecision({ id, fullName: name, version }: EnrolmentItem, onClose: () => void) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const params = { id };
  const stepping = useMutationOf(enrolmentRoutes.changeState, {
    invalidates,
    onSuccess: ({ state }) => {
      toast(t('doneState', { name, state: enrolmentStateNames[state][language] }));
      onClose();
    },
  });
  const noting = useMutationOf(enrolmentRoutes.noteDiscipline, {
    invalidates,
    onSuccess: ({ disciplineNote }) => {
      toast(t(disciplineNote === null ? 'doneClear' : 'doneNote', { name }));
      onClose();
    },
  });
  const decide = (act: Act, note: string, reason: string) => {
    if (act.what === 'step') stepping.mutate({ params, body: { to: act.to, reason, version } });
    else noting.mutate({ params, body: { note: act.what === 'clear' ? null : note, reason, version } });
  };
  return { decide, busy: stepping.isPending || noting.isPending, problem: (stepping.error ?? noting.error)?.problem };
}
