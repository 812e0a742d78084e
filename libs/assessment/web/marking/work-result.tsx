import { useState } from 'react';
import { Button, IconDownload, Note, Sheet } from '@halong/design/web';
import { markingRoutes, type WorkResult } from '@halong/assessment/contract';
import { documentRoutes, type DocumentView } from '@halong/materials/contract';
import { call, formatInstant, formatNumber, formatPercent, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { levelOf } from './levels.rules.ts';
import { say } from './marking.texts.ts';

/** The result of the trainee's own work, once it is released; nothing before. */
export default function MyWorkResult({ assignmentId }: { assignmentId: number }) {
  const { data } = useQueryOf(markingRoutes.getMyWorkResult, { params: { id: assignmentId } });
  return data ? <Result result={data} /> : null;
}

function Result({ result }: { result: WorkResult }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { final, scale, raw, deduction, rubric, markings } = result;
  return (
    <Sheet title={t('myResult')} aside={<span className="xs muted">{t('releasedAt', { time: formatInstant(result.releasedAt) })}</span>}>
      <p className="mkmark"><b>{number(final)}</b><small>/{number(scale)}</small></p>
      {deduction > 0 && raw !== final && <Note tone="warn">{t('lateMinus', { raw: number(raw), deduction: number(deduction) })}</Note>}
      <p className="sm soft">{t(result.source)}</p>
      {markings.map((marking) => (
        <section key={marking.markerNo} className="mkpart" aria-label={t(`marker${marking.markerNo as 1 | 2 | 3}`)}>
          {markings.length > 1 && <h3>{t(`marker${marking.markerNo as 1 | 2 | 3}`)}{marking.total !== null && `: ${number(marking.total)}`}</h3>}
          {rubric && (
            <ul className="col g1">
              {rubric.criteria.map((criterion) => {
                const points = marking.points[criterion.key];
                const level = criterion.levels[levelOf(criterion, points)];
                return <li key={criterion.key}><b>{criterion.title}</b> <span className="muted">({formatPercent(criterion.weight, language)})</span>: <b className="tn">{points === undefined ? '–' : number(points)}</b>{level && <span className="soft"> · {level.title}{level.note && `, ${level.note}`}</span>}</li>;
              })}
            </ul>
          )}
          {marking.comment && <p className="mkcomment">{marking.comment}</p>}
          {marking.notes.length > 0 && (
            <ol className="col g1">
              {marking.notes.map(({ key, text, place }, at) => <li key={key} className="row g2"><span className="pinno">{at + 1}</span><span className="sp"><span className="soft">{place.kind === 'TEXT' ? `“${place.quote}”` : t('onPage', { page: place.page })}</span><br />{text}</span></li>)}
            </ol>
          )}
          {marking.files.map((file) => <FeedbackFile key={file.id} file={file} />)}
        </section>
      ))}
    </Sheet>
  );
}

function FeedbackFile({ file }: { file: DocumentView }) {
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    const link = await call(documentRoutes.linkDocument, { params: { id: file.id }, query: { purpose: 'download' } }).catch(() => undefined);
    setBusy(false);
    if (link) window.location.assign(link.url);
  };
  return <p><Button size="s" icon={IconDownload} loading={busy} onClick={() => void open()}>{file.name}</Button></p>;
}
