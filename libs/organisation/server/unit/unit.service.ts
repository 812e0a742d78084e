import { Injectable } from '@nestjs/common';
import { AppError, foldVietnamese, platformErrors, type Page } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import type { PlacedUnit, Unit } from '@halong/organisation/contract';
import { presentUnit } from './unit.presenter.ts';
import { UnitRepository, type UnitRow } from './unit.repository.ts';

/** Questions about the dated organisation tree. The tree is public within the installation. */
@Injectable()
export class Units {
  constructor(
    private readonly units: UnitRepository,
    private readonly clock: Clock,
  ) {}

  async list(query: { on?: string; search: string; type?: string; below?: number; all: string; page: number; size: number }): Promise<Page<PlacedUnit>> {
    const on = query.all === '1' ? null : (query.on ?? this.clock.today());
    const { rows, total } = await this.units.page({ ...query, on, search: foldVietnamese(query.search) }, query.page, query.size);
    return { items: rows.map((row) => ({ ...presentUnit(row), pathVi: row.path_vi ?? '', pathEn: row.path_en ?? '' })), total, page: query.page, size: query.size };
  }

  /** Units of today that a few typed words most likely mean, each with the unit above it, and how many match. */
  async nearest(words: string, limit: number): Promise<{ items: (Unit & { aboveVi: string | null; aboveEn: string | null })[]; total: number }> {
    const { rows, total } = await this.units.nearest(foldVietnamese(words), this.clock.today(), limit);
    return { items: rows.map((row) => ({ ...presentUnit(row), aboveVi: row.above_vi, aboveEn: row.above_en })), total };
  }

  async tree(day?: string) {
    const on = day ?? this.clock.today();
    const rows = await this.units.tree(on);
    return { on, units: rows.map((row) => ({ ...presentUnit(row), people: Number(row.people) })) };
  }

  /** @throws AppError platform.not_found */
  async get(id: number) {
    const row = await this.require(id);
    const [ancestors, predecessors, successors, people] = await Promise.all([
      this.units.ancestors(id), this.units.predecessors(id), this.units.successors(id), this.units.peopleBelow(id, this.clock.today()),
    ]);
    return {
      ...presentUnit(row),
      ancestors: ancestors.map((unit) => ({ id: unit.id, nameVi: unit.name_vi, nameEn: unit.name_en })),
      predecessors: predecessors.map(presentUnit),
      successors: successors.map(presentUnit),
      people,
    };
  }

  /** @throws AppError platform.not_found */
  async require(id: number): Promise<UnitRow> {
    const row = await this.units.find(id);
    if (!row) throw new AppError(platformErrors.not_found);
    return row;
  }

  /** Of these units, the ones inside one of the subtrees; the question behind every ORG_SUBTREE scope. */
  withinSubtrees(unitIds: readonly number[], rootIds: readonly number[]): Promise<Set<number>> {
    return this.units.withinSubtrees(unitIds, rootIds);
  }

  ofCodes(codes: readonly string[]): Promise<UnitRow[]> {
    return this.units.ofCodes(codes);
  }
}
