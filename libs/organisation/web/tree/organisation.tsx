import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, DateField, EmptyState, ErrorState, finds, PageHead, SearchField, Segmented, Sheet, Skeletons, usePage } from '@halong/design/web';
import { unitRoutes } from '@halong/organisation/contract';
import { formatDay, formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './organisation.texts.ts';
import { treeLines, type Line } from './tree.rules.ts';
import { UnitPanel } from './unit-panel.tsx';
import { UnitTree, type TreeUnit } from './unit-tree.tsx';

/** The last day of the districts and the first day without them: the reorganisation of 2025. */
const beforeMerger = '2025-06-30';
const afterMerger = '2025-07-01';

/** The dated tree: as it is, or as it was on any day. */
export default function Organisation() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { on, unitId, set } = useAddress();
  const [search, setSearch] = useState('');
  usePage({ crumbs: [{ label: t('title') }] });
  const { data, error, refetch } = useQueryOf(unitRoutes.unitTree, { query: on ? { on } : {} });
  const units = useMemo(() => data?.units ?? [], [data]);
  const { open, toggle, setAll } = useOpenUnits(units);
  const lines: Line<TreeUnit>[] = search
    ? units.filter((unit) => finds(search, `${unit.nameVi} ${unit.nameEn} ${unit.code}`)).map((unit) => ({ unit, depth: 0, hasChildren: false }))
    : treeLines(units, open);
  const people = units.find(({ type }) => type === 'PROVINCE')?.people ?? 0;
  return (
    <>
      <PageHead
        title={data ? t(on ? 'headlineThen' : 'headline', { units: formatNumber(units.length, language), people: formatNumber(people, language), day: formatDay(data.on) }) : t('title')}
        sub={t(on ? 'leadThen' : 'lead')}
      />
      <div className="row wrap g3" style={{ alignItems: 'end' }}>
        <Day on={on} shown={data?.on ?? ''} onDay={(day) => set('on', day)} />
        <SearchField label={t('search')} value={search} onChange={setSearch} />
        <Button size="s" onClick={() => setAll(true)}>{t('expandAll')}</Button>
        <Button size="s" onClick={() => setAll(false)}>{t('collapseAll')}</Button>
      </div>
      <Sheet padded={false} title={t('tree')} ruled>
        {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
        {!error && !data && <Skeletons height={44} rows={8} />}
        {data && lines.length === 0 && <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
        {lines.length > 0 && <UnitTree lines={lines} open={open} chosen={unitId} on={on} onToggle={toggle} onChoose={(id) => set('unit', String(id))} />}
      </Sheet>
      {unitId !== undefined && <UnitPanel id={unitId} on={data?.on} onClose={() => set('unit', '')} />}
    </>
  );
}

/** The day and the unit stand in the address, so that a link shows the same. */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const set = (key: 'on' | 'unit', value: string) => setParams((now) => {
    const next = new URLSearchParams(now);
    if (value) next.set(key, value);
    else next.delete(key);
    return next;
  }, { replace: true });
  return { on: params.get('on') ?? '', unitId: Number(params.get('unit')) || undefined, set };
}

const isTop = ({ parentId, type }: TreeUnit): boolean => parentId === null || type === 'GROUP';

/** The province and its groups are open unless somebody closed them; the rest is closed. */
function useOpenUnits(units: readonly TreeUnit[]) {
  const [toggled, setToggled] = useState<ReadonlySet<number>>(new Set());
  const open = useMemo(() => new Set(units.filter((unit) => isTop(unit) !== toggled.has(unit.id)).map(({ id }) => id)), [units, toggled]);
  const toggle = (id: number) => setToggled((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  const setAll = (wanted: boolean) => setToggled(new Set(units.filter((unit) => isTop(unit) !== wanted).map(({ id }) => id)));
  return { open, toggle, setAll };
}

function Day({ on, shown, onDay }: { on: string; shown: string; onDay: (day: string) => void }) {
  const t = useTexts(say);
  const view = on === '' ? 'today' : on === beforeMerger ? 'before' : on === afterMerger ? 'after' : 'other';
  return (
    <>
      <DateField label={t('day')} value={on || shown} onChange={onDay} hint="" />
      <Segmented
        label={t('day')} value={view} onChange={(next) => onDay({ before: beforeMerger, after: afterMerger }[next as string] ?? '')}
        options={[
          { value: 'today', label: t('today') }, { value: 'before', label: t('before'), count: t('beforeDay') }, { value: 'after', label: t('after'), count: t('afterDay') },
        ]}
      />
    </>
  );
}
