import { Note, StatusText } from '@halong/design/web';
import type { RuleBasis, RuleSet } from '@halong/regulations/contract';
import { useLanguage, useTexts } from '@halong/platform/web';
import { ruleFacts, ruleGroupNames, ruleGroups, type RuleFact } from './rule-words.ts';
import { say } from './rule-set.texts.ts';

interface RuleValuesProps {
  rules: RuleSet;
  /** With it each value says where it comes from. */
  basis?: readonly RuleBasis[];
}

/** Every value of a rule set, in groups; what nobody has confirmed says so. */
export function RuleValues({ rules, basis }: RuleValuesProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const facts = ruleFacts(rules, language);
  const open = basis?.filter((one) => !one.confirmed).flatMap((one) => one.keys) ?? [];
  return (
    <>
      {open.length > 0 && <Note tone="warn" title={t('unconfirmedCount', { count: open.length, total: facts.length })}>{t('unconfirmedWhy')}</Note>}
      {ruleGroups.map((group) => (
        <section key={group}>
          <h3>{ruleGroupNames[group][language]}</h3>
          <ul className="rulelist">
            {facts.filter((fact) => fact.group === group).map((fact) => <Value key={fact.key} fact={fact} basis={basis?.find((one) => one.keys.includes(fact.key))} />)}
          </ul>
        </section>
      ))}
    </>
  );
}

function Value({ fact, basis }: { fact: RuleFact; basis: RuleBasis | undefined }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  return (
    <li>
      <span>
        {fact.name}
        {basis && <small>{language === 'vi' ? basis.legalBasisVi : basis.legalBasisEn}</small>}
      </span>
      <span className="v">
        <b>{fact.value}</b>
        {basis && !basis.confirmed && <StatusText tone="warn">{t('unconfirmed')}</StatusText>}
      </span>
    </li>
  );
}
