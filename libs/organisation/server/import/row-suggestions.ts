import { Injectable } from '@nestjs/common';
import { cellAt, columnNumber, type SheetContent } from '@halong/platform/server';
import { PersonalIds } from '../person/personal-ids.ts';
import { UnitRecords } from '../unit/unit-record.repository.ts';
import { maskCell } from './correction.rules.ts';
import type { DraftRow, ImportRecord, StoredReason, StoredSuggestion } from './import.rows.ts';
import { PersonCheck } from './person-check.ts';
import { suggestText, type SuggestionContext } from './suggestion.rules.ts';
import { nearlyNamed, unitIndex } from './unit-match.rules.ts';

/** Says beside a doubtful cell what it most likely means, and which rows ask the same. */
@Injectable()
export class RowSuggestions {
  constructor(
    private readonly personCheck: PersonCheck,
    private readonly units: UnitRecords,
    private readonly personalIds: PersonalIds,
  ) {}

  async add(record: ImportRecord, sheets: readonly SheetContent[], drafts: readonly DraftRow[]): Promise<DraftRow[]> {
    const rows = new Map((sheets[record.mapping?.sheet ?? 0]?.rows ?? []).map((row) => [row.row, row]));
    const textOf = (draft: DraftRow, { column }: StoredReason): string => {
      const row = rows.get(draft.rowNo);
      return row && column ? cellAt(row, columnNumber(column)).text : '';
    };
    const context = { asOf: record.asOf, codes: record.kind === 'ORG_UNITS' ? await this.codes(drafts) : [] };
    const unitOf = await this.unitsNearlyNamed(record, drafts);
    return drafts.map((draft) => {
      const unknown = draft.reasons.find(({ code }) => code === 'UNIT_UNKNOWN');
      if (draft.question) return { ...draft, alike: draft.question, suggestion: unknown ? unitOf(textOf(draft, unknown)) : null };
      return draft.bucket === 'REJECTED' ? this.withText(draft, textOf, context) : draft;
    });
  }

  /** What is suggested for a text, in clear; the stored suggestion of a personal number is masked. */
  textFor(code: StoredReason['code'], text: string, asOf: string): string | null {
    return suggestText(code, text, { asOf, codes: [] });
  }

  private withText(draft: DraftRow, textOf: (draft: DraftRow, reason: StoredReason) => string, context: SuggestionContext): DraftRow {
    for (const reason of draft.reasons) {
      const text = textOf(draft, reason);
      const proposed = reason.field && suggestText(reason.code, text, context);
      if (!reason.field || !proposed) continue;
      const suggestion: StoredSuggestion = { field: reason.field, text: reason.field === 'pin' ? maskCell('pin', proposed) : proposed, unitId: null };
      return { ...draft, suggestion, alike: this.personalIds.hash(`${reason.code} ${reason.field} ${text}`) };
    }
    return draft;
  }

  private async codes(drafts: readonly DraftRow[]): Promise<string[]> {
    const stored = (await this.units.all()).map(({ code }) => code);
    return [...new Set([...stored, ...drafts.map(({ shown }) => shown.key)])].filter(Boolean);
  }

  /** The tree is only looked through when a text is unknown. */
  private async unitsNearlyNamed(record: ImportRecord, drafts: readonly DraftRow[]): Promise<(text: string) => StoredSuggestion | null> {
    if (record.kind !== 'PEOPLE' || !drafts.some(({ reasons }) => reasons.some(({ code }) => code === 'UNIT_UNKNOWN'))) return () => null;
    const tree = await this.personCheck.tree();
    const index = unitIndex(tree.units, record.asOf);
    const known = new Map<string, StoredSuggestion | null>();
    return (text) => {
      if (!known.has(text)) {
        const unit = tree.byCode.get(nearlyNamed(index, text) ?? '');
        known.set(text, unit ? { field: 'unit', text: unit.name, unitId: unit.id } : null);
      }
      return known.get(text) ?? null;
    };
  }
}
