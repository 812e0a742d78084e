import { DataTable, IconAlertTriangle, IconCalendarWeek, IconCircleX, IconClock, IconUserQuestion, Sheet, StatusText, Tiles, type Column } from '@halong/design/web';
import { timetableProblemTexts, type TimetableImport } from '@halong/classes/contract';
import { fillText } from '@halong/platform/contract';
import { formatDay, useLanguage, useTexts } from '@halong/platform/web';
import { runOf } from '../naming.ts';
import { ModeText } from '../session/session-looks.tsx';
import { say } from './timetable-import.texts.ts';
import { errorRows, unresolved } from './unresolved.rules.ts';

type Row = TimetableImport['rows'][number];
type Problem = TimetableImport['problems'][number];

/** What was read: numbers, what to look at, and every session. */
export function ImportContent({ file }: { file: TimetableImport }) {
  const t = useTexts(say);
  const { totals, problems } = file;
  const errors = errorRows(file);
  const open = unresolved(file);
  const away = totals.periodsByMode.ONLINE + totals.periodsByMode.BOTH;
  const warnings = problems.filter((one) => one.severity === 'WARNING').length;
  return (
    <>
      <Tiles
        tiles={[
          { value: totals.sessions, label: t('sessions'), note: t('sessionsNote', { days: totals.days, weeks: totals.weeks }), icon: IconCalendarWeek, tone: 'ok' },
          { value: totals.periods, label: t('periods'), note: t('periodsNote', { room: totals.periodsByMode.ROOM, away, field: totals.periodsByMode.FIELD }), icon: IconClock, tone: 'ok' },
          { value: open, label: t('names'), note: t('namesNote', { all: file.lecturers.length + file.rooms.length }), icon: IconUserQuestion, tone: open > 0 ? 'act' : 'ok' },
          { value: errors, label: t('problems'), note: t('warnings', { n: warnings }), icon: errors > 0 ? IconCircleX : IconAlertTriangle, tone: errors > 0 ? 'act' : 'mute' },
        ]}
      />
      {problems.length > 0 && <Sheet title={t('toLookAt')} ruled padded={false}><Problems problems={problems} /></Sheet>}
      <details className="sheet more">
        <summary>{t('rows')} <span className="muted">{file.rows.length}</span></summary>
        <Rows rows={file.rows} />
      </details>
    </>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const shown = problems.toSorted((a, b) => a.severity.localeCompare(b.severity) || a.row - b.row);
  const columns: Column<Problem>[] = [
    { key: 'row', head: t('row'), width: 90, cell: (one) => (one.row === 0 ? t('wholeFile') : one.row) },
    { key: 'severity', head: t('severity'), width: 130, cell: (one) => <StatusText tone={one.severity === 'ERROR' ? 'act' : 'warn'}>{t(one.severity)}</StatusText> },
    { key: 'why', head: t('why'), cell: (one) => fillText(timetableProblemTexts[one.code][language], one.params) },
  ];
  return (
    <DataTable
      caption={t('toLookAt')} columns={columns} rows={shown} rowId={(one) => `${one.row}-${one.code}-${JSON.stringify(one.params)}`}
      rowTone={(one) => (one.severity === 'ERROR' ? 'bad' : undefined)}
    />
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(say);
  const columns: Column<Row>[] = [
    { key: 'row', head: t('row'), align: 'right', width: 60, cell: (one) => one.row, phone: 'hide' },
    { key: 'day', head: t('day'), width: 110, cell: (one) => formatDay(one.day) },
    { key: 'time', head: t('time'), width: 150, cell: (one) => `${one.startsAt}–${one.endsAt} (${runOf(one.periods)})` },
    { key: 'topic', head: t('topic'), rowHead: true, cell: (one) => one.topic },
    { key: 'lecturer', head: t('lecturer'), cell: (one) => one.lecturerText },
    { key: 'where', head: t('where'), cell: (one) => <span className="row wrap g2"><ModeText mode={one.mode} />{one.placeText}</span> },
  ];
  return <DataTable caption={t('rows')} columns={columns} rows={rows} rowId={(one) => String(one.row)} dense />;
}
