import { Injectable } from '@nestjs/common';
import type { SheetContent } from '@halong/platform/server';
import { PersonalIds } from '../person/personal-ids.ts';
import { PersonRecords } from '../person/person-record.repository.ts';
import type { PersonRecord, PostRecord } from '../person/person.rows.ts';
import { UnitRecords } from '../unit/unit-record.repository.ts';
import { personFields, type ColumnMap } from './header.rules.ts';
import { ImportRepository } from './import.repository.ts';
import type { DraftRow, ImportRecord } from './import.rows.ts';
import type { OrgUnitType } from './org-unit-row.rules.ts';
import { draftRow } from './person-draft.rules.ts';
import { type ExistingPerson, type ImportPlan, planImport } from './person-merge.rules.ts';
import { type AcceptedRow, type DefenceGroup, isAccepted, type PoliticalTheory, readPeople } from './person-row.rules.ts';
import { matchUnit, type DatedUnit, unitIndex } from './unit-match.rules.ts';

/** The tree as matching needs it, with the ids and names behind the codes. */
export interface Tree {
  units: DatedUnit[];
  byCode: Map<string, { id: number; name: string }>;
  codeOf: Map<number, string>;
}

/** The dry run of a staff list: reads what is stored and writes nothing. */
@Injectable()
export class PersonCheck {
  constructor(
    private readonly people: PersonRecords,
    private readonly units: UnitRecords,
    private readonly imports: ImportRepository,
    private readonly personalIds: PersonalIds,
  ) {}

  /** One draft per data row of the file, in its order. */
  async draft(record: ImportRecord, sheets: SheetContent[]): Promise<DraftRow[]> {
    const { rows, columns } = listOf(record, sheets);
    const tree = await this.tree();
    const list = readPeople(rows, columns, record.asOf).people;
    const { existing, records } = await this.existing(list.filter(isAccepted), record.asOf, tree);
    const plan = this.plan(record, sheets, existing, tree);
    return plan.decisions.map((decision) => draftRow(decision, {
      columns: columns as Record<string, number>,
      unit: (code) => tree.byCode.get(code),
      stored: (pin) => records.get(pin),
    }));
  }

  /** The people of the file by row, cleaned and with the gaps of the kept row filled: what a run writes. */
  async peopleByRow(record: ImportRecord, sheets: SheetContent[]): Promise<Map<number, AcceptedRow['fields']>> {
    const plan = this.plan(record, sheets, new Map(), await this.tree());
    return new Map(plan.decisions.flatMap((decision) => ('person' in decision ? [[decision.row, decision.person] as const] : [])));
  }

  private plan(record: ImportRecord, sheets: SheetContent[], existing: ReadonlyMap<string, ExistingPerson>, tree: Tree): ImportPlan {
    const { rows, columns } = listOf(record, sheets);
    const index = unitIndex(tree.units, record.asOf);
    const under = (heading: string | null) => (heading === null ? null : matchUnit(index, heading).unitCode);
    return planImport({
      rows: readPeople(rows, columns, record.asOf).people,
      unitOf: (row) => matchUnit(index, row.fields.unitText, under(row.heading)),
      existing,
    });
  }

  /** The tree as names are understood in it. */
  async tree(): Promise<Tree> {
    const [units, predecessors] = await Promise.all([this.units.all(), this.units.predecessors()]);
    const codeOf = new Map(units.map((unit) => [unit.id, unit.code]));
    return {
      codeOf,
      byCode: new Map(units.map((unit) => [unit.code, { id: unit.id, name: unit.name_vi }])),
      units: units.map((unit) => ({
        code: unit.code, parentCode: unit.parent_id === null ? null : (codeOf.get(unit.parent_id) ?? null), name: unit.name_vi, type: unit.type as OrgUnitType,
        validFrom: unit.valid_from, validTo: unit.valid_to, predecessors: (predecessors.get(unit.id) ?? []).flatMap((id) => codeOf.get(id) ?? []),
      })),
    };
  }

  /** The stored people whom the list names, by personal number, and namesakes whom it does not name. */
  private async existing(rows: AcceptedRow[], on: string, tree: Tree): Promise<{ existing: Map<string, ExistingPerson>; records: Map<string, PersonRecord> }> {
    const pinOf = new Map(rows.map(({ fields }) => [this.personalIds.hash(fields.pin), fields.pin]));
    const named = await this.people.ofHashes([...pinOf.keys()]);
    const namesakes = await this.people.ofSearchKeys([...new Set(rows.map(({ fields }) => fields.searchName))]);
    const all = [...new Map([...named, ...namesakes].map((person) => [person.id, person])).values()];
    const ids = all.map(({ id }) => id);
    const [posts, decisions] = await Promise.all([this.people.postsOn(ids, on), this.imports.decisionsOf(ids)]);
    const existing = new Map<string, ExistingPerson>();
    const records = new Map<string, PersonRecord>();
    for (const person of all) {
      const pin = pinOf.get(person.personal_id_hash ?? '') ?? (person.personal_id_cipher && this.personalIds.decrypt(person.personal_id_cipher));
      if (!pin) continue;
      records.set(pin, person);
      existing.set(pin, existingOf(person, posts.get(person.id), tree, new Set(decisions.filter(({ person_id }) => person_id === person.id).map(({ question }) => question))));
    }
    return { existing, records };
  }
}

/** The rows below the head and the chosen columns. */
function listOf({ mapping }: ImportRecord, sheets: SheetContent[]) {
  const last = mapping?.headerRows.at(-1) ?? 0;
  const rows = sheets[mapping?.sheet ?? 0]?.rows.filter(({ row }) => row > last) ?? [];
  const chosen = mapping?.chosen ?? mapping?.proposed ?? {};
  const columns = Object.fromEntries(personFields.flatMap((field) => (chosen[field] === undefined ? [] : [[field, chosen[field]]]))) as ColumnMap;
  return { rows, columns };
}

function existingOf(person: PersonRecord, post: PostRecord | undefined, tree: Tree, decided: Set<string>): ExistingPerson {
  const year = person.birth_year === null ? null : { value: String(person.birth_year), precision: 'YEAR' as const };
  return {
    name: person.full_name,
    dob: person.birth_date === null ? year : { value: person.birth_date, precision: 'DAY' },
    gender: person.gender,
    ethnicity: person.ethnicity,
    position: post?.position ?? null,
    rank: post?.rank ?? null,
    llct: person.political_theory as PoliticalTheory | null,
    qpan: person.defence_group as DefenceGroup | null,
    party: person.party_member === null ? null : Boolean(person.party_member),
    email: person.email,
    phone: person.phone,
    note: person.note,
    unitCode: post?.unit_id == null ? null : (tree.codeOf.get(post.unit_id) ?? null),
    decided,
  };
}
