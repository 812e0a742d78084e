import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';
import type { ImportRow, StoredDraft } from './timetable-import.rows.ts';

type Stored = Omit<ImportRow, 'draft'> & { draft: string | StoredDraft };

const select = 'SELECT t.id, t.class_id, t.file_id, f.name AS file_name, t.state, t.draft FROM classes_timetable_import t JOIN platform_file f ON f.id = t.file_id';
const read = (row: Stored | undefined): ImportRow | undefined =>
  row && { ...row, draft: typeof row.draft === 'string' ? (JSON.parse(row.draft) as StoredDraft) : row.draft };

@Injectable()
export class TimetableImportRepository {
  constructor(private readonly db: Database) {}

  async one(id: number): Promise<ImportRow | undefined> {
    return read(await this.db.row<Stored>(`${select} WHERE t.id = ?`, [id]));
  }

  async waiting(classId: number): Promise<ImportRow | undefined> {
    return read(await this.db.row<Stored>(`${select} WHERE t.class_id = ? AND t.state = 'PROPOSED' ORDER BY t.id DESC LIMIT 1`, [classId]));
  }

  add(classId: number, fileId: number, draft: StoredDraft, createdBy: number): Promise<number> {
    return this.db.insert('classes_timetable_import', { class_id: classId, file_id: fileId, state: 'PROPOSED', draft: JSON.stringify(draft), created_by: createdBy });
  }

  async setDraft(id: number, draft: StoredDraft): Promise<void> {
    await this.db.run('UPDATE classes_timetable_import SET draft = ? WHERE id = ?', [JSON.stringify(draft), id]);
  }

  async setState(id: number, state: ImportRow['state']): Promise<void> {
    await this.db.run('UPDATE classes_timetable_import SET state = ? WHERE id = ?', [state, id]);
  }

  async discardWaiting(classId: number): Promise<void> {
    await this.db.run("UPDATE classes_timetable_import SET state = 'DISCARDED' WHERE class_id = ? AND state = 'PROPOSED'", [classId]);
  }
}
