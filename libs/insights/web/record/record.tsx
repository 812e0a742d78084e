import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, DataTable, EmptyState, ErrorState, PageHead, SelectField, Sheet, SidePanel, Skeletons, StatusText, usePage, type Column } from '@halong/design/web';
import { verdictNames } from '@halong/completion/contract';
import { MyConditions, verdictLooks } from '@halong/completion/web';
import { recordRoutes, type TrainingRecord } from '@halong/insights/contract';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { MyCertificates } from './my-certificates.tsx';
import { MyResults } from './my-results.tsx';
import { say } from './record.texts.ts';
import { yearHeadline, YearLedger } from './year-ledger.tsx';

type MyClass = TrainingRecord['classes'][number];

/** What I have learned: the periods of the year, my classes and what they miss, results, certificates. */
export default function Record() {
  const t = useTexts(say);
  const [params, setParams] = useSearchParams();
  const asked = Number(params.get('year')) || undefined;
  const [open, setOpen] = useState<MyClass>();
  usePage({ crumbs: [{ label: t('title') }] });
  const { data, error, refetch } = useQueryOf(recordRoutes.getMyRecord, { query: { year: asked } });
  if (error && !data) return <ErrorState centered problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={5} />;
  const { year } = data.figures;
  const years = [...new Set([...data.years, year])].sort((one, other) => other - one);
  return (
    <>
      <PageHead
        title={yearHeadline(data.figures, t)}
        actions={years.length > 1 && (
          <SelectField
            compact label={t('year')} labelHidden value={String(year)} onChange={(next) => setParams({ year: next }, { replace: true })}
            options={years.map((one) => ({ value: String(one), label: `${t('year')} ${one}` }))}
          />
        )}
      />
      <div className="cols">
        <div className="col g4">
          <YearLedger figures={data.figures} />
          <Classes rows={data.classes} year={year} openId={open?.classId} onOpen={setOpen} />
          <MyResults results={data.results} />
        </div>
        <div className="col g4"><MyCertificates certificates={data.certificates} /></div>
      </div>
      {open && <Conditions found={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

interface ClassesProps {
  rows: readonly MyClass[];
  year: number;
  openId: number | undefined;
  onOpen: (found: MyClass) => void;
}

function Classes({ rows, year, openId, onOpen }: ClassesProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const periods = ({ attended, expected }: MyClass) => t(expected === 0 ? 'attended' : attended === 0 ? 'toCome' : 'attendedAnd', { attended, expected });
  const columns: Column<MyClass>[] = [
    { key: 'class', head: t('class'), cell: (row) => <span>{language === 'vi' ? row.nameVi : row.nameEn} <span className="muted nw">{row.code}</span></span> },
    { key: 'periods', head: t('classPeriods'), width: 190, cell: (row) => <span>{periods(row)}<br /><small className="muted">{t(row.state)}</small></span> },
    { key: 'completion', head: t('completion'), cell: (row) => row.completion && <StatusText {...verdictLooks[row.completion]}>{verdictNames[row.completion][language]}</StatusText> },
    {
      key: 'why', head: t('why'), headHidden: true, actions: true,
      cell: (row) => row.completion && <Button size="s" variant="tint" aria-label={t('whyOf', { code: row.code })} onClick={() => onOpen(row)}>{t('why')}</Button>,
    },
  ];
  return (
    <Sheet title={t('classes', { year })} padded={false}>
      <DataTable
        caption={t('classes', { year })} columns={columns} rows={rows} rowId={(row) => String(row.classId)} openId={openId === undefined ? undefined : String(openId)}
        empty={<EmptyState title={t('noClasses', { year })}>{t('noClassesWhy')}</EmptyState>}
      />
    </Sheet>
  );
}

function Conditions({ found, onClose }: { found: MyClass; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const name = language === 'vi' ? found.nameVi : found.nameEn;
  return (
    <SidePanel
      open onClose={onClose} label={t('conditions', { code: found.code })} head={<><h2>{name}</h2><p className="muted sm">{found.code}</p></>}
      foot={<Button to={`/classes/${found.classId}`}>{t('toClass')}</Button>}
    >
      <MyConditions key={found.classId} classId={found.classId} />
    </SidePanel>
  );
}
