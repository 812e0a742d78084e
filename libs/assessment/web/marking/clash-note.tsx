import { Button, Note } from '@halong/design/web';
import type { MarkingContent, ScriptView } from '@halong/assessment/contract';
import { formatNumber, formatTime, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './marking.texts.ts';
import type { Sheet } from './use-sheet.ts';

/** Two have written on the same sheet: both versions side by side, one is chosen. */
export function ClashNote({ sheet, script }: { sheet: Sheet; script: ScriptView }) {
  const t = useTexts(say);
  const { clash } = sheet;
  if (!clash) return null;
  return (
    <Note tone="act" title={t('clash')}>
      <div className="mkclash">
        <div>
          <b>{t('clashMine')}</b>
          <Version content={sheet.content} script={script} />
          <Button size="s" onClick={() => sheet.settle('mine')}>{t('keepMine')}</Button>
        </div>
        <div>
          <b>{t('clashTheirs', { name: clash.savedBy ?? t('someone'), time: clash.savedAt ? formatTime(clash.savedAt) : '' })}</b>
          <Version content={clash.content} script={script} />
          <Button size="s" onClick={() => sheet.settle('theirs')}>{t('keepTheirs')}</Button>
        </div>
      </div>
    </Note>
  );
}

function Version({ content, script }: { content: MarkingContent; script: ScriptView }) {
  const { language } = useLanguage();
  return (
    <>
      <ul className="sm">
        {script.rubric?.criteria.map(({ key, title }) => <li key={key}>{title}: <b>{content.points[key] === undefined ? '–' : formatNumber(content.points[key], language)}</b></li>)}
        {content.override && <li><b>{formatNumber(content.override.mark, language)}</b> {content.override.reason}</li>}
      </ul>
      {content.comment && <p className="sm">{content.comment}</p>}
    </>
  );
}
