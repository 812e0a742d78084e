import { Injectable } from '@nestjs/common';
import { Database, jsonIn } from '@halong/platform/server';

export interface PlanChangeRow {
  id: number;
  kind: 'PLAN' | 'RULES';
  was: unknown;
  reason: string;
  by: string;
  at: Date;
  sheetState: string;
  recognised: boolean;
  certificates: number;
  undoneAt: Date | null;
  undoneBy: string | null;
}

const columns = `p.id, p.kind, p.was, p.reason, COALESCE(a.display_name, '') AS \`by\`, p.at, p.sheet_state AS sheetState, p.recognised, p.certificates, p.undone_at AS undoneAt, u.display_name AS undoneBy`;
const joined = 'assessment_plan_change p LEFT JOIN identity_account a ON a.id = p.account_id LEFT JOIN identity_account u ON u.id = p.undone_by';

const rowOf = (row: PlanChangeRow): PlanChangeRow => ({ ...row, was: jsonIn(row.was), recognised: Boolean(row.recognised) });

/** How classes were graded before, change by change. */
@Injectable()
export class PlanChanges {
  constructor(private readonly db: Database) {}

  /** Newest first. */
  async of(classId: number): Promise<PlanChangeRow[]> {
    return (await this.db.rows<PlanChangeRow>(`SELECT ${columns} FROM ${joined} WHERE p.class_id = ? ORDER BY p.id DESC LIMIT 50`, [classId])).map(rowOf);
  }

  async add(values: {
    classId: number; kind: string; was: unknown; became: unknown; reason: string; accountId: number; at: Date; sheetState: string; recognised: boolean; certificates: number;
  }): Promise<void> {
    await this.db.insert('assessment_plan_change', {
      class_id: values.classId, kind: values.kind, was: JSON.stringify(values.was), became: JSON.stringify(values.became), reason: values.reason, account_id: values.accountId, at: values.at,
      sheet_state: values.sheetState, recognised: values.recognised, certificates: values.certificates,
    });
  }

  async undone(id: number, accountId: number, at: Date): Promise<void> {
    await this.db.run('UPDATE assessment_plan_change SET undone_at = ?, undone_by = ? WHERE id = ?', [at, accountId, id]);
  }
}
