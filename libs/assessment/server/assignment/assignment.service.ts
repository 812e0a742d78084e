import { Injectable } from '@nestjs/common';
import { assignmentErrors as errors, type AssignmentDetail, type AssignmentFields } from '@halong/assessment/contract';
import { Documents } from '@halong/materials/server';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { AssignmentEffects } from './assignment.effects.ts';
import { editors } from './assignment.policy.ts';
import { valuesOf } from './assignment.presenter.ts';
import { AssignmentReading } from './assignment-reading.service.ts';
import { AssignmentRepository } from './assignment.repository.ts';
import { takesWork } from './assignment.rules.ts';
import type { AssignmentClass, AssignmentRow } from './assignment.rows.ts';
import { Rejudging } from './rejudging.ts';

/** The assignments of a class, as its staff writes them. */
@Injectable()
export class Assignments {
  constructor(
    private readonly db: Database,
    private readonly assignments: AssignmentRepository,
    private readonly reading: AssignmentReading,
    private readonly documents: Documents,
    private readonly rejudging: Rejudging,
    private readonly effects: AssignmentEffects,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found, assessment.class_not_teaching, component_unknown, materials.document_not_found */
  async create(actor: Actor, classId: number, fields: AssignmentFields): Promise<AssignmentDetail> {
    return this.db.transaction(async () => {
      const held = await this.reading.requireClass(actor, classId, editors);
      await this.teaching(classId);
      await this.check(actor, classId, fields, []);
      const id = await this.assignments.insert(classId, valuesOf(fields), this.clock.now());
      await this.assignments.putReferences(id, [...new Set(fields.references)]);
      await this.effects.changed({ id, classId }, { action: 'assessment.assignment_written', before: null, after: fields });
      return this.reading.detail(await this.found(id), held);
    });
  }

  /** @throws AppError platform.not_found, platform.stale_version, assessment.assignment_published, component_unknown, materials.document_not_found */
  async update(actor: Actor, id: number, { version, ...fields }: AssignmentFields & { version: number }): Promise<AssignmentDetail> {
    return this.db.transaction(async () => {
      const { row, held } = await this.reading.require(actor, id, editors, true);
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      const references = await this.assignments.references(id);
      await this.check(actor, row.classId, fields, references);
      const otherWork = row.kind !== fields.kind || row.groupWork !== fields.groupWork;
      if (otherWork && (await this.assignments.hasSubmissions(id))) throw new AppError(errors.assignment_published);
      await this.assignments.update(id, valuesOf(fields));
      await this.assignments.putReferences(id, [...new Set(fields.references)]);
      const after = await this.found(id);
      await this.rejudging.of(after);
      await this.effects.retitled(after);
      await this.effects.changed(row, { action: 'assessment.assignment_changed', before: { ...row, references }, after: fields });
      return this.reading.detail(after, held);
    });
  }

  /** Under the topic, or before all of them. @throws AppError platform.not_found, platform.stale_version, assessment.class_not_teaching, materials.topic_unknown */
  async publish(actor: Actor, id: number, version: number, topicKey: string | null = null): Promise<AssignmentDetail> {
    return this.db.transaction(async () => {
      const { row, held } = await this.reading.require(actor, id, editors, true);
      if (row.state === 'PUBLISHED') return this.reading.detail(row, held);
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      const ofClass = await this.teaching(row.classId);
      await this.assignments.publish(id, this.clock.now());
      await this.effects.changed(row, { action: 'assessment.assignment_published', before: { state: row.state }, after: { state: 'PUBLISHED' } });
      await this.effects.published(row, ofClass, topicKey);
      return this.reading.detail(await this.found(id), held);
    });
  }

  /** @throws AppError platform.not_found, platform.stale_version, assessment.assignment_published */
  async remove(actor: Actor, id: number, { version, reason }: { version: number; reason: string }): Promise<void> {
    await this.db.transaction(async () => {
      const { row } = await this.reading.require(actor, id, editors, true);
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      if (await this.assignments.hasSubmissions(id)) throw new AppError(errors.assignment_published);
      await this.effects.removed(row);
      await this.assignments.remove(id);
      await this.effects.changed(row, { action: 'assessment.assignment_removed', reason, before: row, after: null });
    });
  }

  private async found(id: number): Promise<AssignmentRow> {
    const row = await this.assignments.find(id);
    if (!row) throw new AppError(platformErrors.not_found);
    return row;
  }

  private async teaching(classId: number): Promise<AssignmentClass> {
    const ofClass = await this.assignments.class(classId);
    if (!ofClass || !takesWork(ofClass.state)) throw new AppError(errors.class_not_teaching);
    return ofClass;
  }

  /** References that are there already stay, whoever sent them; new ones are the actor's own or open to them. */
  private async check(actor: Actor, classId: number, { component, references }: AssignmentFields, kept: readonly number[]): Promise<void> {
    const components = await this.reading.components(classId);
    if (component !== null && !components.some(({ key }) => key === component)) throw new AppError(errors.component_unknown);
    for (const document of references) if (!kept.includes(document)) await this.documents.requireOpen(actor, document);
  }
}
