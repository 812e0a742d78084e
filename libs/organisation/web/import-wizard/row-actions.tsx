import { useState } from 'react';
import { Button, IconArrowBackUp, IconCheck, Note } from '@halong/design/web';
import { importRoutes, sayImportField, type ImportDetail, type ImportFieldName, type ImportRow } from '@halong/organisation/contract';
import { formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';
import { MendRow } from './mend-row.tsx';
import { UnitDecision } from './unit-decision.tsx';

const stale = [importRoutes.getImport, importRoutes.listRows];

/** What can be done about a row, the quickest first. */
export function RowActions({ detail, row }: { detail: ImportDetail; row: ImportRow }) {
  if (row.bucket === 'LEFT_OUT') return <TakeBack detail={detail} row={row} />;
  return (
    <span className="col g1" style={{ alignItems: 'stretch', minWidth: 'min(236px, 60vw)' }}>
      {row.suggestion && detail.can.decide && <Suggestion importId={detail.id} row={row} text={row.suggestion.text} field={row.suggestion.field} />}
      {row.asksForUnit && detail.can.decide && <UnitDecision importId={detail.id} row={row} />}
      {row.decision && row.alike > 0 && detail.can.decide && <SameForAll importId={detail.id} row={row} />}
      <span className="row wrap g1">
        {row.mendable && <MendRow detail={detail} row={row} />}
        <LeaveOut detail={detail} row={row} />
      </span>
    </span>
  );
}

/** Takes what the server proposes for the cell, here or in all rows with the same text. */
function Suggestion({ importId, row, text, field }: { importId: number; row: ImportRow; text: string; field: string }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const take = useMutationOf(importRoutes.takeSuggestion, { invalidates: stale });
  const send = (alike: boolean) => take.mutate({ params: { id: importId, rowNo: row.rowNo }, body: { alike } });
  return (
    <span className="col g1">
      <span className="xs"><span className="muted">{t('suggestionOf', { field: sayImportField(language, field as ImportFieldName) })}</span> <b className="m">{text}</b></span>
      <span className="row wrap g1">
        <Button size="s" variant="tint" icon={IconCheck} loading={take.isPending} aria-label={t('takeSuggestionOf', { text, row: row.rowNo })} onClick={() => send(false)}>{t('takeSuggestion')}</Button>
        {row.alike > 0 && (
          <Button size="s" disabled={take.isPending} aria-label={t('takeAllOf', { text, count: row.alike + 1 })} onClick={() => send(true)}>{t('takeAll', { count: formatNumber(row.alike + 1, language) })}</Button>
        )}
      </span>
      {take.error && <Note tone="act">{take.error.problem.title}</Note>}
    </span>
  );
}

/** The answer of this row for the rows that say the same and have none. */
function SameForAll({ importId, row }: { importId: number; row: ImportRow }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const decide = useMutationOf(importRoutes.decideRow, { invalidates: stale });
  return (
    <>
      <Button
        size="s" loading={decide.isPending} aria-label={t('sameForAllOf', { count: row.alike, row: row.rowNo })}
        onClick={() => decide.mutate({ params: { id: importId, rowNo: row.rowNo }, body: { decision: { unitId: row.decision?.unit?.id ?? null }, alike: true } })}
      >
        {t('sameForAll', { count: formatNumber(row.alike, language) })}
      </Button>
      {decide.error && <Note tone="act">{decide.error.problem.title}</Note>}
    </>
  );
}

function LeaveOut({ detail, row }: { detail: ImportDetail; row: ImportRow }) {
  const t = useTexts(say);
  const leave = useMutationOf(importRoutes.leaveRowOut, { invalidates: stale });
  return (
    <>
      <Button
        size="s" variant="quiet" loading={leave.isPending} aria-label={t('leaveOutOf', { row: row.rowNo })}
        onClick={() => leave.mutate({ params: { id: detail.id, rowNo: row.rowNo }, body: { leftOut: true } })}
      >
        {t('leaveOut')}
      </Button>
      {leave.error && <Note tone="act">{leave.error.problem.title}</Note>}
    </>
  );
}

function TakeBack({ detail, row }: { detail: ImportDetail; row: ImportRow }) {
  const t = useTexts(say);
  const [done, setDone] = useState(false);
  const back = useMutationOf(importRoutes.leaveRowOut, { invalidates: stale, onSuccess: () => setDone(true) });
  return (
    <>
      <Button
        size="s" icon={IconArrowBackUp} loading={back.isPending} disabled={done} aria-label={t('takeBackOf', { row: row.rowNo })}
        onClick={() => back.mutate({ params: { id: detail.id, rowNo: row.rowNo }, body: { leftOut: false } })}
      >
        {t('takeBack')}
      </Button>
      {back.error && <Note tone="act">{back.error.problem.title}</Note>}
    </>
  );
}
