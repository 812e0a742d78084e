import { Injectable } from '@nestjs/common';
import { addDays, foldVietnamese, givenNameKey } from '@halong/platform/contract';
import { Clock, Outbox, type SqlValue } from '@halong/platform/server';
import { postChange } from '../person/employment.rules.ts';
import { peopleChanged } from '../person/person.messages.ts';
import { PersonalIds } from '../person/personal-ids.ts';
import { PersonRecords } from '../person/person-record.repository.ts';
import type { PersonRecord, PostRecord } from '../person/person.rows.ts';
import { ImportRepository } from './import.repository.ts';
import type { StoredReason, StoredRow } from './import.rows.ts';
import type { AcceptedFields } from './person-row.rules.ts';

/** What stood there before a person was changed; null for a person who was added. */
export interface PersonBefore {
  person: Record<string, string | number | null>;
  /** The post as it was; absent when there was none or it stayed. */
  post: PostRecord | null;
  /** The post that the import opened. */
  openedPost: number | null;
}

const staleReason: StoredReason = { code: 'CHANGED_SINCE', field: null, column: null, value: null, params: {} };

/** Columns of a person's record by field of the list. */
const columnsOf: Record<string, (fields: AcceptedFields) => Record<string, SqlValue>> = {
  name: ({ name }) => ({ full_name: name, sort_name: givenNameKey(name), search_key: foldVietnamese(name) }),
  dob: ({ dob }) => ({ birth_date: dob.precision === 'DAY' ? dob.value : null, birth_year: Number(dob.value.slice(0, 4)) }),
  gender: ({ gender }) => ({ gender }),
  ethnicity: ({ ethnicity }) => ({ ethnicity }),
  llct: ({ llct }) => ({ political_theory: llct }),
  qpan: ({ qpan }) => ({ defence_group: qpan }),
  party: ({ party }) => ({ party_member: party }),
  email: ({ email }) => ({ email }),
  phone: ({ phone }) => ({ phone }),
  note: ({ note }) => ({ note }),
};

const allColumns = (fields: AcceptedFields) => Object.assign({}, ...Object.values(columnsOf).map((of) => of(fields))) as Record<string, SqlValue>;

/** Writes rows of a staff list, inside the transaction of a batch. */
@Injectable()
export class PersonWriter {
  constructor(
    private readonly people: PersonRecords,
    private readonly imports: ImportRepository,
    private readonly personalIds: PersonalIds,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Writes the rows and marks each as written, or stale when its record is not what the dry run saw; says whose record has changed. */
  async write(importId: number, rows: readonly StoredRow[], fieldsOf: ReadonlyMap<number, AcceptedFields>): Promise<void> {
    const hashes = rows.flatMap((row) => (row.effect === 'ADD' ? [this.hashOf(fieldsOf.get(row.rowNo))] : []));
    const known = new Set((await this.people.ofHashes(hashes)).map((person) => person.personal_id_hash));
    const changed: number[] = [];
    for (const row of rows) {
      const fields = fieldsOf.get(row.rowNo);
      if (!fields) await this.imports.mark(importId, row, 'STALE', staleReason);
      else if (row.effect === 'ADD') await this.add(importId, row, fields, known.has(this.hashOf(fields)));
      else if (await this.change(importId, row, fields)) changed.push(row.recordId as number);
    }
    if (changed.length > 0) await this.outbox.publish(peopleChanged, { personIds: changed });
  }

  private hashOf(fields: AcceptedFields | undefined): string {
    return fields ? this.personalIds.hash(fields.pin) : '';
  }

  private async add(importId: number, row: StoredRow, fields: AcceptedFields, isKnown: boolean): Promise<void> {
    if (isKnown) return this.imports.mark(importId, row, 'STALE', staleReason);
    const id = await this.people.insertPerson({
      ...allColumns(fields), personal_id_cipher: this.personalIds.encrypt(fields.pin), personal_id_hash: this.hashOf(fields), created_at: this.clock.now(),
    });
    await this.people.insertPost({
      person_id: id, unit_id: row.decision?.unitId ?? row.unitId, unit_text: fields.unitText, position: fields.position, rank: fields.rank, valid_from: null, valid_to: null,
    });
    await this.remember(importId, row, id);
    await this.imports.markWritten(importId, row.rowNo, { id, version: 1, before: null });
  }

  /** Answers whether the record was changed; stale rows are left alone. */
  private async change(importId: number, row: StoredRow, fields: AcceptedFields): Promise<boolean> {
    const person = row.recordId === null ? undefined : await this.people.lock(row.recordId);
    if (!person || person.version !== row.recordVersion) {
      await this.imports.mark(importId, row, 'STALE', staleReason);
      return false;
    }
    const values = Object.assign({}, ...row.changes.map(({ field }) => columnsOf[field]?.(fields) ?? {})) as Record<string, SqlValue>;
    const post = await this.changePost(row, person.id, fields);
    const before: PersonBefore = { person: oldValues(person, values), ...post };
    await this.people.changePerson(person.id, values);
    await this.remember(importId, row, person.id);
    await this.imports.markWritten(importId, row.rowNo, { id: person.id, version: person.version + 1, before });
    return true;
  }

  /** Corrects the post of today or closes it and opens the next. */
  private async changePost(row: StoredRow, personId: number, fields: AcceptedFields): Promise<Pick<PersonBefore, 'post' | 'openedPost'>> {
    const today = this.clock.today();
    const current = (await this.people.postsOn([personId], today)).get(personId);
    const next = nextPost(row, fields, current);
    if (!current) {
      const openedPost = await this.people.insertPost({ person_id: personId, ...next, unit_text: fields.unitText, valid_from: today, valid_to: null });
      return { post: null, openedPost };
    }
    const unit_text = next.unit_id === current.unit_id ? current.unit_text : fields.unitText;
    const kind = postChange(
      { unitId: current.unit_id, unitText: current.unit_text, position: current.position, rank: current.rank, validFrom: current.valid_from },
      { unitId: next.unit_id, unitText: unit_text, position: next.position, rank: next.rank }, today,
    );
    if (kind === 'NONE') return { post: null, openedPost: null };
    if (kind === 'CORRECT') {
      await this.people.changePost({ ...current, ...next, unit_text });
      return { post: current, openedPost: null };
    }
    await this.people.changePost({ ...current, valid_to: addDays(today, -1) });
    const openedPost = await this.people.insertPost({ person_id: personId, ...next, unit_text, valid_from: today, valid_to: current.valid_to });
    return { post: current, openedPost };
  }

  /** An answered question is not asked again. */
  private async remember(importId: number, row: StoredRow, personId: number): Promise<void> {
    if (row.decision && row.question) await this.imports.rememberDecision(importId, personId, row.question, row.decision.unitId);
  }
}

function nextPost(row: StoredRow, fields: AcceptedFields, current: PostRecord | undefined): Pick<PostRecord, 'unit_id' | 'position' | 'rank'> {
  const changed = new Set(row.changes.map(({ field }) => field));
  const unit = row.decision ? row.decision.unitId : changed.has('unit') ? row.unitId : null;
  return {
    unit_id: unit ?? current?.unit_id ?? null,
    position: changed.has('position') || !current ? fields.position : current.position,
    rank: changed.has('rank') || !current ? fields.rank : current.rank,
  };
}

function oldValues(person: PersonRecord, values: Record<string, SqlValue>): PersonBefore['person'] {
  const record = { ...person, sort_name: givenNameKey(person.full_name) } as Record<string, unknown>;
  return Object.fromEntries(Object.keys(values).map((column) => [column, record[column] as string | number | null]));
}
