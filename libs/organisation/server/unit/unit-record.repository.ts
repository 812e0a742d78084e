import { Injectable } from '@nestjs/common';
import { Database } from '@halong/platform/server';

export interface UnitRecord {
  id: number;
  code: string;
  name_vi: string;
  name_en: string;
  type: string;
  parent_id: number | null;
  valid_from: string | null;
  valid_to: string | null;
  version: number;
}

export type UnitValues = Omit<UnitRecord, 'id' | 'version'> & { search_key: string };

/** Writes the tree: units, what they were formed from, and who is below whom. */
@Injectable()
export class UnitRecords {
  constructor(private readonly db: Database) {}

  all(): Promise<UnitRecord[]> {
    return this.db.rows('SELECT id, code, name_vi, name_en, type, parent_id, valid_from, valid_to, version FROM organisation_unit ORDER BY id');
  }

  /** Former units of each unit, by id. */
  async predecessors(): Promise<Map<number, number[]>> {
    const rows = await this.db.rows<{ unit_id: number; predecessor_id: number }>('SELECT unit_id, predecessor_id FROM organisation_unit_predecessor ORDER BY unit_id, predecessor_id');
    const map = new Map<number, number[]>();
    for (const row of rows) map.set(row.unit_id, [...(map.get(row.unit_id) ?? []), row.predecessor_id]);
    return map;
  }

  insert(values: UnitValues): Promise<number> {
    return this.db.insert('organisation_unit', { ...values });
  }

  async change(id: number, values: UnitValues): Promise<void> {
    await this.db.run(
      `UPDATE organisation_unit SET code = ?, name_vi = ?, name_en = ?, type = ?, parent_id = ?, valid_from = ?, valid_to = ?, search_key = ?, version = version + 1 WHERE id = ?`,
      [values.code, values.name_vi, values.name_en, values.type, values.parent_id, values.valid_from, values.valid_to, values.search_key, id],
    );
  }

  async setPredecessors(id: number, predecessorIds: readonly number[]): Promise<void> {
    await this.db.run('DELETE FROM organisation_unit_predecessor WHERE unit_id = ?', [id]);
    await this.db.insertMany('organisation_unit_predecessor', predecessorIds.map((predecessor) => ({ unit_id: id, predecessor_id: predecessor })));
  }

  /** Takes a unit's own rows away, so that only the facts of others hold it. */
  async clearLinks(ids: readonly number[]): Promise<void> {
    await this.db.run('DELETE FROM organisation_unit_ancestor WHERE unit_id IN (?) OR ancestor_id IN (?)', [ids, ids]);
    await this.db.run('DELETE FROM organisation_unit_predecessor WHERE unit_id IN (?)', [ids]);
  }

  /** @throws the foreign key error (1451) when something refers to the unit; the statement alone is lost then */
  async remove(id: number): Promise<void> {
    await this.db.run('DELETE FROM organisation_unit WHERE id = ?', [id]);
  }

  /** Writes "is below" anew from the parents. */
  async rebuildAncestors(): Promise<void> {
    const units = await this.all();
    const parentOf = new Map(units.map((unit) => [unit.id, unit.parent_id]));
    const rows: { unit_id: number; ancestor_id: number; depth: number }[] = [];
    for (const { id } of units) {
      let depth = 0;
      for (let at: number | null | undefined = id; at != null && depth <= units.length; at = parentOf.get(at)) {
        rows.push({ unit_id: id, ancestor_id: at, depth });
        depth += 1;
      }
    }
    await this.db.run('DELETE FROM organisation_unit_ancestor');
    if (rows.length > 0) await this.db.insertMany('organisation_unit_ancestor', rows);
  }
}
