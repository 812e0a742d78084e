import { useEffect, useRef, useState } from 'react';
import { Button, EmptyState, IconButton, IconMinus, IconPencil, IconPlus, Note, Segmented } from '@halong/design/web';
import type { AnchoredNote, ScriptView } from '@halong/assessment/contract';
import { DocumentPages } from '@halong/materials/web';
import { useTexts } from '@halong/platform/web';
import { say } from './marking.texts.ts';
import { PageMarks } from './page-marks.tsx';
import { ScriptText, selectedPlace } from './script-text.tsx';
import type { Sheet } from './use-sheet.ts';

type View = 'brief' | 'similar' | 'text' | `file-${number}`;

const newKey = (): string => crypto.randomUUID().replace(/-/g, '').slice(0, 12);

/** What was handed in, the assignment, and what it shares with others; comments are put at their places here. */
export function ScriptWork({ script, sheet, onNote }: { script: ScriptView; sheet: Sheet; onNote: (key: string) => void }) {
  const t = useTexts(say);
  const { documents, similar } = script;
  const views: View[] = [...(script.text.trim() || documents.length === 0 ? ['text' as const] : []), ...documents.map(({ id }): View => `file-${id}`)];
  const [view, setView] = useState<View>(views[0] ?? 'text');
  const [zoom, setZoom] = useState(1);
  const [place, setPlace] = useState({ page: 1, pages: 0 });
  const [marking, setMarking] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const { notes } = sheet.content;
  const file = documents.find(({ id }) => view === `file-${id}`);

  const add = (where: AnchoredNote['place']) => {
    const note = { key: newKey(), text: '', place: where };
    sheet.edit({ notes: [...notes, note] });
    onNote(note.key);
  };
  const addHere = () => {
    const found = paper.current && selectedPlace(paper.current, script.text);
    if (found) add({ kind: 'TEXT', ...found });
  };
  const press = useRef(addHere);
  useEffect(() => {
    press.current = addHere;
  });
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'c' && !event.ctrlKey && !event.metaKey && !(event.target instanceof HTMLElement && event.target.closest('textarea, input:not([type=radio])'))) press.current();
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);

  const label = (one: View, at: number): string => (one === 'text' ? t('work') : (documents.find(({ id }) => one === `file-${id}`)?.title ?? `${t('work')} ${at + 1}`));
  return (
    <main className="mkwork">
      <div className="mkbar">
        <Segmented
          label={t('part')} value={view} onChange={setView}
          options={[...views.map((one, at) => ({ value: one, label: views.length === 1 ? t('work') : label(one, at) })), { value: 'brief', label: t('brief') }, { value: 'similar', label: t('similar', { percent: similar[0]?.percent ?? 0 }) }]}
        />
        <span className="sp" />
        {view === 'text' && script.can.edit && <Button size="s" icon={IconPencil} onMouseDown={(event) => event.preventDefault()} onClick={addHere}>{t('addNote')}</Button>}
        {file && (
          <>
            {script.can.edit && <Button size="s" icon={IconPencil} variant={marking ? 'tint' : 'default'} aria-pressed={marking} onClick={() => setMarking(!marking)}>{t('markPage')}</Button>}
            {place.pages > 0 && <span className="sm muted nw">{t('page', place)}</span>}
          </>
        )}
        {(file || view === 'text') && (
          <>
            <IconButton icon={IconMinus} outlined label={t('zoomOut')} disabled={zoom <= 0.75} onClick={() => setZoom(zoom - 0.25)} />
            <IconButton icon={IconPlus} outlined label={t('zoomIn')} disabled={zoom >= 2} onClick={() => setZoom(zoom + 0.25)} />
          </>
        )}
      </div>
      <div className="mkscroll" tabIndex={0} role="region" aria-label={t('work')}>
        {view === 'text' && <div ref={paper} className="paper mkpaper" style={{ fontSize: `${16 * zoom}px`, lineHeight: 1.7 }}><ScriptText text={script.text} notes={notes} onNote={onNote} empty={t('noText')} /></div>}
        {view === 'brief' && <div className="paper mkpaper">{script.assignment.brief.split(/\n+/).filter(Boolean).map((line, at) => <p key={at}>{line}</p>)}</div>}
        {view === 'similar' && <Likeness script={script} />}
        {file && (
          <DocumentPages
            document={file} zoom={zoom} onPage={(page, pages) => setPlace({ page, pages })}
            overlay={({ number }) => (
              <PageMarks
                page={number} documentId={file.id} notes={notes} armed={marking} onOpen={onNote}
                onPlace={(area) => { setMarking(false); add({ kind: 'PAGE', documentId: file.id, page: number, area }); }}
              />
            )}
          />
        )}
      </div>
    </main>
  );
}

function Likeness({ script }: { script: ScriptView }) {
  const t = useTexts(say);
  const [chosen, setChosen] = useState(0);
  const one = script.similar[chosen];
  if (!one) return <div className="paper mkpaper"><EmptyState title={t('likenessNone')} /></div>;
  // The words of the files stand behind those of the page.
  const inFiles = one.passages.filter(({ from }) => from >= script.text.length);
  return (
    <div className="col g3">
      <Note tone="info">{t('likenessNote')}</Note>
      <div className="row wrap g2">
        {script.similar.map(({ code, percent }, at) => <Button key={code} size="s" variant={at === chosen ? 'tint' : 'default'} aria-pressed={at === chosen} onClick={() => setChosen(at)}>{t('likenessWith', { code, percent })}</Button>)}
      </div>
      {(script.text !== '' || inFiles.length === 0) && <div className="paper mkpaper"><ScriptText text={script.text} notes={[]} lit={one.passages} empty={t('noText')} /></div>}
      {inFiles.length > 0 && (
        <section className="paper mkpaper prose" aria-label={t('likenessFiles')}>
          <h3>{t('likenessFiles')}</h3>
          {inFiles.map(({ from, text }) => <blockquote key={from}>{text}</blockquote>)}
        </section>
      )}
    </div>
  );
}
