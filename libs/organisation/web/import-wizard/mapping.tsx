import { useState, type ReactNode } from 'react';
import { Button, DataTable, Note, PageHead, SelectField, Sheet, type Column } from '@halong/design/web';
import { importRoutes, organisationErrors, sayImportField, type ImportDetail, type ImportFieldName, type ImportMapping } from '@halong/organisation/contract';
import { fillText } from '@halong/platform/contract';
import { formatNumber, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { HeadChoice } from './head-choice.tsx';
import { say } from './import-wizard.texts.ts';
import { useSourceText } from './source-text.ts';

type FieldRow = ImportMapping['fields'][number];

/** The heading, then which column holds which field: proposed, changed by hand. */
export function Mapping({ detail, steps }: { detail: ImportDetail; steps: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const found = detail.mapping !== null && detail.mapping.rows > 0;
  const [choosing, setChoosing] = useState(false);
  const known = detail.problem && organisationErrors[detail.problem.code as keyof typeof organisationErrors];
  const refused = known && <Note tone="act">{fillText(known[language], detail.problem?.params)}</Note>;
  if (!found) {
    return (
      <>
        <PageHead title={t('noHeadTitle')} sub={t('noHeadSub', { file: detail.fileName })} actions={<Button to="/imports">{t('another')}</Button>} />
        {steps}
        {refused}
        <HeadChoice detail={detail} />
      </>
    );
  }
  return (
    <Columns detail={detail} steps={steps} other={<Button onClick={() => setChoosing(!choosing)} aria-expanded={choosing}>{t(choosing ? 'hideHead' : 'chooseHead')}</Button>}>
      {refused}
      {choosing && <HeadChoice detail={detail} />}
    </Columns>
  );
}

function Columns({ detail, steps, other, children }: { detail: ImportDetail; steps: ReactNode; other: ReactNode; children: ReactNode }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const source = useSourceText(detail);
  const mapping = detail.mapping as ImportMapping;
  const [chosen, setChosen] = useState<Record<string, number>>(() => Object.fromEntries(mapping.fields.flatMap(({ field, col }) => (col === null ? [] : [[field, col]]))));
  const map = useMutationOf(importRoutes.mapColumns, { invalidates: [importRoutes.getImport] });
  const byCol = new Map(mapping.columns.map((column) => [column.col, column]));
  const missing = mapping.fields.filter(({ field, required }) => required && chosen[field] === undefined);
  const unused = mapping.columns.filter(({ col }) => !Object.values(chosen).includes(col));
  const choose = (field: string, value: string) => {
    const { [field]: _dropped, ...others } = chosen;
    // A column holds one field: the one chosen last.
    const kept = Object.fromEntries(Object.entries(others).filter(([, col]) => String(col) !== value));
    setChosen(value ? { ...kept, [field]: Number(value) } : kept);
  };
  const name = (field: string) => sayImportField(language, field as ImportFieldName);

  const columns: Column<FieldRow>[] = [
    { key: 'field', head: t('field'), width: '26%', cell: ({ field, required }) => <><span className="m">{name(field)}</span>{required && <span className="xs muted"> {t('required')}</span>}</> },
    {
      key: 'column', head: t('column'), width: '36%',
      cell: ({ field, required }) => (
        <SelectField
          compact label={`${t('column')}: ${name(field)}`} labelHidden value={String(chosen[field] ?? '')} onChange={(value) => choose(field, value)}
          placeholder={t('notImported')} error={required && chosen[field] === undefined ? t('missing') : undefined}
          options={mapping.columns.map(({ col, letter, header }) => ({ value: String(col), label: `${letter} · ${header}` }))}
        />
      ),
    },
    { key: 'samples', head: t('samples'), cell: ({ field }) => <span className="soft sm">{byCol.get(chosen[field] ?? 0)?.samples.join(' · ')}</span> },
  ];
  return (
    <>
      <PageHead
        title={t('mapTitle', { found: Object.keys(chosen).length, all: mapping.fields.length, head: mapping.headerRows.join('–') })}
        sub={t('mapSub', { source, first: mapping.firstDataRow ?? 0 })}
        actions={(
          <>
            {other}
            <Button variant="primary" disabled={missing.length > 0} loading={map.isPending} onClick={() => map.mutate({ params: { id: detail.id }, body: { version: detail.version, columns: chosen } })}>
              {t('runDry', { rows: formatNumber(mapping.rows, language) })}
            </Button>
          </>
        )}
      />
      {steps}
      {children}
      {map.error && <Note tone="act">{map.error.problem.title}</Note>}
      <Sheet padded={false}>
        <DataTable caption={t('step2')} columns={columns} rows={mapping.fields} rowId={({ field }) => field} />
      </Sheet>
      {unused.length > 0 && <p className="soft">{t('unused', { columns: unused.map(({ letter, header }) => `${letter} · ${header}`).join(', ') })}</p>}
    </>
  );
}
