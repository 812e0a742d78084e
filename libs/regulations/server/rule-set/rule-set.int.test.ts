import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRuleSets, programmeCategoryCode } from '@halong/regulations/contract';
import { testInstallation, type TestInstallation } from '@halong/testing/server';
import { FirstRuleSets1795397990000 } from '../migrations/1795397990000-first-rule-sets.ts';
import { PromptOpenSec1795408000000 } from '../migrations/1795408000000-prompt-open-sec.ts';
import { regulations } from '../index.ts';
import { RuleSets } from './rule-set.service.ts';

describe('rule sets', () => {
  let app: TestInstallation;
  beforeAll(async () => {
    app = await testInstallation([regulations]);
  });
  afterAll(() => app.close());

  it('start with one version of every category, with basis, as the defaults say', async () => {
    const list = await app.get(RuleSets).list();
    expect(list.map(({ category }) => category).sort()).toEqual([...programmeCategoryCode.options].sort());
    for (const { id, category, inForce, legalBasis, legalBasisEn } of list) {
      const detail = await app.get(RuleSets).get(id);
      expect([detail.rules, detail.basis]).toEqual([defaultRuleSets[category].rules, defaultRuleSets[category].basis]);
      expect(inForce).toBe(true);
      expect(legalBasis).toContain('171/2025');
      expect(legalBasisEn).toMatch(/^(Circular|Decree|Party)/);
    }
  });

  it('are not doubled when the seed runs again', async () => {
    const runner = app.db.source.createQueryRunner();
    await new FirstRuleSets1795397990000().up(runner);
    await runner.release();
    expect(await app.get(RuleSets).list()).toHaveLength(programmeCategoryCode.options.length);
  });

  it('say how long a prompt waits, also those that were stored before the value existed', async () => {
    const [one] = await app.get(RuleSets).list('QPAN');
    await app.db.run("UPDATE regulations_rule_set SET rules = JSON_REMOVE(rules, '$.online.promptOpenSec'), basis = REPLACE(basis, '\"online.promptOpenSec\",', '') WHERE id = ?", [one!.id]);
    expect((await app.get(RuleSets).get(one!.id)).rules.online.promptOpenSec).toBe(180);
    const runner = app.db.source.createQueryRunner();
    await new PromptOpenSec1795408000000().up(runner);
    await runner.release();
    const { rules, basis } = await app.get(RuleSets).get(one!.id);
    expect(rules).toEqual(defaultRuleSets.QPAN.rules);
    expect(basis.filter((said) => said.keys.includes('online.promptOpenSec'))).toHaveLength(1);
    const stored = await app.db.row<{ sec: unknown }>("SELECT JSON_EXTRACT(rules, '$.online.promptOpenSec') AS sec FROM regulations_rule_set WHERE id = ?", [one!.id]);
    expect(Number(stored?.sec)).toBe(180);
  });

  it('are chosen by day: a newer version counts from its first day on', async () => {
    const newer = { ...defaultRuleSets.QLNN.rules, attendance: { ...defaultRuleSets.QLNN.rules.attendance, maxAbsence: 0.1 } };
    await app.db.insert('regulations_rule_set', {
      category: 'QLNN', version: 2, name_vi: 'QLNN 2', name_en: 'QLNN 2', legal_basis: 'Thử', valid_from: '2027-01-01', rules: JSON.stringify(newer),
    });
    expect((await app.get(RuleSets).inForce('QLNN', '2026-12-31')).rules.attendance.maxAbsence).toBe(0.2);
    expect((await app.get(RuleSets).inForce('QLNN', '2027-01-01')).rules.attendance.maxAbsence).toBe(0.1);
    await expect(app.get(RuleSets).inForce('QLNN', '2025-06-30')).rejects.toMatchObject({ def: { code: 'regulations.none_in_force' } });
  });
});
