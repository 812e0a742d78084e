import { useState } from 'react';
import { Button, Note, Sheet, SidePanel } from '@halong/design/web';
import type { ClassDetail } from '@halong/classes/contract';
import { ruleSetRoutes } from '@halong/regulations/contract';
import { ruleFacts, RuleValues } from '@halong/regulations/web';
import { useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { named } from '../naming.ts';
import { say } from './overview.texts.ts';

/** What people ask most often; the rest is one press away. */
const shown = ['attendance.maxAbsence', 'late.minutes', 'online.minPresence', 'online.maxShare', 'passRatio'];

/** The rules that were frozen onto the class, in words. */
export function ClassRules({ found }: { found: ClassDetail }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const set = useQueryOf(ruleSetRoutes.getRuleSet, { params: { id: found.ruleSetId ?? 0 } }, { enabled: found.ruleSetId !== null });
  if (!found.rules) return <Sheet title={t('rules')}><p className="soft">{t('notFrozen')}</p></Sheet>;
  const no = found.decision?.no ?? '–';
  const frozen = set.data ? t('frozenSet', { name: named(set.data, language), version: set.data.version, no }) : t('frozen', { no });
  const facts = ruleFacts(found.rules, language).filter((fact) => shown.includes(fact.key));
  return (
    <Sheet title={t('rules')} aside={<Button variant="quiet" size="s" onClick={() => setOpen(true)}>{t('allRules')}</Button>}>
      <p className="soft">{frozen}</p>
      <ul className="rulelist">{facts.map((fact) => <li key={fact.key}><span>{fact.name}</span><span className="v"><b>{fact.value}</b></span></li>)}</ul>
      <SidePanel open={open} onClose={() => setOpen(false)} label={t('rules')} width={432} head={<h2>{t('rules')}</h2>}>
        <Note tone="info">{frozen}</Note>
        <RuleValues rules={found.rules} basis={set.data?.basis} />
      </SidePanel>
    </Sheet>
  );
}
