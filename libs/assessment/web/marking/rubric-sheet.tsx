import { useEffect, useRef } from 'react';
import { Button, IconTrash, IconButton, Menu, Note, StatusChip, TextArea, TextField, toast } from '@halong/design/web';
import { markingRoutes, type AnchoredNote, type ScriptView } from '@halong/assessment/contract';
import { DocumentUpload } from '@halong/materials/web';
import { formatNumber, formatTime, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { ClashNote } from './clash-note.tsx';
import { Criterion } from './criterion.tsx';
import { say } from './marking.texts.ts';
import type { Sheet } from './use-sheet.ts';

interface RubricSheetProps {
  script: ScriptView;
  sheet: Sheet;
  /** The comment whose place was pressed. */
  focused: string | undefined;
  onFinish: () => void;
  onLater: () => void;
}

/** The marking sheet: criteria, comments, files, the mark that comes of it, and the verbs under the thumb. */
export function RubricSheet({ script, sheet, focused, onFinish, onLater }: RubricSheetProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { assignment, rubric, can } = script;
  const { content, total, marking } = sheet;
  const number = (value: number) => formatNumber(value, language);
  const shown = total === null ? undefined : number(total);
  return (
    <aside className="mksheet" aria-label={t('sheet')}>
      <div className="mksum">
        <div className="sp">
          <h2>{t('sheet')}</h2>
          <p className="sm muted">{assignment.blind ? t('anonymous') : (rubric?.title ?? t('noRubric'))}</p>
        </div>
        <p className="mkmark" role="status">
          <span className="vh">{t('mark')} </span>{shown ?? <span className="muted"><span aria-hidden>–</span><span className="vh">{t('noMark')}</span></span>}<small>/{number(assignment.scale)}</small>
        </p>
      </div>
      <div className="mkbody" tabIndex={-1}>
        {sheet.clash && <ClashNote sheet={sheet} script={script} />}
        {!can.edit && <Note tone="info">{t('closed')}</Note>}
        {can.edit && marking.state === 'MARKED' && <Note tone="ok">{t('done', { mark: marking.total === null ? '' : number(marking.total) })}. {t('editAgain')}</Note>}
        {rubric?.criteria.map((criterion, at) => (
          <Criterion
            key={criterion.key} no={at + 1} criterion={criterion} scale={rubric.scale} step={assignment.step} value={content.points[criterion.key]} disabled={!can.edit} autoFocus={at === 0}
            onPoints={(points) => {
              const { [criterion.key]: _, ...rest } = content.points;
              sheet.edit({ points: points === undefined ? rest : { ...rest, [criterion.key]: points } });
            }}
          />
        ))}
        <Override script={script} sheet={sheet} />
        <Comment script={script} sheet={sheet} />
        <Notes script={script} sheet={sheet} focused={focused} />
        <Files script={script} sheet={sheet} />
        {script.others.length > 0 && (
          <div className="mkpart">
            <h3>{t('others')}</h3>
            {script.others.map((other) => <p key={other.markerNo}>{t(`marker${other.markerNo as 1 | 2 | 3}`)}: <b>{other.total === null ? '–' : number(other.total)}</b>{other.content.comment && `. ${other.content.comment}`}</p>)}
          </div>
        )}
      </div>
      <div className="mkfoot">
        <p className="mkkeys" aria-hidden>
          {rubric && <><kbd className="kbd">1</kbd><kbd className="kbd">2</kbd><kbd className="kbd">3</kbd><kbd className="kbd">4</kbd><span className="xs muted">{t('kChoose')}</span><kbd className="kbd">+</kbd><kbd className="kbd">−</kbd><span className="xs muted">{t('kMore')}</span><kbd className="kbd">Tab</kbd><span className="xs muted">{t('kTab')}</span></>}
          <kbd className="kbd">J</kbd><kbd className="kbd">K</kbd><span className="xs muted">{t('kMove')}</span>
          <kbd className="kbd">Ctrl Enter</kbd><span className="xs muted">{t('kSave')}</span>
        </p>
        {sheet.problem && <Note tone="act" action={<Button size="s" onClick={sheet.retry}>{t('retry')}</Button>}>{sheet.problem}</Note>}
        {sheet.refusal && <Note tone="act">{sheet.refusal}</Note>}
        <div className="row">
          <Button disabled={!can.edit || marking.state === 'MARKED'} onClick={onLater}>{t('later')}</Button>
          {content.later && <StatusChip tone="mute">{t('later')}</StatusChip>}
          <span className="sp" />
          <Button variant="primary" loading={sheet.saving && !sheet.dirty} disabled={!can.edit || sheet.clash !== undefined} onClick={onFinish}>
            {shown === undefined ? t('saveBlank') : script.nextWaiting === null ? t('saveDone', { mark: shown }) : t('saveNext', { mark: shown })}
          </Button>
        </div>
      </div>
    </aside>
  );
}

function Override({ script: { rubric, assignment, can }, sheet }: Pick<RubricSheetProps, 'script' | 'sheet'>) {
  const t = useTexts(say);
  const { override } = sheet.content;
  if (!rubric && !override && can.edit) return <MarkField sheet={sheet} scale={assignment.scale} label={t('mark')} />;
  if (!override) return can.edit ? <p className="mkpart"><Button size="s" variant="quiet" disabled={sheet.total === null} onClick={() => sheet.edit({ override: { mark: sheet.total ?? 0, reason: '' } })}>{t('override')}</Button></p> : null;
  return (
    <div className="mkpart col g2">
      <MarkField sheet={sheet} scale={assignment.scale} label={rubric ? t('overrideMark') : t('mark')} disabled={!can.edit} />
      {rubric && (
        <>
          <TextField label={t('overrideReason')} value={override.reason} maxLength={500} disabled={!can.edit} onChange={(event) => sheet.edit({ override: { ...override, reason: event.currentTarget.value } })} />
          {can.edit && <p><Button size="s" variant="quiet" onClick={() => sheet.edit({ override: null })}>{t('dropOverride')}</Button></p>}
        </>
      )}
    </div>
  );
}

function MarkField({ sheet, scale, label, disabled = false }: { sheet: Sheet; scale: number; label: string; disabled?: boolean }) {
  const { override } = sheet.content;
  return (
    <TextField
      label={label} type="number" inputMode="decimal" min={0} max={scale} step="any" value={override?.mark ?? ''} disabled={disabled}
      onChange={(event) => {
        const value = event.currentTarget.value;
        const mark = Number(value);
        if (value === '') sheet.edit({ override: null });
        else if (mark >= 0 && mark <= scale) sheet.edit({ override: { mark, reason: override?.reason ?? '' } });
      }}
    />
  );
}

function Comment({ script: { can }, sheet }: Pick<RubricSheetProps, 'script' | 'sheet'>) {
  const t = useTexts(say);
  const { comment } = sheet.content;
  const { data } = useQueryOf(markingRoutes.listMyComments, {});
  const keep = useMutationOf(markingRoutes.keepComment, { invalidates: [markingRoutes.listMyComments], onSuccess: () => toast(t('phraseKept')) });
  const { savedAt } = sheet.marking;
  const saved = sheet.problem ? t('unsaved') : sheet.dirty || sheet.saving ? t('saving') : savedAt ? t('savedAt', { time: formatTime(savedAt) }) : '';
  const phrases = data?.items ?? [];
  return (
    <div className="mkpart">
      <TextArea label={t('comment')} aside={<span className="xs muted" role="status">{saved}</span>} value={comment} maxLength={10_000} disabled={!can.edit} onChange={(event) => sheet.edit({ comment: event.currentTarget.value })} />
      {can.edit && (
        <div className="row wrap g2 mkphrases">
          <Menu
            label={t('phrases')} trigger={t('phrases')} triggerClass="btn s"
            entries={phrases.length === 0
              ? [{ kind: 'label', id: 'none', label: t('noPhrases') }]
              : phrases.map(({ id, text }) => ({ id: String(id), label: text, onSelect: () => sheet.edit({ comment: comment.trim() === '' ? text : `${comment.trimEnd()} ${text}` }) }))}
          />
          {comment.trim().length > 1 && comment.trim().length <= 2_000 && <Button size="s" variant="quiet" onClick={() => keep.mutate({ body: { text: comment.trim() } })}>{t('keepPhrase')}</Button>}
        </div>
      )}
    </div>
  );
}

function Notes({ script, sheet, focused }: Pick<RubricSheetProps, 'script' | 'sheet' | 'focused'>) {
  const t = useTexts(say);
  const { notes } = sheet.content;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (focused) list.current?.querySelector<HTMLTextAreaElement>(`[data-note="${focused}"] textarea`)?.focus();
  }, [focused, notes.length]);
  const put = (key: string, text: string) => sheet.edit({ notes: notes.map((note) => (note.key === key ? { ...note, text } : note)) });
  const head = (note: AnchoredNote) => (note.place.kind === 'TEXT' ? `“${note.place.quote.slice(0, 80)}”` : t('onPage', { page: note.place.page }));
  return (
    <div className="mkpart">
      <h3>{t('places')}</h3>
      {script.can.edit && <p className="xs muted">{script.text.trim() !== '' ? t('placesHow') : t('pagesHow')}</p>}
      <ol className="col g2 mknotes" ref={list}>
        {notes.map((note, at) => (
          <li key={note.key} data-note={note.key}>
            <div className="row g2"><span className="pinno">{at + 1}</span><span className="sm soft sp">{head(note)}</span>{script.can.edit && <IconButton icon={IconTrash} size="s" label={t('removeNote', { no: at + 1 })} onClick={() => sheet.edit({ notes: notes.filter(({ key }) => key !== note.key) })} />}</div>
            <TextArea label={t('note', { no: at + 1 })} labelHidden rows={2} value={note.text} maxLength={2_000} disabled={!script.can.edit} onChange={(event) => put(note.key, event.currentTarget.value)} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Files({ script, sheet }: Pick<RubricSheetProps, 'script' | 'sheet'>) {
  const t = useTexts(say);
  const { fileIds } = sheet.content;
  const known = new Map(sheet.marking.files.map((file) => [file.id, file.name]));
  if (!script.can.edit && fileIds.length === 0) return null;
  return (
    <details className="mkpart">
      <summary>{t('files')}{fileIds.length > 0 && ` (${fileIds.length})`}</summary>
      <ul className="col g1">
        {fileIds.map((id) => <li key={id} className="row g2"><span className="sp">{known.get(id) ?? `#${id}`}</span>{script.can.edit && <IconButton icon={IconTrash} size="s" label={t('removeFile', { name: known.get(id) ?? id })} onClick={() => sheet.edit({ fileIds: fileIds.filter((one) => one !== id) })} />}</li>)}
      </ul>
      {script.can.edit && <DocumentUpload purpose="FEEDBACK" multiple onReady={(document) => sheet.edit({ fileIds: [...new Set([...fileIds, document.id])] })} />}
    </details>
  );
}
