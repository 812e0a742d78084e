import type { LedgerRules } from '@halong/completion/server';
import type { SqlValue } from '@halong/platform/server';
import { amberShare } from './outlook.rules.ts';

export interface Fragment {
  sql: string;
  params: SqlValue[];
}

/** Employed on a day; both ends are inclusive, null is open. */
export const employedOn = (alias: string): string => `(${alias}.valid_from IS NULL OR ${alias}.valid_from <= ?) AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ?)`;

/** Everybody employed on the day in the unit or below, or everywhere (null), each once, with one of their posts there. */
export function peopleOf(unitId: number | null, on: string): Fragment {
  if (unitId === null) return { sql: `SELECT m.person_id, MIN(m.id) AS employment_id FROM organisation_employment m WHERE ${employedOn('m')} GROUP BY m.person_id`, params: [on, on] };
  return {
    sql: `SELECT m.person_id, MIN(m.id) AS employment_id FROM organisation_unit_ancestor a JOIN organisation_employment m ON m.unit_id = a.unit_id
      WHERE a.ancestor_id = ? AND ${employedOn('m')} GROUP BY m.person_id`,
    params: [unitId, on, on],
  };
}

/**
 * A common table `judged`: each of the people with the sums of the ledger, what they need, light and outlook.
 * The same rules as `figuresOf`, said in SQL so that the database can count and filter; a test holds the two together.
 */
export function judged(people: Fragment, year: number, on: string, rules: LedgerRules): Fragment {
  const full = rules.minAnnualPeriods.CIVIL_SERVANT;
  const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  const days = (Date.parse(`${next}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
  const proRata = rules.credit.newHireProRata ? 1 : 0;
  const sql = `WITH people AS (${people.sql}),
    sums AS (SELECT p.person_id, p.employment_id,
        COALESCE(SUM(IF(l.state = 'COUNTED', l.periods_attended, 0)), 0) AS counted,
        COALESCE(SUM(IF(l.state = 'ON_THE_WAY', l.periods_attended, 0)), 0) AS on_the_way,
        COALESCE(SUM(IF(l.state = 'NONE', 0, l.periods_expected)), 0) AS expected,
        COUNT(IF(l.state = 'NONE', NULL, l.enrolment_id)) AS entries,
        (SELECT IF(COUNT(h.valid_from) < COUNT(*), NULL, MIN(h.valid_from)) FROM organisation_employment h WHERE h.person_id = p.person_id) AS since
      FROM people p LEFT JOIN completion_ledger l ON l.person_id = p.person_id AND l.year = ? GROUP BY p.person_id, p.employment_id),
    needs AS (SELECT s.*, CASE WHEN ? = 0 OR s.since IS NULL OR s.since <= ? THEN ?
        WHEN s.since >= ? THEN 0 ELSE FLOOR((2 * ? * DATEDIFF(?, s.since) + ?) / (2 * ?)) END AS needed FROM sums s),
    judged AS (SELECT n.*,
        CASE WHEN n.needed = 0 THEN 'EXEMPT' WHEN n.counted >= n.needed THEN 'GREEN'
          WHEN (n.counted + n.on_the_way + 0E0) / n.needed >= ? THEN 'AMBER' ELSE 'RED' END AS light,
        CASE WHEN n.needed = 0 THEN 'EXEMPT' WHEN n.counted >= n.needed THEN 'ENOUGH'
          WHEN n.counted + n.on_the_way + n.expected >= n.needed THEN 'WILL_BE_ENOUGH' WHEN n.entries = 0 THEN 'NO_CLASS' ELSE 'SHORT' END AS outlook
      FROM needs n)`;
  return { sql, params: [...people.params, year, proRata, first, full, next, full, next, days, days, amberShare(year, on, rules)] };
}
