import type { LedgerRules } from '@halong/completion/server';
import type { SqlValue } from '@halong/platform/server';
import { amberShare } from './outlook.rules.ts';

export interface Fragment {
  sql: string;
  params: SqlValue[];
}

/** Employed on a day; both ends are inclusive, null is open. */
export const employedOn = (alias: string): string => `(${alias}.valid_from IS NULL OR ${alias}.valid_from <= ?) AND (${alias}.valid_to IS NULL OR ${alias}.valid_to >= ?)`;

const since = 'IF(COUNT(h.valid_from) < COUNT(*), NULL, MIN(h.valid_from)) AS since';

/** Whose numbers are asked for: everybody's, or those of a unit and everything below. `top`: nothing is above the unit. */
export type PeopleScope = 'EVERYBODY' | { unitId: number; top: boolean };

/**
 * Everybody employed on the day in the unit or below, or everywhere, each once: with one of their posts there and the first day of
 * employment anywhere, null when one is not known. Nearly everybody works below the top, so there one walk through all posts in the
 * order of people is best; further down the people of the unit are found first.
 */
export function peopleOf(scope: PeopleScope, on: string): Fragment {
  const employed = employedOn('h');
  if (scope === 'EVERYBODY') {
    return {
      sql: `SELECT h.person_id, MIN(IF(${employed}, h.id, NULL)) AS employment_id, ${since} FROM organisation_employment h GROUP BY h.person_id HAVING employment_id IS NOT NULL`,
      params: [on, on],
    };
  }
  const { unitId, top } = scope;
  const found = 'WHERE h.person_id IN (SELECT m.person_id FROM organisation_unit_ancestor b JOIN organisation_employment m ON m.unit_id = b.unit_id WHERE b.ancestor_id = ?)';
  return {
    sql: `SELECT h.person_id, MIN(IF(a.unit_id IS NOT NULL AND ${employed}, h.id, NULL)) AS employment_id, ${since}
      FROM organisation_employment h LEFT JOIN organisation_unit_ancestor a ON a.unit_id = h.unit_id AND a.ancestor_id = ? ${top ? '' : found}
      GROUP BY h.person_id HAVING employment_id IS NOT NULL`,
    params: [on, on, unitId, ...(top ? [] : [unitId])],
  };
}

/** What each of the people needs in the year, in periods; 0 is exempt. Common tables `people` and `needs`. */
export function needing(people: Fragment, year: number, rules: LedgerRules): Fragment {
  const full = rules.minAnnualPeriods.CIVIL_SERVANT;
  const [first, next] = [`${year}-01-01`, `${year + 1}-01-01`];
  const days = (Date.parse(`${next}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000;
  const proRata = rules.credit.newHireProRata ? 1 : 0;
  return {
    sql: `WITH people AS (${people.sql}),
    needs AS (SELECT p.person_id, p.employment_id, p.since, CASE WHEN ? = 0 OR p.since IS NULL OR p.since <= ? THEN ?
        WHEN p.since >= ? THEN 0 ELSE FLOOR((2 * ? * DATEDIFF(?, p.since) + ?) / (2 * ?)) END AS needed FROM people p)`,
    params: [...people.params, proRata, first, full, next, full, next, days, days],
  };
}

/**
 * A common table `judged`: each of the people with the sums of the ledger, what they need, light and outlook.
 * The same rules as `figuresOf`, said in SQL so that the database can count and filter; a test holds the two together.
 */
export function judged(people: Fragment, year: number, on: string, rules: LedgerRules): Fragment {
  const { sql, params } = needing(people, year, rules);
  return {
    sql: `${sql},
    sums AS (SELECT n.*, COALESCE(y.counted, 0) AS counted, COALESCE(y.on_the_way, 0) AS on_the_way, COALESCE(y.expected, 0) AS expected, COALESCE(y.entries, 0) AS entries
      FROM needs n LEFT JOIN completion_year y ON y.person_id = n.person_id AND y.year = ?),
    judged AS (SELECT s.*,
        CASE WHEN s.needed = 0 THEN 'EXEMPT' WHEN s.counted >= s.needed THEN 'GREEN'
          WHEN (s.counted + s.on_the_way + 0E0) / s.needed >= ? THEN 'AMBER' ELSE 'RED' END AS light,
        CASE WHEN s.needed = 0 THEN 'EXEMPT' WHEN s.counted >= s.needed THEN 'ENOUGH'
          WHEN s.counted + s.on_the_way + s.expected >= s.needed THEN 'WILL_BE_ENOUGH' WHEN s.entries = 0 THEN 'NO_CLASS' ELSE 'SHORT' END AS outlook
      FROM sums s)`,
    params: [...params, year, amberShare(year, on, rules)],
  };
}
