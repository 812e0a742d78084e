import { Progress, type Column } from '@halong/design/web';
import type { UnitCompletion } from '@halong/insights/contract';
import { formatNumber, formatPercent, useLanguage, useTexts } from '@halong/platform/web';
import { say } from './overview.texts.ts';

/** Enrolments and people, each counted and said apart. */
export function useUnitColumns(): Column<UnitCompletion>[] {
  const t = useTexts(say);
  const { language } = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return [
    { key: 'unit', head: t('unit'), cell: (row) => (language === 'vi' ? row.unit.nameVi : row.unit.nameEn) },
    { key: 'enrolments', head: t('enrolments'), align: 'right', cell: (row) => number(row.personTimes) },
    { key: 'people', head: t('people'), align: 'right', cell: (row) => number(row.headcount) },
    {
      key: 'completed', head: t('completed'), width: 220, cell: (row) => (
        <span className="row g2">
          <span className="sp" style={{ minWidth: 60 }}>
            <Progress label={t('completedBar', { done: row.completedPersonTimes, total: row.personTimes })} max={row.personTimes} parts={[{ value: row.completedPersonTimes }]} />
          </span>
          <span className="tn nw">{number(row.completedPersonTimes)}{row.personTimes > 0 && `, ${formatPercent(row.completedPersonTimes / row.personTimes, language)}`}</span>
        </span>
      ),
    },
    { key: 'completedPeople', head: t('completedPeople'), align: 'right', cell: (row) => number(row.completedHeadcount) },
    { key: 'certificates', head: t('certificates'), align: 'right', cell: (row) => number(row.certificates) },
  ];
}
