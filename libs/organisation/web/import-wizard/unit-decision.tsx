import { useDeferredValue, useState } from 'react';
import { Button, ComboField, Dialog, Note, SelectField, type ComboOption } from '@halong/design/web';
import { importRoutes, unitOption, unitRoutes, type ImportRow } from '@halong/organisation/contract';
import { useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './import-wizard.texts.ts';

const keep = 'keep';
const other = 'other';

/** Which unit a text means: one of the candidates, any other, or left as it is. Saved at once. */
export function UnitDecision({ importId, row }: { importId: number; row: ImportRow }) {
  const t = useTexts(say);
  const [searching, setSearching] = useState(false);
  const decide = useMutationOf(importRoutes.decideRow, { invalidates: [importRoutes.listRows, importRoutes.getImport] });
  const save = (decision: { unitId: number | null } | null) => decide.mutate({ params: { id: importId, rowNo: row.rowNo }, body: { decision } });
  const chosen = row.decision?.unit;
  const listed = chosen && !row.candidates.some(({ id }) => id === chosen.id) ? [...row.candidates, chosen] : row.candidates;
  const isMoved = row.reasons.some(({ code }) => code === 'UNIT_MOVED');
  const pick = (value: string) => {
    if (value === other) setSearching(true);
    else save(value === '' ? null : { unitId: value === keep ? null : Number(value) });
  };
  return (
    <>
      <SelectField
        compact label={t('chooseUnit', { name: row.name })} labelHidden placeholder={t('choose')} onChange={pick} error={decide.error?.problem.title}
        value={row.decision === null ? '' : chosen ? String(chosen.id) : keep}
        options={[
          ...listed.map(({ id, name }) => ({ value: String(id), label: name })),
          { value: keep, label: isMoved ? t('keepFirst') : t('keepPending') },
          { value: other, label: t('otherUnit') },
        ]}
      />
      {searching && <OtherUnit row={row} onClose={() => setSearching(false)} onChoose={(unitId) => { save({ unitId }); setSearching(false); }} />}
    </>
  );
}

function OtherUnit({ row, onClose, onChoose }: { row: ImportRow; onClose: () => void; onChoose: (unitId: number) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [unit, setUnit] = useState<ComboOption>();
  const search = useDeferredValue(text);
  const { data, error, isFetching } = useQueryOf(unitRoutes.listUnits, { query: { search, size: 20 } });
  return (
    <Dialog
      open onClose={onClose} title={t('otherTitle', { name: row.name })} lead={t('otherLead', { text: row.unitText })}
      actions={(
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button variant="primary" disabled={!unit} onClick={() => unit && onChoose(Number(unit.value))}>{unit ? t('takeUnit', { unit: unit.label }) : t('choose')}</Button>
        </>
      )}
    >
      {error && <Note tone="act">{error.problem.title}</Note>}
      <ComboField
        label={t('unit')} value={unit} onChange={setUnit} onSearch={setText} loading={isFetching}
        options={(data?.items ?? []).map((one) => unitOption(one, language))}
      />
    </Dialog>
  );
}
