import { Injectable } from '@nestjs/common';
import type { Light, Outlook } from '@halong/completion/contract';
import { containing, Database, type SqlValue } from '@halong/platform/server';
import { employedOn, judged, needing, peopleOf, type Fragment, type PeopleScope } from '../figures/figures.sql.ts';
import { yearBefore, type PersonSums } from '../figures/outlook.rules.ts';
import type { JudgedYear } from '../figures/year-rules.ts';

export interface PersonRow extends PersonSums {
  personId: number;
  fullName: string;
  position: string | null;
  unitId: number;
  unitVi: string;
  unitEn: string;
}

export interface UnitRef {
  id: number;
  nameVi: string;
  nameEn: string;
}

export interface PeopleFilter {
  light?: Light | undefined;
  outlook?: Outlook | undefined;
  words: readonly string[];
}

/** The 40 periods of many people at once; the statements do not grow with them. */
@Injectable()
export class ComplianceRepository {
  constructor(private readonly db: Database) {}

  unit(id: number): Promise<UnitRef | undefined> {
    return this.db.row('SELECT id, name_vi AS nameVi, name_en AS nameEn FROM organisation_unit WHERE id = ?', [id]);
  }

  /** The unit and everything above it; empty when there is no such unit. */
  async lineage(unitId: number): Promise<number[]> {
    return (await this.db.rows<{ id: number }>('SELECT ancestor_id AS id FROM organisation_unit_ancestor WHERE unit_id = ?', [unitId])).map(({ id }) => id);
  }

  /** How many people have which light and outlook. */
  async totals(scope: PeopleScope, { year, on, rules }: JudgedYear): Promise<{ light: Light; outlook: Outlook; people: number }[]> {
    const { sql, params } = judged(peopleOf(scope, on), year, on, rules);
    const rows = await this.db.rows<{ light: Light; outlook: Outlook; people: number }>(`${sql} SELECT light, outlook, COUNT(*) AS people FROM judged GROUP BY light, outlook`, params);
    return rows.map((row) => ({ ...row, people: Number(row.people) }));
  }

  /** By given name. */
  async people(scope: PeopleScope, { year, on, rules }: JudgedYear, filter: PeopleFilter, page: number, size: number): Promise<PersonRow[]> {
    const base = judged(peopleOf(scope, on), year, on, rules);
    const { sql: where, params } = whereOf(filter);
    const rows = await this.db.rows<PersonRow>(
      `${base.sql} SELECT j.person_id AS personId, p.full_name AS fullName, m.position, u.id AS unitId, u.name_vi AS unitVi, u.name_en AS unitEn,
         j.counted, j.on_the_way AS onTheWay, j.expected, j.entries, j.since
       FROM judged j JOIN organisation_person p ON p.id = j.person_id JOIN organisation_employment m ON m.id = j.employment_id JOIN organisation_unit u ON u.id = m.unit_id
       WHERE ${where} ORDER BY p.sort_name, p.id LIMIT ? OFFSET ?`,
      [...base.params, ...params, size, (page - 1) * size],
    );
    return rows.map((row) => ({ ...row, counted: Number(row.counted), onTheWay: Number(row.onTheWay), expected: Number(row.expected), entries: Number(row.entries) }));
  }

  async countPeople(scope: PeopleScope, { year, on, rules }: JudgedYear, filter: PeopleFilter): Promise<number> {
    const base = judged(peopleOf(scope, on), year, on, rules);
    const { sql: where, params } = whereOf(filter);
    const row = await this.db.row<{ n: number }>(`${base.sql} SELECT COUNT(*) AS n FROM judged j JOIN organisation_person p ON p.id = j.person_id WHERE ${where}`, [...base.params, ...params]);
    return Number(row?.n ?? 0);
  }

  /**
   * Share of people who had enough on this day a year before: what was recognised by then counts.
   * Null when nobody owed anything, and when nothing at all is known of that year.
   */
  async shareBefore(scope: PeopleScope, { year, on, rules }: JudgedYear): Promise<number | null> {
    if (!(await this.db.row('SELECT year FROM completion_ledger WHERE year = ? LIMIT 1', [year - 1]))) return null;
    const day = yearBefore(on);
    const { sql, params } = needing(peopleOf(scope, day), year - 1, rules);
    const row = await this.db.row<{ owing: number; enough: number }>(
      `${sql} SELECT COUNT(*) AS owing, COALESCE(SUM(h.counted >= n.needed), 0) AS enough FROM needs n LEFT JOIN
         (SELECT l.person_id, SUM(l.periods_attended) AS counted FROM assessment_recognition r STRAIGHT_JOIN enrolment_enrolment e ON e.class_id = r.class_id
          STRAIGHT_JOIN completion_ledger l ON l.enrolment_id = e.id AND l.year = ? AND l.state = 'COUNTED' WHERE r.decision_date BETWEEN ? AND ? GROUP BY l.person_id) h
         ON h.person_id = n.person_id WHERE n.needed > 0`,
      [...params, year - 1, `${year - 1}-01-01`, day],
    );
    const owing = Number(row?.owing ?? 0);
    return owing === 0 ? null : Number(row?.enough ?? 0) / owing;
  }

  /** Somebody employed on the day in the unit or below. */
  personIn(unitId: number, personId: number, on: string): Promise<{ id: number; fullName: string; position: string | null; unitName: string } | undefined> {
    return this.db.row(
      `SELECT p.id, p.full_name AS fullName, m.position, u.name_vi AS unitName FROM organisation_employment m JOIN organisation_unit_ancestor a ON a.unit_id = m.unit_id AND a.ancestor_id = ?
       JOIN organisation_person p ON p.id = m.person_id JOIN organisation_unit u ON u.id = m.unit_id WHERE m.person_id = ? AND ${employedOn('m')} ORDER BY m.id LIMIT 1`,
      [unitId, personId, on, on],
    );
  }
}

function whereOf({ light, outlook, words }: PeopleFilter): Fragment {
  const parts: [string, SqlValue[]][] = [['1 = 1', []]];
  if (light) parts.push(['j.light = ?', [light]]);
  if (outlook) parts.push(['j.outlook = ?', [outlook]]);
  for (const word of words) parts.push(['p.search_key LIKE ?', [containing(word)]]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, values]) => values) };
}
