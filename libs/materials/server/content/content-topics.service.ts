import { Injectable } from '@nestjs/common';
import { Programmes } from '@halong/catalogue/server';
import type { ProgrammeUnit } from '@halong/catalogue/contract';
import { TrainingClasses } from '@halong/classes/server';
import { materialsErrors } from '@halong/materials/contract';
import { AppError } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';

export type Topic = Omit<ProgrammeUnit, 'position'>;

/** The topics of a class are those of the programme version that it was planned with. */
@Injectable()
export class ContentTopics {
  constructor(
    private readonly db: Database,
    private readonly classes: TrainingClasses,
    private readonly programmes: Programmes,
  ) {}

  /** In the order of the programme, children after their parents. */
  async ofClass(classId: number): Promise<(Topic & { depth: number })[]> {
    const units = await this.db.rows<Topic>(
      `SELECT u.id, u.parent_id AS parentId, u.kind, u.title_vi AS titleVi, u.title_en AS titleEn, u.periods
       FROM classes_class c JOIN catalogue_programme_unit u ON u.version_id = c.programme_version_id WHERE c.id = ? ORDER BY u.position, u.id`, [classId],
    );
    const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
    const depthOf = (id: number | null): number => (id === null ? -1 : 1 + depthOf(parents.get(id) ?? null));
    return units.map((unit) => ({ ...unit, depth: depthOf(unit.id) }));
  }

  /** @throws AppError platform.not_found */
  async programmeOf(classId: number): Promise<number> {
    const { programmeVersionId } = await this.classes.get(classId);
    return (await this.programmes.version(programmeVersionId))?.programmeId ?? 0;
  }

  /** @throws AppError materials.topic_unknown when the topic is not one of the class */
  async require(classId: number, key: string | null): Promise<number | null> {
    if (key === null) return null;
    const unit = (await this.ofClass(classId)).find(({ id }) => String(id) === key);
    if (!unit) throw new AppError(materialsErrors.topic_unknown);
    return unit.id;
  }
}
