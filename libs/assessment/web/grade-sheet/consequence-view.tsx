import { DataTable, Note, Person, type Column } from '@halong/design/web';
import { passResultNames, type Consequence, type Consequences } from '@halong/assessment/contract';
import { formatNumber, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './grade-book.texts.ts';

/** Who changes, who falls below, whose certificate would not be earned any more: before anything is saved. */
export function ConsequenceView({ found }: { found: Consequences }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const outcome = ({ average, band, result }: Consequence['before']) =>
    [average === null ? '–' : formatNumber(average, language), band && (language === 'vi' ? band.nameVi : band.nameEn), passResultNames[result][language]].filter(Boolean).join(' · ');
  const columns: Column<Consequence>[] = [
    { key: 'person', head: t('person'), cell: (one) => <Person name={one.fullName} id={String(one.enrolmentId)} sub={one.unitName} /> },
    { key: 'before', head: t('before'), cell: (one) => <span className="soft">{outcome(one.before)}</span> },
    { key: 'after', head: t('after'), cell: (one) => <span><b>{outcome(one.after)}</b>{one.certificate && <small className="muted"> {t('certificate', { no: one.certificate })}</small>}</span> },
  ];
  return (
    <div className="col g3">
      {found.changes.length === 0 ? <Note tone="ok">{t('noConsequence')}</Note> : (
        <Note tone={found.falls > 0 ? 'act' : 'warn'} title={t('consequenceTitle', { changes: found.changes.length, total: found.trainees })}>
          {t('consequenceLead', { band: found.band, falls: found.falls, rises: found.rises })}
        </Note>
      )}
      {found.certificates > 0 && <Note tone="act">{t('certificates', { count: found.certificates })}</Note>}
      {found.decisionNo !== null && <Note tone="warn">{t('decided', { no: found.decisionNo })}</Note>}
      {found.changes.length > 0 && <DataTable caption={t('consequenceTitle', { changes: found.changes.length, total: found.trainees })} columns={columns} rows={found.changes} rowId={(one) => String(one.enrolmentId)} rowTone={(one) => (one.falls ? 'bad' : undefined)} dense />}
    </div>
  );
}
