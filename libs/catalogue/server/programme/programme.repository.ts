import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@halong/platform/contract';
import { containing, Database, searchWords, type SqlValue } from '@halong/platform/server';
import type { Component, TargetGroup } from '@halong/catalogue/contract';
import type { ProgrammeListRow, ProgrammeRow, UnitRow, VersionRow } from './programme.rows.ts';

export interface Head {
  code: string;
  nameVi: string;
  nameEn: string;
  category: string;
  authority: string;
}

export interface Terms {
  periods: number;
  deliveryMode: string;
  deliveryNote: string | null;
  assessmentText: string;
  credential: string;
  classSize: number;
  targetGroupText: string;
  validFrom: string;
}

const programmeColumns = 'p.id, p.code, p.name_vi, p.name_en, p.category, p.authority, p.version';
const searchKey = ({ code, nameVi, nameEn }: Pick<Head, 'code' | 'nameVi' | 'nameEn'>) => foldVietnamese(`${code} ${nameVi} ${nameEn}`).slice(0, 300);

@Injectable()
export class ProgrammeRepository {
  constructor(private readonly db: Database) {}

  async page(filter: { search: string; category?: string; day: string }, page: number, size: number): Promise<{ rows: ProgrammeListRow[]; total: number }> {
    const words = searchWords(filter.search);
    const where = ['1 = 1', ...(filter.category ? ['p.category = ?'] : []), ...words.map(() => 'p.search_key LIKE ?')].join(' AND ');
    const params: SqlValue[] = [...(filter.category ? [filter.category] : []), ...words.map(containing)];
    const [rows, count] = await Promise.all([
      this.db.rows<ProgrammeListRow>(
        `SELECT ${programmeColumns}, v.id AS version_id, v.periods, v.delivery_mode, v.credential, v.class_size, v.target_group IS NOT NULL AS has_target_group
         FROM catalogue_programme p JOIN catalogue_programme_version v ON v.id = (
           SELECT x.id FROM catalogue_programme_version x WHERE x.programme_id = p.id ORDER BY x.valid_from <= ? DESC, x.version DESC LIMIT 1)
         WHERE ${where} ORDER BY p.code LIMIT ? OFFSET ?`,
        [filter.day, ...params, size, (page - 1) * size],
      ),
      this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM catalogue_programme p WHERE ${where}`, params),
    ]);
    return { rows, total: Number(count?.n ?? 0) };
  }

  byId(id: number): Promise<ProgrammeRow | undefined> {
    return this.db.row(`SELECT ${programmeColumns} FROM catalogue_programme p WHERE p.id = ?`, [id]);
  }

  lock(id: number): Promise<ProgrammeRow | undefined> {
    return this.db.row(`SELECT ${programmeColumns} FROM catalogue_programme p WHERE p.id = ? FOR UPDATE`, [id]);
  }

  /** Locks the programmes with these codes, in order of id. */
  lockByCodes(codes: readonly string[]): Promise<ProgrammeRow[]> {
    return this.db.rows(`SELECT ${programmeColumns} FROM catalogue_programme p WHERE p.code IN (?) ORDER BY p.id FOR UPDATE`, [codes]);
  }

  byCodes(codes: readonly string[]): Promise<ProgrammeRow[]> {
    return this.db.rows(`SELECT ${programmeColumns} FROM catalogue_programme p WHERE p.code IN (?)`, [codes]);
  }

  /** Newest first. */
  versionsOf(programmeIds: readonly number[]): Promise<VersionRow[]> {
    return this.db.rows('SELECT v.* FROM catalogue_programme_version v WHERE v.programme_id IN (?) ORDER BY v.version DESC', [programmeIds]);
  }

  version(id: number): Promise<VersionRow | undefined> {
    return this.db.row('SELECT v.* FROM catalogue_programme_version v WHERE v.id = ?', [id]);
  }

  unitsOf(versionIds: readonly number[]): Promise<UnitRow[]> {
    return this.db.rows('SELECT u.* FROM catalogue_programme_unit u WHERE u.version_id IN (?) ORDER BY u.version_id, u.position, u.id', [versionIds]);
  }

  add(head: Head): Promise<number> {
    return this.db.insert('catalogue_programme', {
      code: head.code, name_vi: head.nameVi, name_en: head.nameEn, search_key: searchKey(head), category: head.category, authority: head.authority,
    });
  }

  async correct(id: number, head: Head): Promise<void> {
    await this.db.run('UPDATE catalogue_programme SET name_vi = ?, name_en = ?, search_key = ?, category = ?, authority = ? WHERE id = ?', [
      head.nameVi, head.nameEn, searchKey(head), head.category, head.authority, id,
    ]);
  }

  async touch(id: number): Promise<void> {
    await this.db.run('UPDATE catalogue_programme SET version = version + 1 WHERE id = ?', [id]);
  }

  addVersion(programmeId: number, version: number, terms: Terms, components: readonly Component[], targetGroup: TargetGroup | null): Promise<number> {
    return this.db.insert('catalogue_programme_version', {
      programme_id: programmeId, version, periods: terms.periods, delivery_mode: terms.deliveryMode, delivery_note: terms.deliveryNote,
      assessment_text: terms.assessmentText, credential: terms.credential, class_size: terms.classSize, target_group_text: terms.targetGroupText,
      target_group: targetGroup ? JSON.stringify(targetGroup) : null, components: JSON.stringify(components), valid_from: terms.validFrom,
    });
  }

  async endVersion(id: number, lastDay: string): Promise<void> {
    await this.db.run('UPDATE catalogue_programme_version SET valid_to = ? WHERE id = ?', [lastDay, id]);
  }

  async setTargetGroup(id: number, group: TargetGroup | null): Promise<void> {
    await this.db.run('UPDATE catalogue_programme_version SET target_group = ? WHERE id = ?', [group ? JSON.stringify(group) : null, id]);
  }

  async setComponents(id: number, components: readonly Component[]): Promise<void> {
    await this.db.run('UPDATE catalogue_programme_version SET components = ? WHERE id = ?', [JSON.stringify(components), id]);
  }

  /** Adds a topic, or changes the one with this id; answers its id. */
  async putUnit(unit: Omit<UnitRow, 'id'> & { id?: number }): Promise<number> {
    const { id, ...values } = unit;
    if (id === undefined) return this.db.insert('catalogue_programme_unit', values);
    await this.db.run('UPDATE catalogue_programme_unit SET parent_id = ?, position = ?, kind = ?, title_vi = ?, title_en = ?, periods = ? WHERE id = ?', [
      values.parent_id, values.position, values.kind, values.title_vi, values.title_en, values.periods, id,
    ]);
    return id;
  }

  async removeUnit(id: number): Promise<void> {
    await this.db.run('DELETE FROM catalogue_programme_unit WHERE id = ?', [id]);
  }
}
