import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';

/** Keeps `completion_year`: what the ledger of a person adds up to in each year. Two statements, however many people. */
@Injectable()
export class YearSums {
  constructor(private readonly db: Database) {}

  /**
   * Adds up the ledger of these people again, inside the transaction that changed it. The first statement locks their rows
   * until its end, so of two transactions about one person the later one sees what the earlier has written.
   */
  async of(personIds: readonly number[]): Promise<void> {
    const people = [...new Set(personIds)];
    if (people.length === 0) return;
    await this.db.run(
      `INSERT INTO completion_year (person_id, year) SELECT DISTINCT person_id, year FROM completion_ledger WHERE person_id IN (?) ORDER BY person_id, year
       ON DUPLICATE KEY UPDATE counted = counted`,
      [people],
    );
    await this.db.run(
      `UPDATE completion_year y LEFT JOIN
         (SELECT person_id, year, SUM(IF(state = 'COUNTED', periods_attended, 0)) AS counted, SUM(IF(state = 'ON_THE_WAY', periods_attended, 0)) AS on_the_way,
            SUM(IF(state = 'NONE', 0, periods_expected)) AS expected, SUM(state <> 'NONE') AS entries
          FROM completion_ledger WHERE person_id IN (?) GROUP BY person_id, year) s ON s.person_id = y.person_id AND s.year = y.year
       SET y.counted = COALESCE(s.counted, 0), y.on_the_way = COALESCE(s.on_the_way, 0), y.expected = COALESCE(s.expected, 0), y.entries = COALESCE(s.entries, 0)
       WHERE y.person_id IN (?)`,
      [people, people],
    );
  }
}
