import { ErrorState, SidePanel, Skeletons } from '@halong/design/web';
import { ruleSetRoutes, type RuleSetItem } from '@halong/regulations/contract';
import { formatDay, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { RuleValues } from './rule-values.tsx';
import { say } from './rule-set.texts.ts';

/** One version of the rules beside the list, with each value and its basis. */
export function RuleSetPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data, error, refetch } = useQueryOf(ruleSetRoutes.getRuleSet, { params: { id } });
  const name = data ? (language === 'vi' ? data.nameVi : data.nameEn) : '';
  const head = data ? <><h2>{name}</h2><p className="soft">{t('versionNo', { n: data.version })}, {daysOf(data, t)}</p></> : <span />;
  return (
    <SidePanel open onClose={onClose} label={name || t('title')} width={432} head={head}>
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!data && !error && <Skeletons rows={6} />}
      {data && <RuleValues rules={data.rules} basis={data.basis} />}
    </SidePanel>
  );
}

type Say = ReturnType<typeof useTexts<Parameters<typeof say>[1]>>;

/** "từ 01/01/2026" or "01/01/2026 – 31/12/2026". */
export function daysOf(item: Pick<RuleSetItem, 'validFrom' | 'validTo'>, t: Say): string {
  return item.validTo ? t('span', { from: formatDay(item.validFrom), to: formatDay(item.validTo) }) : t('from', { day: formatDay(item.validFrom) });
}
