import { Injectable } from '@nestjs/common';
import { cellAt } from '@halong/platform/server';
import { PersonalIds } from '../person/personal-ids.ts';
import { isMendable } from './correction.rules.ts';
import type { OpenList } from './import-file.ts';
import type { DraftRow, ImportRecord } from './import.rows.ts';

const CELL_LENGTH = 500;

/** The cells of rows that may be mended, as the file has them: encrypted, for the list of rejected rows and the history of a correction. */
@Injectable()
export class RowSeal {
  constructor(private readonly personalIds: PersonalIds) {}

  seal({ mapping }: ImportRecord, { original, corrections }: OpenList, drafts: readonly DraftRow[]): DraftRow[] {
    const rows = new Map((original[mapping?.sheet ?? 0]?.rows ?? []).map((row) => [row.row, row]));
    const corrected = new Set(corrections.map(({ rowNo }) => rowNo));
    const columns = mapping?.columns ?? [];
    return drafts.map((draft) => {
      const row = rows.get(draft.rowNo);
      if (!row || !isMendable(draft, corrected.has(draft.rowNo))) return draft;
      return { ...draft, source: this.personalIds.encrypt(JSON.stringify(columns.map(({ col }) => cellAt(row, col).text.slice(0, CELL_LENGTH)))) };
    });
  }

  /** The cells in the order of the columns found. */
  open(source: Buffer): string[] {
    return JSON.parse(this.personalIds.decrypt(source)) as string[];
  }
}
