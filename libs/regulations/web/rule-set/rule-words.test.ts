import { describe, expect, it } from 'vitest';
import { defaultRuleSets, ruleKeys } from '@halong/regulations/contract';
import { ruleFacts } from './rule-words.ts';

const { rules } = defaultRuleSets.QLNN;
const spoken = (key: string, language: 'vi' | 'en') => ruleFacts(rules, language).find((fact) => fact.key === key)?.value;

describe('ruleFacts', () => {
  it('names every value of a rule set', () => {
    expect(ruleFacts(rules, 'vi').map((fact) => fact.key).sort()).toEqual(ruleKeys(rules).sort());
  });

  it.each([
    ['attendance.maxAbsence', '20%', '20%'],
    ['late.minutes', '15 phút', '15 minutes'],
    ['geo.enabled', 'Không', 'No'],
    ['conflict.trainee', 'Không cho xếp', 'Refused'],
    ['credit.alertDays', '30/06, 30/09, 31/10, 30/11', '30/06, 30/09, 31/10, 30/11'],
    ['credit.exemptionReasons', 'thai sản, ốm dài ngày, đi học tập trung', 'maternity, long illness, full-time study'],
    ['gradeStep', '0,25', '0.25'],
  ])('%s is “%s”, in English “%s”', (key, vi, en) => {
    expect([spoken(key, 'vi'), spoken(key, 'en')]).toEqual([vi, en]);
  });
});
