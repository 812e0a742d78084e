import { useState } from 'react';
import { Button, Dialog, Note, Person, SidePanel, TextArea, TextField } from '@halong/design/web';
import { assessmentRoutes, changeWayNames, formulaOf, gradeBookRoutes, parseMark, type GradeChange, type GradeRow, type GradeSheet, type Mark } from '@halong/assessment/contract';
import { formatInstant, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { FormulaList } from './formula.tsx';
import { say } from './grade-book.texts.ts';
import { markText } from './mark-text.ts';

/** One trainee: the formula with their own numbers, every change of their marks, and what a coordinator may put right. */
export function TraineePanel({ sheet, row, onClose }: { sheet: GradeSheet; row: GradeRow; onClose: () => void }) {
  const t = useTexts(say);
  const [asking, setAsking] = useState<{ kind: 'RESIT'; component: string } | { kind: 'SET' }>();
  const marks = new Map(row.marks.map(({ component, mark }) => [component, mark]));
  const formula = formulaOf(sheet, marks, { barred: row.result === 'BARRED', hasResit: row.marks.some(({ resits }) => resits > 0), override: row.override?.average ?? null });
  const failed = row.marks.filter(({ mark, resits }) => mark.kind === 'SCORE' && mark.value < sheet.passMark && resits < sheet.resitMax);
  const close = () => setAsking(undefined);
  return (
    <SidePanel
      open onClose={onClose} label={t('trainee', { name: row.fullName })} head={<Person name={row.fullName} id={String(row.personId)} sub={row.unitName} />}
      foot={sheet.can.correct && (
        <span className="row wrap">
          {failed.map(({ component }) => <ResitButton key={component} sheet={sheet} component={component} onClick={() => setAsking({ kind: 'RESIT', component })} />)}
          <Button size="s" onClick={() => setAsking({ kind: 'SET' })}>{t('set')}</Button>
        </span>
      )}
    >
      <div className="col g5">
        <section className="col g2"><h3>{t('formula')}</h3><FormulaList formula={formula} categories={sheet.categories} overrideReason={row.override?.reason} /></section>
        <History sheet={sheet} row={row} />
      </div>
      {asking?.kind === 'RESIT' && <ResitDialog sheet={sheet} row={row} component={asking.component} onClose={close} />}
      {asking?.kind === 'SET' && <SetDialog sheet={sheet} row={row} onClose={close} />}
    </SidePanel>
  );
}

function useNames(sheet: GradeSheet) {
  const { language } = useLanguage();
  return (key: string) => {
    const component = sheet.components.find((one) => one.key === key);
    return (language === 'vi' ? component?.nameVi : component?.nameEn) ?? key;
  };
}

function ResitButton({ sheet, component, onClick }: { sheet: GradeSheet; component: string; onClick: () => void }) {
  const t = useTexts(say);
  return <Button size="s" onClick={onClick}>{t('resit')}: {useNames(sheet)(component)}</Button>;
}

function History({ sheet, row }: { sheet: GradeSheet; row: GradeRow }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const named = useNames(sheet);
  const { data } = useQueryOf(gradeBookRoutes.getHistory, { params: { id: sheet.class.id, enrolmentId: row.enrolmentId }, query: {} });
  const word = (mark: Mark) => (mark.kind === 'BLANK' ? t('none') : mark.kind === 'EXCUSED' ? t('excused') : markText(mark, language));
  const detail = ({ way, reason, by, at }: GradeChange) => [formatInstant(at), by ?? t('system'), changeWayNames[way][language], reason].filter(Boolean).join(' · ');
  return (
    <section className="col g2">
      <h3>{t('history')}</h3>
      {data?.length === 0 && <p className="soft">{t('noHistory')}</p>}
      {data && data.length > 0 && (
        <ul className="rulelist">
          {data.map((one) => (
            <li key={one.id}><span>{t('change', { component: one.component === null ? t('final') : named(one.component), from: word(one.from), to: word(one.to) })}<small>{detail(one)}</small></span></li>
          ))}
        </ul>
      )}
    </section>
  );
}

const minReason = 5;
const parsed = (text: string, scale: number, step: number): number | undefined => {
  const mark = parseMark(text, { scale, step });
  return mark?.kind === 'SCORE' ? mark.value : undefined;
};

function ResitDialog({ sheet, row, component, onClose }: { sheet: GradeSheet; row: GradeRow; component: string; onClose: () => void }) {
  const t = useTexts(say);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const put = useMutationOf(gradeBookRoutes.putResit, { invalidates: [assessmentRoutes.getGradeSheet, gradeBookRoutes.getHistory], onSuccess: onClose });
  const value = parsed(text, sheet.scale, sheet.step);
  const version = row.marks.find((one) => one.component === component)?.version ?? 0;
  return (
    <Dialog
      open onClose={onClose} busy={put.isPending} title={t('resitTitle', { name: row.fullName })} lead={t('resitLead')}
      actions={<>
        <Button onClick={onClose}>{t('later')}</Button>
        <Button
          variant="primary" loading={put.isPending} disabled={value === undefined || reason.trim().length < minReason}
          onClick={() => value !== undefined && put.mutate({ params: { id: sheet.class.id }, body: { enrolmentId: row.enrolmentId, component, version, value, reason: reason.trim() } })}
        >{t('saveResit')}</Button>
      </>}
    >
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      <TextField label={t('resitScore')} inputMode="decimal" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}

function SetDialog({ sheet, row, onClose }: { sheet: GradeSheet; row: GradeRow; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [text, setText] = useState(row.override ? markText({ kind: 'SCORE', value: row.override.average }, language) : '');
  const [reason, setReason] = useState('');
  const put = useMutationOf(gradeBookRoutes.putOverride, { invalidates: [assessmentRoutes.getGradeSheet, gradeBookRoutes.getHistory], onSuccess: onClose });
  const value = parsed(text, sheet.scale, 0.01);
  const given = reason.trim().length >= minReason;
  const save = (average: number | null) => put.mutate({ params: { id: sheet.class.id, enrolmentId: row.enrolmentId }, body: { average, version: sheet.version, reason: reason.trim() } });
  return (
    <Dialog
      open onClose={onClose} busy={put.isPending} title={t('setTitle', { name: row.fullName })} lead={t('setLead')}
      actions={<>
        <Button onClick={onClose}>{t('later')}</Button>
        {row.override && <Button disabled={!given} onClick={() => save(null)}>{t('unset')}</Button>}
        <Button variant="primary" loading={put.isPending} disabled={value === undefined || !given} onClick={() => value !== undefined && save(value)}>{t('saveSet')}</Button>
      </>}
    >
      {put.error && <Note tone="act">{put.error.problem.title}</Note>}
      <TextField label={t('setAverage')} inputMode="decimal" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <TextArea label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
    </Dialog>
  );
}
