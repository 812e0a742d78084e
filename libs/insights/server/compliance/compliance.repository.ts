import { Injectable } from '@nestjs/common';
import type { Light, Outlook } from '@halong/completion/contract';
import { Database, type SqlValue } from '@halong/platform/server';
import { judged, peopleOf, type Fragment } from '../figures/figures.sql.ts';
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

  /** How many people have which light and outlook. `unitId` null: everybody. */
  async totals(unitId: number | null, { year, on, rules }: JudgedYear): Promise<{ light: Light; outlook: Outlook; people: number }[]> {
    const { sql, params } = judged(peopleOf(unitId, on), year, on, rules);
    const rows = await this.db.rows<{ light: Light; outlook: Outlook; people: number }>(`${sql} SELECT light, outlook, COUNT(*) AS people FROM judged GROUP BY light, outlook`, params);
    return rows.map((row) => ({ ...row, people: Number(row.people) }));
  }

  /** By given name. */
  async people(unitId: number, { year, on, rules }: JudgedYear, filter: PeopleFilter, page: number, size: number): Promise<PersonRow[]> {
    const base = judged(peopleOf(unitId, on), year, on, rules);
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

  async countPeople(unitId: number, { year, on, rules }: JudgedYear, filter: PeopleFilter): Promise<number> {
    const base = judged(peopleOf(unitId, on), year, on, rules);
    const { sql: where, params } = whereOf(filter);
    const row = await this.db.row<{ n: number }>(`${base.sql} SELECT COUNT(*) AS n FROM judged j JOIN organisation_person p ON p.id = j.person_id WHERE ${where}`, [...base.params, ...params]);
    return Number(row?.n ?? 0);
  }

  /**
   * Share of people who had enough on this day a year before: what was recognised by then counts. Null when nobody owed anything.
   */
  async shareBefore(unitId: number, { year, on, rules }: JudgedYear): Promise<number | null> {
    const day = yearBefore(on);
    const people = peopleOf(unitId, day);
    const { sql, params } = judged(people, year - 1, day, rules);
    const row = await this.db.row<{ owing: number; enough: number }>(
      `${sql} SELECT COUNT(*) AS owing, COALESCE(SUM(h.counted >= j.needed), 0) AS enough FROM judged j LEFT JOIN
         (SELECT l.person_id, SUM(l.periods_attended) AS counted FROM people q JOIN completion_ledger l ON l.person_id = q.person_id AND l.year = ? AND l.state = 'COUNTED'
          JOIN enrolment_enrolment e ON e.id = l.enrolment_id JOIN assessment_recognition r ON r.class_id = e.class_id AND r.decision_date <= ? GROUP BY l.person_id) h
         ON h.person_id = j.person_id WHERE j.needed > 0`,
      [...params, year - 1, day],
    );
    const owing = Number(row?.owing ?? 0);
    return owing === 0 ? null : Number(row?.enough ?? 0) / owing;
  }

  /** Somebody employed on the day in the unit or below. */
  personIn(unitId: number, personId: number, on: string): Promise<{ id: number; fullName: string; position: string | null; unitName: string } | undefined> {
    const people = peopleOf(unitId, on);
    return this.db.row(
      `SELECT p.id, p.full_name AS fullName, m.position, u.name_vi AS unitName FROM (${people.sql.replace(' GROUP BY', ' AND m.person_id = ? GROUP BY')}) x
       JOIN organisation_person p ON p.id = x.person_id JOIN organisation_employment m ON m.id = x.employment_id JOIN organisation_unit u ON u.id = m.unit_id`,
      [...people.params, personId],
    );
  }
}

function whereOf({ light, outlook, words }: PeopleFilter): Fragment {
  const parts: [string, SqlValue[]][] = [['1 = 1', []]];
  if (light) parts.push(['j.light = ?', [light]]);
  if (outlook) parts.push(['j.outlook = ?', [outlook]]);
  for (const word of words) parts.push(['p.search_key LIKE ?', [`%${word.replace(/[\\%_]/g, '\\$&')}%`]]);
  return { sql: parts.map(([sql]) => sql).join(' AND '), params: parts.flatMap(([, values]) => values) };
}
