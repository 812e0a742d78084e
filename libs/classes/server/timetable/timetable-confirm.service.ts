import { Injectable } from '@nestjs/common';
import { AppError, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';
import { classesErrors, classTopic } from '@halong/classes/contract';
import { classesMessages } from '../events.ts';
import { ClassJournal } from '../journal/class-journal.ts';
import { timetableReplaceable } from '../training-class/training-class.rules.ts';
import type { ClassRecord } from '../training-class/training-class.service.ts';
import { timetableTotals } from './timetable-file.rules.ts';
import { openChoices } from './timetable-import.presenter.ts';
import type { ImportRow } from './timetable-import.rows.ts';
import { TimetableImports } from './timetable-import.service.ts';
import { TimetableReplacement } from './timetable-replacement.service.ts';

export interface Confirmed {
  importId: number;
  classId: number;
  sessions: number;
  periods: number;
}

/** Puts a resolved file into the timetable: all sessions or none. */
@Injectable()
export class TimetableConfirmation {
  constructor(
    private readonly imports: TimetableImports,
    private readonly replacement: TimetableReplacement,
    private readonly db: Database,
    private readonly journal: ClassJournal,
  ) {}

  /** A second time answers the same and changes nothing. @throws AppError import_…, timetable_running, …_clash, online_share */
  confirm(actor: Actor, id: number, leaveOutErrors: boolean): Promise<Confirmed> {
    return this.db.transaction(async () => {
      const { row, access } = await this.imports.lock(actor, id);
      const { sessions, periods } = timetableTotals(row.draft.file.sessions);
      const answer = { importId: id, classId: row.class_id, sessions, periods };
      if (row.state === 'CONFIRMED') return answer;
      assertReady(row, access.record, leaveOutErrors);
      await this.replacement.replace(row, access.record);
      await this.imports.close(id, 'CONFIRMED');
      await this.journal.record({ action: 'timetable.confirmed', subjectType: 'class', subjectId: row.class_id, after: answer });
      await this.journal.publish(classesMessages.timetableConfirmed, { classId: row.class_id, importId: id });
      this.journal.changed(classTopic, row.class_id);
      return answer;
    });
  }
}

function assertReady(row: ImportRow, record: ClassRecord, leaveOutErrors: boolean): void {
  if (row.state !== 'PROPOSED') throw new AppError(classesErrors.import_closed);
  if (!timetableReplaceable(record.state)) throw new AppError(classesErrors.timetable_running);
  const { sessions, problems } = row.draft.file;
  if (sessions.length === 0) throw new AppError(classesErrors.import_empty);
  const errors = new Set(problems.filter(({ severity }) => severity === 'ERROR').map((problem) => problem.row)).size;
  if (errors > 0 && !leaveOutErrors) throw new AppError(classesErrors.import_has_errors, { errors });
  const open = openChoices(row);
  if (open > 0) throw new AppError(classesErrors.import_not_ready, { open });
}
