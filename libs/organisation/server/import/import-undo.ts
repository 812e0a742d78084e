import { Injectable } from '@nestjs/common';
import { Database, Outbox } from '@halong/platform/server';
import type { ImportReasonCode } from '@halong/organisation/contract';
import { PersonRecords } from '../person/person-record.repository.ts';
import { peopleChanged } from '../person/person.messages.ts';
import { UnitRecords } from '../unit/unit-record.repository.ts';
import { ImportRepository } from './import.repository.ts';
import type { ImportRecord, StoredReason, StoredRow } from './import.rows.ts';
import type { PersonBefore } from './person-write.ts';
import type { UnitBefore } from './unit-write.ts';

/** Takes back what an import wrote. A record that something else refers to, or that was changed since, stays. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportRepository,
    private readonly people: PersonRecords,
    private readonly units: UnitRecords,
    private readonly outbox: Outbox,
  ) {}

  /** Each person in a transaction of their own, so that the one whom a later fact holds keeps nobody else. */
  async person(importId: number, row: StoredRow): Promise<void> {
    const undone = async () => {
      const record = (await this.imports.find(importId, true)) as ImportRecord;
      const current = await this.imports.row(importId, row.rowNo);
      if (record.state !== 'UNDOING' || current?.outcome !== 'WRITTEN') return;
      const person = row.recordId === null ? undefined : await this.people.lock(row.recordId);
      if (person && person.version !== row.recordVersion) return this.imports.mark(importId, current, 'STAYED', stays('STAYS_CHANGED'));
      if (person && row.before === null) await this.people.removePerson(person.id);
      else if (person) await this.restore(person.id, row.before as PersonBefore);
      await this.imports.mark(importId, current, 'UNDONE');
    };
    try {
      await this.db.transaction(undone);
    } catch (error) {
      const holder = holderOf(error);
      if (holder === undefined) throw error;
      await this.db.transaction(() => this.imports.mark(importId, row, 'STAYED', stays(reasonFor(holder))));
    }
  }

  private async restore(personId: number, before: PersonBefore): Promise<void> {
    if (before.openedPost !== null) await this.people.removePost(before.openedPost);
    if (before.post) await this.people.changePost(before.post);
    await this.people.changePerson(personId, before.person);
    await this.outbox.publish(peopleChanged, { personIds: [personId] });
  }

  /** The whole tree in the transaction of the caller. */
  async tree(importId: number, rows: readonly StoredRow[]): Promise<void> {
    const current = new Map((await this.units.all()).map((unit) => [unit.id, unit]));
    const isUntouched = (row: StoredRow) => current.get(row.recordId ?? 0)?.version === row.recordVersion;
    for (const row of rows.filter((each) => !isUntouched(each))) await this.imports.mark(importId, row, 'STAYED', stays('STAYS_CHANGED'));
    const untouched = rows.filter(isUntouched);
    for (const row of untouched.filter(({ before }) => before !== null)) await this.restoreUnit(importId, row);
    await this.removeUnits(importId, untouched.filter(({ before }) => before === null));
    await this.units.rebuildAncestors();
  }

  private async restoreUnit(importId: number, row: StoredRow): Promise<void> {
    const { unit, predecessors } = row.before as UnitBefore;
    await this.units.change(row.recordId as number, unit);
    await this.units.setPredecessors(row.recordId as number, predecessors);
    await this.imports.mark(importId, row, 'UNDONE');
  }

  /** Again and again, because a unit can go only after those below it have gone. */
  private async removeUnits(importId: number, rows: readonly StoredRow[]): Promise<void> {
    const links = await this.units.predecessors();
    await this.units.clearLinks(rows.map(({ recordId }) => recordId as number));
    let open = [...rows];
    for (let before = -1; before !== open.length;) {
      before = open.length;
      const held: StoredRow[] = [];
      for (const row of open) if (!(await this.removeUnit(importId, row))) held.push(row);
      open = held;
    }
    const gone = new Set(rows.filter((row) => !open.includes(row)).map(({ recordId }) => recordId));
    for (const row of open) {
      await this.units.setPredecessors(row.recordId as number, (links.get(row.recordId as number) ?? []).filter((id) => !gone.has(id)));
      await this.imports.mark(importId, row, 'STAYED', stays('STAYS_PEOPLE'));
    }
  }

  private async removeUnit(importId: number, row: StoredRow): Promise<boolean> {
    try {
      await this.units.remove(row.recordId as number);
    } catch (error) {
      if (holderOf(error) === undefined) throw error;
      return false;
    }
    await this.imports.mark(importId, row, 'UNDONE');
    return true;
  }
}

const stays = (code: ImportReasonCode): StoredReason => ({ code, field: null, column: null, value: null, params: {} });

/** The table whose foreign key kept a row from being deleted; undefined for any other error. */
function holderOf(error: unknown): string | undefined {
  const { errno, message = '' } = error as { errno?: number; message?: string };
  return errno === 1451 ? (/`[^`]+`\.`(\w+)`/.exec(message)?.[1] ?? '') : undefined;
}

function reasonFor(table: string): ImportReasonCode {
  if (table.startsWith('identity_')) return 'STAYS_ACCOUNT';
  if (/^(classes|enrolment|completion|certification|attendance|assessment)_/.test(table)) return 'STAYS_CLASS';
  return 'STAYS_USED';
}
