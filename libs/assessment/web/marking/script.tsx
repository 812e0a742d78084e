import { useEffect, useRef, useState } from 'react';
import { Button, IconArrowLeft, IconButton, IconChevronLeft, IconChevronRight, Progress, Segmented, StatusChip, toast } from '@halong/design/web';
import type { ScriptView } from '@halong/assessment/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './marking.texts.ts';
import { RubricSheet } from './rubric-sheet.tsx';
import { ScriptWork } from './script-work.tsx';
import { useSheet } from './use-sheet.ts';

/** Keys belong to what is typed in. */
const types = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('textarea, input:not([type=radio]), select, [contenteditable]') !== null;
const overlaid = (): boolean => document.querySelector('[role=dialog], [popover]:popover-open') !== null;

/** One script: the work on the left, the sheet on the right; on a phone one of the two. */
export function Script({ script, onGo }: { script: ScriptView; onGo: (code: string | null) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const sheet = useSheet(script);
  const [part, setPart] = useState<'work' | 'sheet'>('work');
  const [focused, setFocused] = useState<string>();
  const { assignment, progress, previous, next } = script;

  const finish = async () => {
    const finished = await sheet.finish();
    if (!finished) return;
    if (finished.next === null) toast(t('allDone'));
    onGo(finished.next);
  };
  const later = async () => {
    sheet.edit({ later: true });
    if (await sheet.flush()) onGo(script.nextWaiting ?? script.next);
  };
  const go = async (code: string | null) => {
    if (code === null) return;
    if (!sheet.dirty || (await sheet.flush())) onGo(code);
  };

  const act = useRef({ finish, go });
  useEffect(() => {
    act.current = { finish, go };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (overlaid()) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        return void act.current.finish();
      }
      if (types(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const onRadio = event.target instanceof HTMLInputElement;
      if (event.key === 'j' || (event.key === 'ArrowRight' && !onRadio)) void act.current.go(next);
      if (event.key === 'k' || (event.key === 'ArrowLeft' && !onRadio)) void act.current.go(previous);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [next, previous]);

  const name = language === 'vi' ? assignment.class.nameVi : assignment.class.nameEn;
  const counted = t('progress', progress);
  return (
    <div className="mk" data-part={part}>
      <header className="mkhd">
        <IconButton icon={IconArrowLeft} label={t('back')} to="/marking" hint="start" />
        <div className="mktitle">
          <h1>{script.names ? `${assignment.title}, ${script.names.join(', ')}` : t('code', { title: assignment.title, code: script.code })}</h1>
          <p className="xs muted">{name}, {assignment.class.code} · {t(`marker${script.mine.markerNo as 1 | 2 | 3}`)}</p>
        </div>
        <span className="sp" />
        <span className="row g3 mkcount"><span className="sm soft nw">{counted}</span><span style={{ width: 140 }}><Progress parts={[{ value: progress.done }]} max={progress.total} label={counted} /></span></span>
        {script.overdueDays > 0 && <StatusChip tone="act" big>{t('overdue', { count: script.overdueDays })}</StatusChip>}
        <Button icon={IconChevronLeft} disabled={previous === null} onClick={() => void go(previous)}>{t('previous')}</Button>
        <Button icon={IconChevronRight} disabled={next === null} onClick={() => void go(next)}>{t('next')}</Button>
      </header>
      <div className="mkswitch"><Segmented label={t('part')} value={part} onChange={setPart} options={[{ value: 'work', label: t('work') }, { value: 'sheet', label: t('sheet') }]} /></div>
      <ScriptWork script={script} sheet={sheet} onNote={(key) => { setFocused(key); setPart('sheet'); }} />
      <RubricSheet script={script} sheet={sheet} focused={focused} onFinish={() => void finish()} onLater={() => void later()} />
    </div>
  );
}
