import { Link } from 'react-router';
import { ErrorState, IconFileImport, IconPencil, IconUserPlus, Skeletons, Timeline } from '@halong/design/web';
import { personRoutes, sayImportField, sayImportReason, type ImportFieldName, type ImportReasonCode, type PersonEvent } from '@halong/organisation/contract';
import { formatDay, formatInstant, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './people.texts.ts';

const icons = { ADDED: IconUserPlus, CHANGED: IconFileImport, CORRECTED: IconPencil };

const shown = (value: string | null): string => (value !== null && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : (value ?? '–'));

/** What lists and people did to the record, with the rows that were merged and the reasons. */
export function PersonHistory({ id }: { id: number }) {
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(personRoutes.personHistory, { params: { id } });
  return (
    <section>
      <h3>{t('history')}</h3>
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!error && !data && <Skeletons rows={2} />}
      {data?.items.length === 0 && <p className="soft">{t('noHistory')}</p>}
      {data && data.items.length > 0 && (
        <Timeline
          label={t('history')}
          entries={data.items.map((event, index) => ({
            id: String(index), icon: icons[event.kind], tone: event.kind === 'CORRECTED' ? 'info' : 'ok', title: t(event.kind), time: event.at.slice(0, 4), dateTime: event.at,
            detail: <Detail event={event} />,
          }))}
        />
      )}
    </section>
  );
}

function Detail({ event }: { event: PersonEvent }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { list } = event;
  const lines = [
    ...event.changes.map(({ field, before, after }) => `${sayImportField(language, field as ImportFieldName)}: ${shown(before)} → ${shown(after)}`),
    ...(event.reason ? [t('because', { reason: event.reason })] : []),
    ...(list?.merged ?? []).map(({ rowNo, code, unitText }) => t('mergedRow', { row: rowNo, text: unitText, why: sayImportReason(language, code as ImportReasonCode, { row: list?.rowNo ?? 0 }) })),
    ...(list?.unitChosen ? [t('unitChosen', { unit: list.unitChosen })] : []),
    t('byAt', { by: event.by, at: formatInstant(event.at) }),
  ];
  return (
    <>
      {list && <Link to={`/imports/${list.importId}`} style={{ display: 'block', overflowWrap: 'anywhere' }}>{t('listRow', { file: list.fileName, row: list.rowNo })}</Link>}
      {lines.map((line) => <span key={line} style={{ display: 'block', overflowWrap: 'anywhere' }}>{line}</span>)}
    </>
  );
}
