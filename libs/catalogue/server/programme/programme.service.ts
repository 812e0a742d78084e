import { Injectable } from '@nestjs/common';
import { addDays, AppError, foldVietnamese, platformErrors, type Actor, type Page } from '@halong/platform/contract';
import { Audit, Clock, Database, isDuplicate } from '@halong/platform/server';
import { catalogueErrors, type Component, type ProgrammeDetail, type ProgrammeItem, type ProgrammeVersion, type TargetGroup } from '@halong/catalogue/contract';
import { proposeComponents, wrongSum } from './components.rules.ts';
import { mayEditCatalogue } from './programme.policy.ts';
import { presentProgramme, presentProgrammeItem, presentVersion } from './programme.presenter.ts';
import { ProgrammeRepository, type Head, type Terms } from './programme.repository.ts';
import type { ProgrammeRow, VersionRow } from './programme.rows.ts';

/** A version with the programme it belongs to. */
export interface ProgrammeTerms extends ProgrammeVersion {
  programmeId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  category: ProgrammeDetail['category'];
  authority: ProgrammeDetail['authority'];
}

/** The catalogue of programmes. What classes were planned with does not change: new terms are a new version. */
@Injectable()
export class Programmes {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: { search: string; category?: string; page: number; size: number }): Promise<Page<ProgrammeItem>> {
    const filter = { search: foldVietnamese(query.search), day: this.clock.today(), ...(query.category ? { category: query.category } : {}) };
    const { rows, total } = await this.programmes.page(filter, query.page, query.size);
    return { items: rows.map(presentProgrammeItem), total, page: query.page, size: query.size };
  }

  /** @throws AppError platform.not_found */
  async get(actor: Actor, id: number): Promise<ProgrammeDetail> {
    const row = await this.programmes.byId(id);
    if (!row) throw new AppError(platformErrors.not_found);
    const versions = await this.programmes.versionsOf([id]);
    const units = await this.programmes.unitsOf(versions.map((version) => version.id));
    return presentProgramme(row, versions, units, mayEditCatalogue(actor));
  }

  /** One version with its topics and its programme, for other domains; undefined when there is none. */
  async version(id: number): Promise<ProgrammeTerms | undefined> {
    const row = await this.programmes.version(id);
    const head = row && (await this.programmes.byId(row.programme_id));
    if (!row || !head) return undefined;
    const { nameVi, nameEn, code, category, authority } = presentProgramme(head, [], [], false);
    return { ...presentVersion(row, await this.programmes.unitsOf([id])), programmeId: head.id, code, nameVi, nameEn, category, authority };
  }

  async create(actor: Actor, { code, nameVi, nameEn, category, authority, ...terms }: Head & Terms): Promise<ProgrammeDetail> {
    return this.db.transaction(async () => {
      this.authorize(actor);
      const id = await this.add({ code, nameVi, nameEn, category, authority }, terms);
      return this.get(actor, id);
    });
  }

  /** Adds a programme with its first version. @throws AppError catalogue.code_taken */
  async add(head: Head, terms: Terms): Promise<number> {
    try {
      const id = await this.programmes.add(head);
      await this.programmes.addVersion(id, 1, terms, proposeComponents(terms.assessmentText), null);
      await this.audit.record({ action: 'programme.created', subjectType: 'programme', subjectId: id, after: { ...head, ...terms } });
      return id;
    } catch (error) {
      throw isDuplicate(error) ? new AppError(catalogueErrors.code_taken, { code: head.code }) : error;
    }
  }

  /** Corrects names, category and branch; the code stays. */
  correctHead(actor: Actor, id: number, { version, ...head }: Omit<Head, 'code'> & { version: number }): Promise<ProgrammeDetail> {
    return this.change(actor, id, version, (row) => this.correct(row, { code: row.code, ...head }));
  }

  /** Corrects names and category in place. */
  async correct(row: ProgrammeRow, head: Head): Promise<void> {
    await this.programmes.correct(row.id, head);
    await this.audit.record({ action: 'programme.corrected', subjectType: 'programme', subjectId: row.id, before: row, after: head });
  }

  addVersion(actor: Actor, id: number, { version, ...terms }: Terms & { version: number }): Promise<ProgrammeDetail> {
    return this.change(actor, id, version, async (row) => {
      const [newest] = await this.programmes.versionsOf([id]);
      if (newest && terms.validFrom <= newest.valid_from) throw new AppError(catalogueErrors.version_dates, { day: newest.valid_from });
      await this.addNextVersion(row, newest, terms);
    });
  }

  /** Ends the newest version the day before and adds one that takes over target group and topics; components too while the assessment reads the same. */
  async addNextVersion(row: ProgrammeRow, newest: VersionRow | undefined, terms: Terms): Promise<void> {
    const before = newest && presentVersion(newest, await this.programmes.unitsOf([newest.id]));
    const components = before && before.assessmentText === terms.assessmentText ? before.components : proposeComponents(terms.assessmentText);
    if (newest) await this.programmes.endVersion(newest.id, addDays(terms.validFrom, -1));
    const versionId = await this.programmes.addVersion(row.id, (newest?.version ?? 0) + 1, terms, components, before?.targetGroup ?? null);
    const copies = new Map<number, number>();
    for (const unit of before?.units ?? []) {
      const parent = unit.parentId === null ? null : (copies.get(unit.parentId) ?? null);
      const copy = { version_id: versionId, parent_id: parent, position: unit.position, kind: unit.kind, title_vi: unit.titleVi, title_en: unit.titleEn, periods: unit.periods };
      copies.set(unit.id, await this.programmes.putUnit(copy));
    }
    await this.audit.record({ action: 'programme.version_added', subjectType: 'programme', subjectId: row.id, after: terms });
  }

  setTargetGroup(actor: Actor, versionId: number, version: number, group: TargetGroup | null): Promise<ProgrammeDetail> {
    return this.changeVersion(actor, versionId, version, async (before) => {
      await this.programmes.setTargetGroup(versionId, group);
      await this.audit.record({ action: 'programme.target_group_set', subjectType: 'programme_version', subjectId: versionId, before: before.targetGroup, after: group });
    });
  }

  setComponents(actor: Actor, versionId: number, version: number, components: Component[]): Promise<ProgrammeDetail> {
    return this.changeVersion(actor, versionId, version, async (before) => {
      const sum = wrongSum(components);
      if (sum !== null) throw new AppError(catalogueErrors.weights_not_whole, { sum });
      await this.programmes.setComponents(versionId, components);
      await this.audit.record({ action: 'programme.components_set', subjectType: 'programme_version', subjectId: versionId, before: before.components, after: components });
    });
  }

  /** Locks the programme of a version, compares the version number, and hands over the version as it was. */
  async changeVersion(actor: Actor, versionId: number, version: number, work: (before: ProgrammeVersion) => Promise<void>): Promise<ProgrammeDetail> {
    const owner = await this.programmes.version(versionId);
    if (!owner) throw new AppError(platformErrors.not_found);
    return this.change(actor, owner.programme_id, version, async () => {
      const row = await this.programmes.version(versionId);
      if (!row) throw new AppError(platformErrors.not_found);
      await work(presentVersion(row, await this.programmes.unitsOf([versionId])));
    });
  }

  private change(actor: Actor, id: number, version: number, work: (row: ProgrammeRow) => Promise<void>): Promise<ProgrammeDetail> {
    return this.db.transaction(async () => {
      const row = await this.programmes.lock(id);
      if (!row) throw new AppError(platformErrors.not_found);
      this.authorize(actor);
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      await work(row);
      await this.programmes.touch(id);
      return this.get(actor, id);
    });
  }

  private authorize(actor: Actor): void {
    if (!mayEditCatalogue(actor)) throw new AppError(platformErrors.forbidden);
  }
}
