import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The province's bells: four periods in the morning, four in the afternoon, three in the evening; 45 minutes each. */
const bells = [
  [1, '07:30', '08:15'], [2, '08:15', '09:00'], [3, '09:15', '10:00'], [4, '10:00', '10:45'],
  [5, '13:30', '14:15'], [6, '14:15', '15:00'], [7, '15:15', '16:00'], [8, '16:00', '16:45'],
  [9, '19:00', '19:45'], [10, '19:45', '20:30'], [11, '20:30', '21:15'],
] as const;

/** The default is data: institutions set their own. Nothing is added where a default exists. */
export class DefaultBells1795399600000 implements MigrationInterface {
  name = 'DefaultBells1795399600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [periodNo, starts, ends] of bells) {
      await runner.query(
        `INSERT INTO classes_bell (institution_id, period_no, starts, ends) SELECT NULL, ?, ?, ? FROM DUAL
         WHERE NOT EXISTS (SELECT 1 FROM classes_bell b WHERE b.institution_id IS NULL AND b.period_no = ?)`,
        [periodNo, starts, ends, periodNo],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM classes_bell WHERE institution_id IS NULL');
  }
}
