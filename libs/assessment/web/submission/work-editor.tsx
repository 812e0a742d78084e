import { Icon, IconButton, IconCheck, IconCloudOff, IconFile, IconLoader2, IconX, Sheet, StatusText, TextArea } from '@halong/design/web';
import type { Work } from '@halong/assessment/contract';
import { formatTime, useTexts } from '@halong/platform/web';
import { Link } from 'react-router';
import { AddFiles } from './add-files.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { wordCount } from './local-work.ts';
import { SubmitSheet } from './submit-sheet.tsx';
import { useWorkDraft, type WorkDraft } from './use-work-draft.ts';
import { say } from './work.texts.ts';

/** Text and files of the work, stored while they are written, and the way to submit them. */
export function WorkEditor({ work, accountId }: { work: Work; accountId: number }) {
  const t = useTexts(say);
  const draft = useWorkDraft(work, accountId);
  const { shown } = draft;
  return (
    <>
      <Sheet title={t('yourWork')} aside={<Saved draft={draft} group={work.groupWork} />}>
        <div className="col g4">
          <DraftNotes draft={draft} />
          {work.takes.text && (
            <TextArea
              label={t('text')} hint={t('textHint')} aside={<span className="xs muted">{t('words', { count: wordCount(shown.text) })}</span>} rows={16} value={shown.text} maxLength={400_000}
              readOnly={!work.can.edit} onChange={(event) => draft.write(event.currentTarget.value)}
            />
          )}
          {work.takes.files && <Files work={work} draft={draft} />}
        </div>
      </Sheet>
      {work.can.edit && <SubmitSheet work={work} draft={draft} />}
    </>
  );
}

function Saved({ draft, group }: { draft: WorkDraft; group: boolean }) {
  const t = useTexts(say);
  const { shown, saving, stored } = draft;
  const stuck = draft.problem !== undefined || draft.offline;
  const time = stored.savedAt ? formatTime(stored.savedAt) : '';
  const saved = group && stored.savedBy ? t('savedBy', { time, name: stored.savedBy }) : t('savedAt', { time });
  return (
    <span role="status">
      {stuck && shown.dirty && <StatusText tone="warn" icon={IconCloudOff}>{t('kept')}</StatusText>}
      {!stuck && !draft.conflict && (saving || shown.dirty) && <StatusText tone="mute" icon={IconLoader2}>{t('saving')}</StatusText>}
      {!stuck && !saving && !shown.dirty && stored.savedAt && <StatusText tone="ok" icon={IconCheck}>{saved}</StatusText>}
    </span>
  );
}

function Files({ work, draft }: { work: Work; draft: WorkDraft }) {
  const t = useTexts(say);
  const { documents } = draft.shown;
  return (
    <section className="col g2" aria-label={t('files')}>
      <h3>{t('files')}</h3>
      {documents.length === 0 && <p className="soft">{t('noFiles')}</p>}
      <ul className="col g1">
        {documents.map(({ id, name }) => (
          <li key={id} className="row g2">
            <Icon of={IconFile} />
            <Link className="sp" style={{ overflowWrap: 'anywhere' }} to={`/documents/${id}`}>{name}</Link>
            {work.can.edit && <IconButton icon={IconX} size="s" label={t('removeFile', { name })} onClick={() => draft.detach(id)} />}
          </li>
        ))}
      </ul>
      {work.can.edit && <AddFiles label={t('addFile')} purpose="SUBMISSION" classId={work.class.id} multiple onReady={draft.attach} />}
    </section>
  );
}
