import {
  DataTable, EmptyState, IconCircleCheck, IconCircleX, IconEdit, IconPlus, IconStack2, Sheet, StatusText, Tiles, type Column, type IconType, type Tone,
} from '@halong/design/web';
import { programmeProblemTexts, type ProgrammeImport } from '@halong/catalogue/contract';
import { fillText } from '@halong/platform/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { say } from './programme-import.texts.ts';

type Row = ProgrammeImport['rows'][number];
type Problem = ProgrammeImport['problems'][number];

const looks: Record<Row['bucket'], { tone: Tone; icon: IconType }> = {
  NEW: { tone: 'ok', icon: IconPlus },
  VERSION: { tone: 'info', icon: IconStack2 },
  CHANGED: { tone: 'info', icon: IconEdit },
  SAME: { tone: 'mute', icon: IconCircleCheck },
};

/** What the file would do, row by row; refused rows first, with what to correct. */
export function ImportResult({ tried }: { tried: ProgrammeImport }) {
  const t = useTexts(say);
  const { counts, problems } = tried;
  return (
    <>
      <Tiles
        tiles={[
          { value: counts.NEW, label: t('NEW'), note: t('noteNEW'), ...looks.NEW },
          { value: counts.VERSION + counts.CHANGED, label: t('VERSION'), note: t('noteVERSION'), ...looks.VERSION },
          { value: counts.SAME, label: t('SAME'), note: t('noteSAME'), ...looks.SAME },
          { value: counts.refused, label: t('refused'), note: t('noteRefused'), tone: counts.refused > 0 ? 'act' : 'mute', icon: IconCircleX },
        ]}
      />
      {problems.length > 0 && <Sheet title={t('problems', { count: counts.refused })} ruled padded={false}><Problems problems={problems} /></Sheet>}
      <Sheet title={t('rows')} ruled padded={false}><Rows rows={tried.rows} /></Sheet>
    </>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const columns: Column<Problem>[] = [
    { key: 'row', head: t('row'), width: 90, cell: (one) => (one.row === 0 ? t('wholeFile') : one.row) },
    { key: 'why', head: t('why'), cell: (one) => fillText(programmeProblemTexts[one.code][language], one.params) },
  ];
  return <DataTable caption={t('why')} columns={columns} rows={problems} rowId={(one) => `${one.row}-${one.code}-${String(one.params['column'] ?? '')}`} rowTone={() => 'bad'} />;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const t = useTexts(say);
  const columns: Column<Row>[] = [
    { key: 'row', head: t('row'), align: 'right', width: 70, cell: (one) => one.row, phone: 'hide' },
    { key: 'code', head: t('code'), width: 130, cell: (one) => <span className="muted nw">{one.code}</span> },
    { key: 'name', head: t('name'), rowHead: true, cell: (one) => one.nameVi },
    { key: 'result', head: t('result'), cell: (one) => <StatusText {...looks[one.bucket]}>{t(one.bucket)}</StatusText> },
    ...(rows.some((one) => one.differs.length > 0) ? [{ key: 'differs', head: t('differs'), cell: (one: Row) => one.differs.join(', ') }] : []),
  ];
  return <DataTable caption={t('rows')} columns={columns} rows={rows} rowId={(one) => String(one.row)} empty={<EmptyState title={t('nothing')}>{t('nothingWhy')}</EmptyState>} />;
}
