import { Button, ErrorState, IconSitemap, Icon, Note, SidePanel, Skeletons } from '@halong/design/web';
import { unitRoutes, type Unit } from '@halong/organisation/contract';
import { formatDay, formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { UnitLink } from './unit-link.tsx';
import { say } from './organisation.texts.ts';

/** One unit: its days, what it was formed from, what it became, and the people behind the number. */
export function UnitPanel({ id, on, onClose }: { id: number; on: string | undefined; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const { data, error, refetch } = useQueryOf(unitRoutes.getUnit, { params: { id } });
  const name = (unit: { nameVi: string; nameEn: string }) => (language === 'en' && unit.nameEn ? unit.nameEn : unit.nameVi);
  const days = (unit: Unit) => [unit.validFrom && t('from', { day: formatDay(unit.validFrom) }), unit.validTo && t('to', { day: formatDay(unit.validTo) })].filter(Boolean).join(' ');
  const others = (title: string, units: readonly Unit[]) => units.length > 0 && (
    <section>
      <h3>{title}</h3>
      <ul className="col g1">
        {units.map((unit) => <li key={unit.id}><UnitLink id={unit.id}>{name(unit)}</UnitLink> <span className="xs muted">{days(unit)}</span></li>)}
      </ul>
    </section>
  );
  return (
    <SidePanel
      open onClose={onClose} label={data ? name(data) : t('title')}
      head={<span className="row"><Icon of={IconSitemap} /><h2>{data ? name(data) : t('title')}</h2></span>}
      foot={data && data.people > 0 && <Button variant="primary" to={`/people?unit=${id}`}>{t('seePeople', { count: formatNumber(data.people, language) })}</Button>}
    >
      {error && !data && <ErrorState problem={error.problem} onRetry={() => void refetch()} />}
      {!error && !data && <Skeletons rows={3} />}
      {data && (
        <div className="col g4">
          {data.validTo && <Note tone="warn" title={t('endedTitle', { day: formatDay(data.validTo) })}>{data.successors.length > 0 ? t('endedInto', { units: data.successors.map(name).join(', ') }) : t('endedNone')}</Note>}
          {on && data.validFrom && data.validFrom > on && <Note tone="info" title={t('notYet', { day: formatDay(on) })}>{t('notYetWhy', { day: formatDay(data.validFrom) })}</Note>}
          <dl className="col g2">
            {data.people > 0 && <Fact label={t('peopleNow')}>{t('people', { count: formatNumber(data.people, language) })}</Fact>}
            <Fact label={t('code')}>{data.code}</Fact>
            <Fact label={t('type')}>{t(data.type as 'WARD')}</Fact>
            <Fact label={t('valid')}>{days(data) || t('always')}</Fact>
            {data.ancestors.length > 0 && <Fact label={t('above')}>{data.ancestors.map(name).join(' › ')}</Fact>}
          </dl>
          {others(t('formedFrom'), data.predecessors)}
          {others(t('became'), data.successors)}
        </div>
      )}
    </SidePanel>
  );
}

const Fact = ({ label, children }: { label: string; children: string }) => <div><dt className="xs muted">{label}</dt><dd>{children}</dd></div>;
