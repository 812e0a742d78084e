import { Injectable } from '@nestjs/common';
import { gradeCategory, gradeComponent, type PlanChange } from '@halong/assessment/contract';
import { ClassRules } from '@halong/classes/server';
import { gradeBand } from '@halong/regulations/contract';
import { z } from 'zod';
import { GradeSheetEffects } from '../grade-sheet/grade-sheet.effects.ts';
import type { SheetContent } from '../grade-sheet/grade-sheet.presenter.ts';
import { GradeSheetRepository } from '../grade-sheet/grade-sheet.repository.ts';
import { GradeSheets } from '../grade-sheet/grade-sheet.service.ts';

/** What a change replaced, as it was stored. */
export const storedChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('PLAN'), components: z.array(gradeComponent), categories: z.array(gradeCategory) }),
  z.object({ kind: z.literal('RULES'), passRatio: z.number(), gradeBands: z.array(gradeBand) }),
]);

/** The part of the sheet that such a change replaces, as it stands. */
export function standing({ sheet: { components, categories }, rules: { passRatio, gradeBands } }: SheetContent, kind: PlanChange['kind']): z.output<typeof storedChange> {
  return kind === 'PLAN' ? { kind, components, categories } : { kind, passRatio, gradeBands };
}

/** Makes a plan or amended rules hold, for a change and for its undo alike: results and everything that follows them too. */
@Injectable()
export class PlanApplication {
  constructor(
    private readonly gradeSheets: GradeSheets,
    private readonly sheets: GradeSheetRepository,
    private readonly classRules: ClassRules,
    private readonly effects: GradeSheetEffects,
  ) {}

  async apply(content: SheetContent, change: PlanChange, reason: string, action: string): Promise<void> {
    const { id } = content.class;
    if (change.kind === 'PLAN') await this.sheets.putPlan(id, change);
    else await this.classRules.amend(id, change, reason);
    await this.sheets.touch(id);
    const after = await this.gradeSheets.content(id);
    await this.gradeSheets.storeResults(after, after.cells);
    await this.effects.regraded(after, { action, reason, before: standing(content, change.kind), after: change });
  }
}
