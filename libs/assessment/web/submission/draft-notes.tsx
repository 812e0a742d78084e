import { Button, Note } from '@halong/design/web';
import { formatInstant, useTexts } from '@halong/platform/web';
import type { WorkDraft } from './use-work-draft.ts';
import { say } from './work.texts.ts';

/** What is not stored and why; two versions side by side when it was changed elsewhere. */
export function DraftNotes({ draft }: { draft: WorkDraft }) {
  const t = useTexts(say);
  const { conflict, problem, offline, shown, settle, retry } = draft;
  const filesOf = (documents: readonly { name: string }[]) => documents.map(({ name }) => name).join(', ');
  return (
    <>
      {problem && shown.dirty && <Note tone="warn" action={<Button size="s" onClick={retry}>{t('retry')}</Button>}>{t('keptWhy', { problem })}</Note>}
      {offline && shown.dirty && <Note tone="warn">{t('offline')}</Note>}
      {conflict && (
        <Note tone="act" title={t('conflict', { time: conflict.savedAt ? formatInstant(conflict.savedAt) : '' })}>
          {t('conflictWhy')}
          <div className="col g3">
            {([['mine', shown], ['theirs', conflict]] as const).map(([which, { text, documents }]) => (
              <section key={which} className="col g1" aria-label={t(which)}>
                <b>{t(which)}</b>
                <p className="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxHeight: 220, overflow: 'auto' }} tabIndex={0}>{text}</p>
                {documents.length > 0 && <p className="xs">{filesOf(documents)}</p>}
                <span><Button size="s" onClick={() => settle(which)}>{t(which === 'mine' ? 'keepMine' : 'keepTheirs')}</Button></span>
              </section>
            ))}
          </div>
        </Note>
      )}
    </>
  );
}
