import { Suspense } from 'react';
import { EmptyState, Sheet, StatusChip } from '@halong/design/web';
import { passResultNames, type MyResult } from '@halong/assessment/contract';
import { assessmentScreens, markText, resultLooks } from '@halong/assessment/web';
import { formatDay, formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './record.texts.ts';

/** Published results of all years, newest first. */
export function MyResults({ results }: { results: readonly MyResult[] }) {
  const t = useTexts(say);
  return (
    <Sheet title={<span id="results">{t('results')}</span>}>
      {results.length === 0
        ? <EmptyState title={t('noResults')}>{t('noResultsWhy')}</EmptyState>
        : <div className="col g5">{results.map((one) => <Result key={one.enrolmentId} result={one} />)}</div>}
    </Sheet>
  );
}

function Result({ result }: { result: MyResult }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const named = (thing: { nameVi: string; nameEn: string }) => (language === 'vi' ? thing.nameVi : thing.nameEn);
  const { recognition } = result;
  return (
    <section className="col g2">
      <div className="row wrap">
        <h3 className="sp">{named(result.class)} <span className="muted nw">{result.class.code}</span></h3>
        <StatusChip {...resultLooks[result.result]}>{passResultNames[result.result][language]}</StatusChip>
      </div>
      <ul className="rulelist">
        {result.components.map((one) => (
          <li key={one.key}>
            <span>{named(one)}</span>
            <span className="v"><b>{one.mark.kind === 'EXCUSED' ? t('excused') : markText(one.mark, language) || '–'}</b></span>
          </li>
        ))}
        {result.average !== null && (
          <li><span>{t('average')}</span><span className="v"><b>{formatNumber(result.average, language)}/{formatNumber(result.scale, language)}</b>{result.band && <small>{named(result.band)}</small>}</span></li>
        )}
      </ul>
      <Suspense fallback={null}><assessmentScreens.MyFormula result={result} /></Suspense>
      {recognition && <p className="muted sm">{t('recognised', { no: recognition.decisionNo, date: formatDay(recognition.decisionDate) })}</p>}
    </section>
  );
}
