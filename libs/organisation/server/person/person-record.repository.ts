import { Injectable } from '@nestjs/common';
import { Database, type SqlValue } from '@halong/platform/server';
import type { PersonRecord, PostRecord } from './person.rows.ts';

const personColumns = `id, full_name, search_key, birth_date, birth_year, gender, ethnicity, party_member, personal_id_cipher, personal_id_hash, email, phone,
  political_theory, defence_group, note, version`;
const postColumns = 'id, person_id, unit_id, unit_text, position, `rank`, valid_from, valid_to';

/** Writes the records of people and their posts, and reads them as they are stored. */
@Injectable()
export class PersonRecords {
  constructor(private readonly db: Database) {}

  ofHashes(hashes: readonly string[]): Promise<PersonRecord[]> {
    return this.inParts(hashes, (part) => this.db.rows(`SELECT ${personColumns} FROM organisation_person WHERE personal_id_hash IN (?)`, [part]));
  }

  ofSearchKeys(keys: readonly string[]): Promise<PersonRecord[]> {
    return this.inParts(keys, (part) => this.db.rows(`SELECT ${personColumns} FROM organisation_person WHERE search_key IN (?)`, [part]));
  }

  async lock(id: number): Promise<PersonRecord | undefined> {
    return this.db.row(`SELECT ${personColumns} FROM organisation_person WHERE id = ? FOR UPDATE`, [id]);
  }

  async exists(id: number): Promise<boolean> {
    return (await this.db.row('SELECT 1 AS found FROM organisation_person WHERE id = ?', [id])) !== undefined;
  }

  /** The post held on the day, by person; the newest one if the source gave two. */
  async postsOn(personIds: readonly number[], on: string): Promise<Map<number, PostRecord>> {
    const rows = await this.inParts(personIds, (part) => this.db.rows<PostRecord>(
      `SELECT ${postColumns} FROM organisation_employment WHERE person_id IN (?) AND (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id`,
      [part, on, on],
    ));
    return new Map(rows.map((row) => [row.person_id, row]));
  }

  insertPerson(values: Record<string, SqlValue>): Promise<number> {
    return this.db.insert('organisation_person', values);
  }

  /** Changes columns (named in code) and raises the version. */
  async changePerson(id: number, values: Record<string, SqlValue>): Promise<void> {
    const columns = Object.keys(values).map((column) => `${column} = ?, `).join('');
    await this.db.run(`UPDATE organisation_person SET ${columns}version = version + 1 WHERE id = ?`, [...Object.values(values), id]);
  }

  insertPost(post: Omit<PostRecord, 'id'>): Promise<number> {
    return this.db.insert('organisation_employment', {
      person_id: post.person_id, unit_id: post.unit_id, unit_text: post.unit_text, position: post.position, '`rank`': post.rank,
      valid_from: post.valid_from, valid_to: post.valid_to,
    });
  }

  async changePost(post: PostRecord): Promise<void> {
    await this.db.run('UPDATE organisation_employment SET unit_id = ?, unit_text = ?, position = ?, `rank` = ?, valid_from = ?, valid_to = ? WHERE id = ?', [
      post.unit_id, post.unit_text, post.position, post.rank, post.valid_from, post.valid_to, post.id,
    ]);
  }

  async removePost(id: number): Promise<void> {
    await this.db.run('DELETE FROM organisation_employment WHERE id = ?', [id]);
  }

  /** @throws the foreign key error (1451) when something refers to the person; the caller's transaction is lost then */
  async removePerson(id: number): Promise<void> {
    await this.db.run('DELETE FROM organisation_employment WHERE person_id = ?', [id]);
    await this.db.run('DELETE FROM organisation_person WHERE id = ?', [id]);
  }

  private async inParts<K extends string | number, R>(keys: readonly K[], read: (part: readonly K[]) => Promise<R[]>): Promise<R[]> {
    const result: R[] = [];
    for (let from = 0; from < keys.length; from += 500) result.push(...(await read(keys.slice(from, from + 500))));
    return result;
  }
}
