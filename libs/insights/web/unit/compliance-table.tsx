import { DataTable, EmptyState, Person, Progress, StatusText, type Column, type DataTableProps, type ProgressPart, type Tone } from '@halong/design/web';
import { outlookNames, type Outlook } from '@halong/completion/contract';
import type { CompliancePerson } from '@halong/insights/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './unit.texts.ts';

export const outlookTones: Record<Outlook, Tone> = { ENOUGH: 'ok', WILL_BE_ENOUGH: 'info', SHORT: 'act', NO_CLASS: 'act', EXEMPT: 'mute' };

/** The three figures of a year: what counts, what is attended while the class is open, what is still on the timetable. */
export const partsOf = ({ counted, onTheWay, expected }: Pick<CompliancePerson['figures'], 'counted' | 'onTheWay' | 'expected'>): ProgressPart[] =>
  [{ value: counted }, { value: onTheWay, look: 'b2' }, { value: expected, look: 'expected' }];

interface TableProps {
  rows: readonly CompliancePerson[] | undefined;
  openId: number | undefined;
  onOpen: (personId: number) => void;
  pages: DataTableProps<CompliancePerson>['pages'];
}

/** One bar a person: what counts, what will come, and what is missing. */
export function ComplianceTable({ rows, openId, onOpen, pages }: TableProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const columns: Column<CompliancePerson>[] = [
    {
      key: 'name', head: t('name'),
      cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={[row.position, language === 'vi' ? row.unit.nameVi : row.unit.nameEn].filter(Boolean).join(', ')} />,
    },
    { key: 'have', head: t('have'), cell: ({ figures }) => <Bar {...figures} />, width: 200 },
    {
      key: 'missing', head: t('missing'), align: 'right',
      cell: ({ figures }) => (figures.counted < figures.needed ? <b className={figures.outlook === 'WILL_BE_ENOUGH' ? undefined : 'act-t'}>{figures.needed - figures.counted}</b> : <span className="muted">0</span>),
    },
    { key: 'outlook', head: t('outlook'), cell: ({ figures }) => <StatusText tone={outlookTones[figures.outlook]}>{outlookNames[figures.outlook][language]}</StatusText> },
  ];
  return (
    <DataTable
      caption={t('list')} columns={columns} rows={rows} rowId={(row) => String(row.personId)} onOpen={(row) => onOpen(row.personId)} openId={openId === undefined ? undefined : String(openId)}
      pages={pages} empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
    />
  );
}

function Bar({ counted, onTheWay, expected, needed }: CompliancePerson['figures']) {
  const t = useTexts(say);
  return (
    <span className="row g2">
      <span className="sp" style={{ minWidth: 76 }}>
        <Progress label={t('personBar', { counted, onTheWay, expected, needed })} max={Math.max(needed, counted + onTheWay + expected)} parts={partsOf({ counted, onTheWay, expected })} />
      </span>
      <span className="tn nw">{counted}/{needed}</span>
    </span>
  );
}
