import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button, DataTable, EmptyState, Note, Person, Sheet, StatusText, type Column } from '@halong/design/web';
import { clipboardRows, passResultNames, readPasted, weightSum, wholeWeight, type GradeRow, type GradeSheet, type Mark, type MarkTable as PastedTable } from '@halong/assessment/contract';
import { formatNumber, formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { say as sayBook } from './grade-book.texts.ts';
import { say } from './grade-sheet.texts.ts';
import { MarkInput } from './mark-input.tsx';
import { markText } from './mark-text.ts';
import { cellKey } from './pending-marks.ts';
import { resultLooks } from './result-looks.ts';
import type { Marks } from './use-marks.ts';

const MarksPreview = lazy(() => import('./marks-preview.tsx').then((one) => ({ default: one.MarksPreview })));
const TraineePanel = lazy(() => import('./trainee-panel.tsx').then((one) => ({ default: one.TraineePanel })));

/** A class of 300 with twelve components stays quick: as many inputs at a time as a screen holds. */
const pageSize = 50;

interface Focused {
  row: GradeRow;
  component: GradeSheet['components'][number];
}

/** Every trainee and every component; cells are typed in while the sheet is open. */
export function MarkTable({ sheet, marks }: { sheet: GradeSheet; marks: Marks }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [bad, setBad] = useState<{ key: string; cell: string; text: string }>();
  const [focused, setFocused] = useState<Focused>();
  const [page, setPage] = useState(1);
  const [pasted, setPasted] = useState<PastedTable>();
  const [openId, setOpenId] = useState<number>();
  const frame = useRef<HTMLDivElement>(null);
  const wanted = useRef<string>(undefined);
  const book = useTexts(sayBook);
  const pages = Math.max(1, Math.ceil(sheet.rows.length / pageSize));
  const shown = sheet.rows.slice((Math.min(page, pages) - 1) * pageSize, Math.min(page, pages) * pageSize);
  const opened = sheet.rows.find(({ enrolmentId }) => enrolmentId === openId);

  // A key led over the end of a page: the cell is there now.
  useEffect(() => {
    if (wanted.current === undefined) return;
    frame.current?.querySelector<HTMLInputElement>(`input[data-at="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  }, [page]);

  function beyond(row: number, column: number) {
    if (row < 0 || row >= sheet.rows.length) return;
    wanted.current = `${row}-${column}`;
    setPage(Math.floor(row / pageSize) + 1);
  }

  const number = (value: number) => formatNumber(value, language);
  const nameOf = (component: Focused['component']) => (language === 'vi' ? component.nameVi : component.nameEn);
  const cellName = ({ row, component }: Focused) => t('cell', { component: nameOf(component), name: row.fullName });
  const markOf = (row: GradeRow, at: number): Mark => {
    const cell = row.marks[at]!;
    return marks.pending[cellKey(row.enrolmentId, cell.component)]?.mark ?? cell.mark;
  };
  const categoryOf = ({ category }: Focused['component']) => {
    const found = sheet.categories.find(({ key }) => key === category);
    return found && (language === 'vi' ? found.nameVi : found.nameEn);
  };
  const facts = { mark: number(sheet.passMark), scale: number(sheet.scale), step: number(sheet.step) };

  const at = new Map(sheet.rows.map((row, index) => [row.enrolmentId, index]));

  function cell(row: GradeRow, component: Focused['component'], column: number) {
    const mark = markOf(row, column);
    if (!sheet.can.edit) {
      if (mark.kind === 'BLANK') return <span className="muted"><span aria-hidden>–</span><span className="vh">{t('none')}</span></span>;
      return mark.kind === 'EXCUSED' ? <span className="soft">{t('excused')}</span> : markText(mark, language);
    }
    const key = cellKey(row.enrolmentId, component.key);
    const label = cellName({ row, component });
    return (
      <MarkInput
        label={label} mark={mark} scale={sheet.scale} step={sheet.step} language={language} saving={key in marks.pending}
        at={{ row: at.get(row.enrolmentId) ?? 0, column }} onMark={(next) => marks.type(row.enrolmentId, component.key, next)} onFocus={() => setFocused({ row, component })}
        onBeyond={(to) => beyond(to, column)} onPasteBlock={(text) => setPasted(readPasted(clipboardRows(text), sheet, { row: at.get(row.enrolmentId) ?? 0, column }))}
        onBad={(text) => setBad((before) => (text === undefined ? (before?.key === key ? undefined : before) : { key, cell: label, text }))}
      />
    );
  }

  const columns: Column<GradeRow>[] = [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} withAvatar={false} /> },
    ...sheet.components.map((component, index): Column<GradeRow> => ({
      key: component.key, over: categoryOf(component), phone: sheet.can.edit ? 'line' : 'hide', head: t('weight', { name: nameOf(component), percent: formatPercent(component.weight, language) }), align: 'right', cell: (row) => cell(row, component, index),
    })),
    { key: 'average', head: t('average'), align: 'right', cell: (row) => (row.average === null ? <span className="muted" aria-hidden>–</span> : <b>{number(row.average)}{row.override && '*'}</b>) },
    { key: 'band', head: t('band'), cell: (row) => row.band && <span className="nw">{language === 'vi' ? row.band.nameVi : row.band.nameEn}</span> },
    { key: 'result', head: t('result'), cell: (row) => <StatusText {...resultLooks[row.result]}>{passResultNames[row.result][language]}</StatusText> },
  ];
  return (
    <>
      <div className="row wrap g3">
        <p className="soft" style={{ flex: '1 1 280px' }}>{sheet.can.edit ? `${t('how')} ${book('pages')} ${t('scale', facts)}` : t('readOnly', facts)} <b>{book('sum', { percent: formatPercent(weightSum(sheet.components) / wholeWeight, language) })}</b></p>
        {sheet.can.edit && (
          <Button size="s" disabled={!focused} aria-label={focused ? `${t('excuse')}: ${cellName(focused)}` : undefined} onClick={() => focused && marks.type(focused.row.enrolmentId, focused.component.key, { kind: 'EXCUSED' })}>
            {t('excuse')}
          </Button>
        )}
      </div>
      {bad && <Note tone="act">{t('bad', { cell: bad.cell, text: bad.text, scale: facts.scale, step: facts.step })}</Note>}
      <div ref={frame} className="contents">
        <Sheet padded={false} fill>
          <DataTable
            caption={t('title')} columns={columns} rows={shown} rowId={(row) => String(row.enrolmentId)} dense phone={sheet.can.edit ? 'scroll' : 'cards'}
            onOpen={(row) => setOpenId(row.enrolmentId)} openId={openId === undefined ? undefined : String(openId)}
            pages={pages > 1 ? { page, pageSize, total: sheet.rows.length, onPage: setPage } : undefined}
            empty={<EmptyState title={t('nobody')}>{t('nobodyWhy')}</EmptyState>}
          />
        </Sheet>
      </div>
      <Suspense fallback={null}>
        {pasted && <MarksPreview sheet={sheet} table={pasted} way="PASTED" onClose={() => setPasted(undefined)} />}
        {opened && <TraineePanel sheet={sheet} row={opened} onClose={() => setOpenId(undefined)} />}
      </Suspense>
    </>
  );
}
