import { useState } from 'react';
import { Button, Dialog, Note, SelectField, Skeletons, StatusChip, TextField, toast, type Tone } from '@halong/design/web';
import { assessmentRoutes, gradeSheetTopic, parseMark, regradeRoutes, regradeStateNames, type ClassRegrades, type GradeSheet, type Regrade, type RegradeState } from '@halong/assessment/contract';
import { formatInstant, formatNumber, useLanguage, useMutationOf, useQueryOf, useTexts, useWatch } from '@halong/platform/web';
import { say } from './regrade.texts.ts';
import { WorkAgain } from './work-again.tsx';

const looks: Record<RegradeState, Tone> = { SUBMITTED: 'warn', ACCEPTED: 'info', REFUSED: 'mute', REMARKING: 'info', UPHELD: 'ok', CHANGED: 'warn', CLOSED: 'ok' };

/** The regrade requests of a class: steps for those who coordinate, the anonymous work for a new marker. */
export function RegradesDialog({ sheet, onClose }: { sheet: GradeSheet; onClose: () => void }) {
  const t = useTexts(say);
  const { data } = useQueryOf(regradeRoutes.listRegrades, { params: { id: sheet.class.id } });
  useWatch(gradeSheetTopic, sheet.class.id, [regradeRoutes.listRegrades]);
  return (
    <Dialog
      open onClose={onClose} size={720} title={t('title', { code: sheet.class.code })} lead={data?.until ? t('lead', { at: formatInstant(data.until) }) : undefined}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {!data && <Skeletons rows={3} height={64} />}
      {data?.items.length === 0 && <p className="soft">{t('none')}</p>}
      <div className="col g5">{data?.items.map((one) => <Item key={one.id} sheet={sheet} one={one} lecturers={data.lecturers} />)}</div>
    </Dialog>
  );
}

function Item({ sheet, one, lecturers }: { sheet: GradeSheet; one: Regrade; lecturers: ClassRegrades['lecturers'] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const component = sheet.components.find(({ key }) => key === one.component);
  const number = (value: number) => formatNumber(value, language);
  const facts = [one.oldScore !== null && t('was', { score: number(one.oldScore) }), one.newScore !== null && t('becomes', { score: number(one.newScore) }), one.reason, one.answer].filter(Boolean);
  return (
    <section className="col g2">
      <div className="row wrap">
        <h3 className="sp">{(language === 'vi' ? component?.nameVi : component?.nameEn) ?? one.component} <span className="muted">{one.trainee ?? t('anonymous', { code: one.code })}</span></h3>
        <StatusChip tone={looks[one.state]}>{regradeStateNames[one.state][language]}</StatusChip>
      </div>
      {facts.length > 0 && <p className="soft">{facts.join(' · ')}</p>}
      {one.trainee !== null && one.markers.map((marker) => <p key={marker.personId} className="soft">{t('marker', { name: marker.name, score: marker.score === null ? t('notMarked') : number(marker.score) })} {marker.note}</p>)}
      {one.state === 'CHANGED' && <Note tone="warn">{t('certificate')}</Note>}
      {one.can.steps.length > 0 && <RegradeSteps one={one} lecturers={lecturers} />}
      {one.can.mark && <NewMark sheet={sheet} one={one} />}
    </section>
  );
}

function RegradeSteps({ one, lecturers }: { one: Regrade; lecturers: ClassRegrades['lecturers'] }) {
  const t = useTexts(say);
  const [reason, setReason] = useState('');
  const [marker, setMarker] = useState('');
  const step = useMutationOf(regradeRoutes.stepRegrade, { invalidates: [regradeRoutes.listRegrades, assessmentRoutes.getGradeSheet] });
  const { steps } = one.can;
  const go = (to: RegradeState) => step.mutate({ params: { id: one.id }, body: { to, version: one.version, reason: reason.trim(), markerIds: to === 'REMARKING' ? [Number(marker)] : [] } });
  const free = lecturers.filter(({ personId }) => !one.markers.some((given) => given.personId === personId));
  const gives = steps.includes('REMARKING');
  return (
    <div className="col g4">
      {step.error && <Note tone="act">{step.error.problem.title}</Note>}
      {steps.some((to) => to !== 'CLOSED') && <TextField label={t('reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />}
      {gives && <SelectField label={t('markers')} placeholder={t('choose')} options={free.map(({ personId, name }) => ({ value: String(personId), label: name }))} value={marker} onChange={setMarker} />}
      <div className="row wrap">
        {steps.includes('REFUSED') && <Button size="s" loading={step.isPending} disabled={reason.trim() === ''} onClick={() => go('REFUSED')}>{t('toREFUSED')}</Button>}
        {steps.includes('ACCEPTED') && <Button size="s" loading={step.isPending} onClick={() => go('ACCEPTED')}>{t('toACCEPTED')}</Button>}
        {gives && <Button size="s" loading={step.isPending} disabled={marker === ''} onClick={() => go('REMARKING')}>{t('toREMARKING')}</Button>}
        {steps.includes('CHANGED') && <Button size="s" loading={step.isPending} onClick={() => go('CHANGED')}>{t('conclude')}</Button>}
        {steps.includes('CLOSED') && <Button size="s" loading={step.isPending} onClick={() => go('CLOSED')}>{t('toCLOSED')}</Button>}
      </div>
    </div>
  );
}

function NewMark({ sheet, one }: { sheet: GradeSheet; one: Regrade }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const own = one.trainee === null ? one.markers[0] : undefined;
  const [text, setText] = useState(own?.score == null ? '' : formatNumber(own.score, language));
  const [note, setNote] = useState(own?.note ?? '');
  const put = useMutationOf(regradeRoutes.markRegrade, { invalidates: [regradeRoutes.listRegrades], onSuccess: () => toast(t('scoreSaved')) });
  const mark = parseMark(text, { scale: sheet.scale, step: sheet.step });
  const score = mark?.kind === 'SCORE' ? mark.value : undefined;
  return (
    <div className="col g4">
      <WorkAgain id={one.id} />
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      <TextField label={t('score')} inputMode="decimal" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <TextField label={t('note')} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} />
      <div className="row wrap"><Button size="s" loading={put.isPending} disabled={score === undefined} onClick={() => score !== undefined && put.mutate({ params: { id: one.id }, body: { score, note: note.trim() } })}>{t('saveScore')}</Button></div>
    </div>
  );
}
