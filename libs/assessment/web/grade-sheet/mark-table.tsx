import { useState } from 'react';
import { Button, DataTable, EmptyState, Note, Person, Sheet, StatusText, type Column } from '@halong/design/web';
import { passResultNames, type GradeRow, type GradeSheet, type Mark } from '@halong/assessment/contract';
import { formatNumber, formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './grade-sheet.texts.ts';
import { MarkInput } from './mark-input.tsx';
import { markText } from './mark-text.ts';
import { cellKey } from './pending-marks.ts';
import { resultLooks } from './result-looks.ts';
import type { Marks } from './use-marks.ts';

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
  const number = (value: number) => formatNumber(value, language);
  const nameOf = (component: Focused['component']) => (language === 'vi' ? component.nameVi : component.nameEn);
  const cellName = ({ row, component }: Focused) => t('cell', { component: nameOf(component), name: row.fullName });
  const markOf = (row: GradeRow, at: number): Mark => {
    const cell = row.marks[at]!;
    return marks.pending[cellKey(row.enrolmentId, cell.component)]?.mark ?? cell.mark;
  };
  const facts = { mark: number(sheet.passMark), scale: number(sheet.scale), step: number(sheet.step) };

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
        at={{ row: sheet.rows.indexOf(row), column }} onMark={(next) => marks.type(row.enrolmentId, component.key, next)} onFocus={() => setFocused({ row, component })}
        onBad={(text) => setBad((before) => (text === undefined ? (before?.key === key ? undefined : before) : { key, cell: label, text }))}
      />
    );
  }

  const columns: Column<GradeRow>[] = [
    { key: 'name', head: t('name'), cell: (row) => <Person name={row.fullName} id={String(row.personId)} sub={row.unitName} withAvatar={false} /> },
    ...sheet.components.map((component, at): Column<GradeRow> => ({
      key: component.key, head: t('weight', { name: nameOf(component), percent: formatPercent(component.weight, language) }), align: 'right', cell: (row) => cell(row, component, at),
    })),
    { key: 'average', head: t('average'), align: 'right', cell: (row) => (row.average === null ? <span className="muted" aria-hidden>–</span> : <b>{number(row.average)}</b>) },
    { key: 'band', head: t('band'), cell: (row) => row.band && <span className="nw">{language === 'vi' ? row.band.nameVi : row.band.nameEn}</span> },
    { key: 'result', head: t('result'), cell: (row) => <StatusText {...resultLooks[row.result]}>{passResultNames[row.result][language]}</StatusText> },
  ];
  return (
    <>
      <div className="row wrap g3">
        <p className="soft" style={{ flex: '1 1 280px' }}>{sheet.can.edit ? `${t('how')} ${t('scale', facts)}` : t('readOnly', facts)}</p>
        {sheet.can.edit && (
          <Button size="s" disabled={!focused} aria-label={focused ? `${t('excuse')}: ${cellName(focused)}` : undefined} onClick={() => focused && marks.type(focused.row.enrolmentId, focused.component.key, { kind: 'EXCUSED' })}>
            {t('excuse')}
          </Button>
        )}
      </div>
      {bad && <Note tone="act">{t('bad', { cell: bad.cell, text: bad.text, scale: facts.scale, step: facts.step })}</Note>}
      <Sheet padded={false} fill>
        <DataTable
          caption={t('title')} columns={columns} rows={sheet.rows} rowId={(row) => String(row.enrolmentId)} dense phone="scroll"
          empty={<EmptyState title={t('nobody')}>{t('nobodyWhy')}</EmptyState>}
        />
      </Sheet>
    </>
  );
}
