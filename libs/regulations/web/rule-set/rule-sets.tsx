import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { DataTable, EmptyState, ErrorState, PageHead, Segmented, Sheet, StatusText, usePage, type Column } from '@halong/design/web';
import { ruleSetRoutes, type RuleSetItem } from '@halong/regulations/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { daysOf, RuleSetPanel } from './rule-set-panel.tsx';
import { say } from './rule-set.texts.ts';

/** Which rules hold for which programmes, and where each value comes from. Reading only. */
export default function RuleSets() {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [params, setParams] = useSearchParams();
  const [which, setWhich] = useState<'current' | 'all'>('current');
  usePage({ crumbs: [{ label: t('title') }], fill: true });
  const { data, error, refetch } = useQueryOf(ruleSetRoutes.listRuleSets, {});
  const openId = Number(params.get('set')) || undefined;
  const open = (id: number | undefined) => setParams(id === undefined ? {} : { set: String(id) }, { replace: true });
  const inForce = data?.filter((one) => one.inForce) ?? [];
  const columns: Column<RuleSetItem>[] = [
    { key: 'category', head: t('category'), cell: (row) => <span>{language === 'vi' ? row.nameVi : row.nameEn} <span className="muted">{row.category}</span></span> },
    { key: 'version', head: t('version'), align: 'right', cell: (row) => row.version },
    { key: 'valid', head: t('valid'), cell: (row) => <span className="nw">{daysOf(row, t)}</span> },
    { key: 'basis', head: t('basis'), cell: (row) => <Basis text={language === 'vi' ? row.legalBasis : row.legalBasisEn} />, phone: 'hide' },
    { key: 'state', head: t('state'), cell: (row) => <StatusText tone={row.inForce ? 'ok' : 'mute'}>{t(row.inForce ? 'inForce' : 'notInForce')}</StatusText> },
  ];
  return (
    <>
      <PageHead title={data ? t('headline', { count: formatNumber(inForce.length, language) }) : t('title')} sub={t('lead')} />
      <Segmented
        label={t('which')} value={which} onChange={setWhich}
        options={[{ value: 'current', label: t('current'), count: data && inForce.length }, { value: 'all', label: t('all'), count: data?.length }]}
      />
      <Sheet padded={false} fill>
        {error && !data ? <ErrorState problem={error.problem} onRetry={() => void refetch()} /> : (
          <DataTable
            caption={t('title')} columns={columns} rows={data && (which === 'current' ? inForce : data)} rowId={(row) => String(row.id)}
            onOpen={(row) => open(row.id)} openId={openId ? String(openId) : undefined} empty={<EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
          />
        )}
      </Sheet>
      {openId !== undefined && <RuleSetPanel key={openId} id={openId} onClose={() => open(undefined)} />}
    </>
  );
}

/** The first basis in the list; all of them are in the panel. */
function Basis({ text }: { text: string }) {
  const t = useTexts(say);
  const [first, ...rest] = text.split('; ');
  return <span className="soft">{first}{rest.length > 0 && <span className="muted"> {t('moreBasis', { n: rest.length })}</span>}</span>;
}
