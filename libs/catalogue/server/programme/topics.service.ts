import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Audit } from '@halong/platform/server';
import { catalogueErrors, periodsTaught, type ProgrammeDetail, type ProgrammeVersion, type TopicInput } from '@halong/catalogue/contract';
import { Programmes } from './programme.service.ts';
import { ProgrammeRepository } from './programme.repository.ts';

/** A timetable points to the topic. */
const isStillUsed = (error: unknown): boolean => [1451, 1217].includes((error as { errno?: number })?.errno ?? 0);

/** The topic tree of a programme version. */
@Injectable()
export class Topics {
  constructor(
    private readonly programmes: Programmes,
    private readonly repository: ProgrammeRepository,
    private readonly audit: Audit,
  ) {}

  /** Sets the whole tree in the given order; topics with an id keep it. @throws AppError catalogue.topic_in_use, catalogue.topics_too_long */
  put(actor: Actor, versionId: number, version: number, topics: TopicInput[]): Promise<ProgrammeDetail> {
    return this.programmes.changeVersion(actor, versionId, version, async (before) => {
      const sum = periodsTaught(topics, (_, at) => at, ({ parent }) => parent);
      if (sum > before.periods) throw new AppError(catalogueErrors.topics_too_long, { sum, periods: before.periods });
      const known = new Set(before.units.map(({ id }) => id));
      const given = topics.flatMap(({ id }) => id ?? []);
      if (new Set(given).size !== given.length || given.some((id) => !known.has(id))) throw new AppError(platformErrors.not_found);
      await this.write(versionId, topics);
      await this.removeOthers(before, new Set(given));
      await this.audit.record({ action: 'programme.topics_set', subjectType: 'programme_version', subjectId: versionId, before: before.units, after: topics });
    });
  }

  private async write(versionId: number, topics: TopicInput[]): Promise<void> {
    const ids: number[] = [];
    for (const [position, { id, parent, kind, titleVi, titleEn, periods }] of topics.entries()) {
      const parentId = parent === null ? null : (ids[parent] ?? null);
      const unit = { version_id: versionId, parent_id: parentId, position, kind, title_vi: titleVi, title_en: titleEn, periods };
      ids.push(await this.repository.putUnit(id === undefined ? unit : { ...unit, id }));
    }
  }

  /** Children first: they come after their parents. */
  private async removeOthers(before: ProgrammeVersion, kept: ReadonlySet<number>): Promise<void> {
    for (const unit of before.units.filter(({ id }) => !kept.has(id)).toReversed()) {
      try {
        await this.repository.removeUnit(unit.id);
      } catch (error) {
        throw isStillUsed(error) ? new AppError(catalogueErrors.topic_in_use, { title: unit.titleVi }) : error;
      }
    }
  }
}
