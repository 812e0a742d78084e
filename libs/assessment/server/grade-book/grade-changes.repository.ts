import { Injectable } from '@nestjs/common';
import type { GradeChange, Mark } from '@halong/assessment/contract';
import { Clock, currentRequest, Database } from '@halong/platform/server';
import type { GradeCell } from '../grade-sheet/grade-sheet.rows.ts';
import { markOf } from '../grade-sheet/stored-grade.ts';
import type { ChangeReason } from '../grade-sheet/mark-writer.ts';

interface StoredChange {
  id: number;
  component: string | null;
  fromKind: Mark['kind'];
  fromScore: number | null;
  toKind: Mark['kind'];
  toScore: number | null;
  way: GradeChange['way'];
  reason: string | null;
  by: string | null;
  at: Date;
}

const scoreOf = (mark: Mark): number | null => (mark.kind === 'SCORE' ? mark.value : null);
const blank: Mark = { kind: 'BLANK' };

/** The life of every mark. */
@Injectable()
export class GradeChanges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async add(classId: number, changes: readonly { from: GradeCell | undefined; to: GradeCell }[], { way, reason = null }: ChangeReason): Promise<void> {
    await this.insert(classId, changes.map(({ from, to }) => ({ enrolmentId: to.enrolmentId, component: to.component, from: from?.mark ?? blank, to: to.mark })), { way, reason });
  }

  async insert(classId: number, changes: readonly { enrolmentId: number; component: string | null; from: Mark; to: Mark }[], { way, reason = null }: ChangeReason): Promise<void> {
    const [at, account] = [this.clock.now(), currentRequest()?.actor?.accountId ?? null];
    await this.db.insertMany('assessment_grade_change', changes.map(({ enrolmentId, component, from, to }) => ({
      class_id: classId, enrolment_id: enrolmentId, component, from_kind: from.kind, from_score: scoreOf(from), to_kind: to.kind, to_score: scoreOf(to), way, reason, account_id: account, at,
    })));
  }

  /** Newest first; `component` null is all of them. */
  async of(classId: number, enrolmentId: number, component: string | null): Promise<GradeChange[]> {
    const rows = await this.db.rows<StoredChange>(
      `SELECT g.id, g.component, g.from_kind AS fromKind, g.from_score AS fromScore, g.to_kind AS toKind, g.to_score AS toScore, g.way, g.reason, a.display_name AS \`by\`, g.at
       FROM assessment_grade_change g LEFT JOIN identity_account a ON a.id = g.account_id
       WHERE g.class_id = ? AND g.enrolment_id = ? AND (? IS NULL OR g.component = ?) ORDER BY g.id DESC LIMIT 200`,
      [classId, enrolmentId, component, component],
    );
    return rows.map(({ fromKind, fromScore, toKind, toScore, at, ...row }) => ({
      ...row, from: markOf({ kind: fromKind, score: fromScore }), to: markOf({ kind: toKind, score: toScore }), at: at.toISOString(),
    }));
  }
}
