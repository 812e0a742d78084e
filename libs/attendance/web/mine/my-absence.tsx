import { absenceRoutes, type PartAbsenceView } from '@halong/attendance/contract';
import { EmptyState, ErrorState, Progress, Sheet, Skeletons, StatusChip, type ProgressPart } from '@halong/design/web';
import { formatNumber, formatPercent, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './mine.texts.ts';

/** My absence in a class: what may still be missed comes first, then each part with its limit. */
export function MyAbsence({ classId }: { classId: number }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data, error, refetch } = useQueryOf(absenceRoutes.myAbsence, { query: { classId } });
  if (error?.problem.status === 404) return null;
  if (error && !data) return <ErrorState problem={error.problem} onRetry={() => void refetch()} />;
  if (!data) return <Skeletons rows={2} />;
  if (data.periodsTotal === 0) return <Sheet padded={false}><EmptyState title={t('absenceNone')}>{t('absenceNoneWhy')}</EmptyState></Sheet>;
  const barred = data.parts.filter((part) => part.barred).length;
  const title = barred > 0 ? t('absenceBarred', { parts: barred }) : t('absence', { left: data.periodsLeftBeforeBarred });
  return (
    <Sheet title={title} aside={data.barred && <StatusChip tone="act">{t('barred')}</StatusChip>}>
      <div className="col g4">
        <p className="soft">{t('credited', { credited: data.periodsCredited, held: data.periodsHeld, total: data.periodsTotal })}</p>
        {data.parts.map((part) => <Part key={part.partId} part={part} name={(language === 'vi' ? part.titleVi : part.titleEn) || t('noPart')} />)}
      </div>
    </Sheet>
  );
}

function Part({ part, name }: { part: PartAbsenceView; name: string }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { absent, plannedPeriods, ratio, limit } = part;
  const total = t('partTotal', { absent: formatNumber(absent, language), planned: plannedPeriods, ratio: formatPercent(ratio, language), limit: formatNumber(limit, language) });
  const kinds = (['excused', 'unexcused', 'late', 'toDecide'] as const).flatMap((kind) => (part[kind] > 0 ? [t(kind, { count: part[kind] })] : []));
  const bar: ProgressPart[] = [{ value: absent, look: part.barred ? 'gap' : 'b3' }];
  return (
    <div>
      <div className="row"><span className="sp m">{name}</span>{part.barred ? <span className="act-t">{t('barred')}</span> : <span className="soft">{t('left', { count: part.periodsLeftBeforeBarred })}</span>}</div>
      {/* The whole bar is what may be missed. */}
      <Progress parts={bar} max={Math.max(limit, absent)} label={total} />
      <p className="sm muted">{[total, ...kinds].join(' · ')}</p>
    </div>
  );
}
