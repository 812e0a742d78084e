import { describe, expect, it } from 'vitest';
import { defaultRuleSets } from './rule-set-defaults.ts';
import { basisOf, programmeCategoryCode, ruleKeys, ruleSet, ruleSetDocument } from './rule-set.ts';

const all = Object.values(defaultRuleSets);

describe('default rule sets', () => {
  it.each(all)('$category is valid and says the basis of every value once', (document) => {
    expect(ruleSetDocument.parse(document)).toEqual(document);
    expect(document.basis.flatMap((basis) => basis.keys).sort()).toEqual(ruleKeys(document.rules).sort());
  });

  it('exists for every category under its own code', () => {
    expect(all.map((document) => document.category)).toEqual(programmeCategoryCode.options);
  });

  it.each([
    ['LLCT', 0.1, 0.3],
    ['QLNN', 0.2, 0.5],
    ['QPAN', 0.1, 0],
    ['VTVL', 0.2, 1],
    ['KHCN-SO', 0.2, 1],
  ] as const)('%s allows %d absence and %d online', (code, maxAbsence, maxShare) => {
    const { rules } = defaultRuleSets[code];
    expect([rules.attendance.maxAbsence, rules.online.maxShare]).toEqual([maxAbsence, maxShare]);
  });

  it('marks what is not confirmed', () => {
    expect(basisOf(defaultRuleSets.LLCT, 'attendance.maxAbsence')?.confirmed).toBe(false);
    expect(basisOf(defaultRuleSets.QLNN, 'late.minutes')?.confirmed).toBe(false);
    expect(basisOf(defaultRuleSets.QLNN, 'passRatio')?.confirmed).toBe(true);
    expect(basisOf(defaultRuleSets.QLNN, 'no.such')).toBeUndefined();
  });
});

describe('rule set', () => {
  const { rules } = defaultRuleSets.QLNN;

  it('refuses bands with a gap, an overlap or a wrong top', () => {
    const [top, ...rest] = rules.gradeBands;
    for (const changed of [{ ...top, min: 9.5 }, { ...top, min: 8.5 }, { ...top, max: 11 }]) {
      expect(ruleSet.safeParse({ ...rules, gradeBands: [changed, ...rest] }).success).toBe(false);
    }
  });

  it('reads rules that were frozen before a value existed as they were applied then', () => {
    const { promptOpenSec: _, ...online } = rules.online;
    expect(ruleSet.parse({ ...rules, online })).toEqual(rules);
  });

  it('refuses more prompts needed than shown, ratios above 1 and unknown keys', () => {
    expect(ruleSet.safeParse({ ...rules, online: { ...rules.online, promptsNeeded: 3 } }).success).toBe(false);
    expect(ruleSet.safeParse({ ...rules, passRatio: 1.01 }).success).toBe(false);
    expect(ruleSet.safeParse({ ...rules, absenceLimit: 3 }).success).toBe(false);
  });
});
