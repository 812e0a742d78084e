import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page } from '@halong/platform/contract';
import { Audit, Clock, Database, isDuplicate } from '@halong/platform/server';
import { People } from '@halong/organisation/server';
import { classesErrors, lecturerKinds, type Lecturer, type LecturerKind } from '@halong/classes/contract';
import { PlaceRepository } from '../place/place.repository.ts';
import { mayWorkFor } from '../training-class/training-class.policy.ts';
import { LecturerRepository, type LecturerRow } from './lecturer.repository.ts';

export interface NewLecturer {
  personId?: number | undefined;
  name?: string | undefined;
  title: string;
  kind: LecturerKind;
  institutionId: number | null;
}

/** Who teaches. Every lecturer is a person; visiting ones are recorded by name. */
@Injectable()
export class Lecturers {
  constructor(
    private readonly lecturers: LecturerRepository,
    private readonly places: PlaceRepository,
    private readonly people: People,
    private readonly db: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(query: { search: string; institutionId?: number | undefined; page: number; size: number }): Promise<Page<Lecturer>> {
    const { rows, total } = await this.lecturers.page({ search: foldVietnamese(query.search), institutionId: query.institutionId }, query.page, query.size);
    return { items: rows.map(presentLecturer), total, page: query.page, size: query.size };
  }

  /** @throws AppError classes.lecturer_unknown */
  async get(id: number): Promise<Lecturer> {
    const row = await this.lecturers.one(id);
    if (!row) throw new AppError(classesErrors.lecturer_unknown);
    return presentLecturer(row);
  }

  create(actor: Actor, body: NewLecturer): Promise<Lecturer> {
    return this.db.transaction(async () => {
      this.authorize(actor, body.institutionId);
      await this.assertInstitution(body.institutionId);
      if (body.personId !== undefined && !(await this.lecturers.personExists(body.personId))) throw new AppError(classesErrors.person_unknown);
      return this.get(await this.add(body));
    });
  }

  /** Adds a lecturer inside the caller's transaction; a name makes a new person. @throws AppError classes.lecturer_taken */
  async add({ personId, name, title, kind, institutionId }: NewLecturer): Promise<number> {
    try {
      const person = personId ?? (await this.people.addExternal(name ?? ''));
      const id = await this.lecturers.add({ personId: person, institutionId, kind, title });
      await this.audit.record({ action: 'lecturer.added', subjectType: 'lecturer', subjectId: id, after: { personId: person, name, title, kind, institutionId } });
      return id;
    } catch (error) {
      throw isDuplicate(error) ? new AppError(classesErrors.lecturer_taken) : error;
    }
  }

  edit(actor: Actor, id: number, changes: { title?: string | undefined; kind?: LecturerKind | undefined; institutionId?: number | null | undefined }): Promise<Lecturer> {
    return this.db.transaction(async () => {
      const before = await this.lecturers.one(id);
      if (!before) throw new AppError(platformErrors.not_found);
      this.authorize(actor, before.institution_id);
      const { title = before.title, kind = before.kind, institutionId = before.institution_id } = changes;
      if (institutionId !== before.institution_id) {
        this.authorize(actor, institutionId);
        await this.assertInstitution(institutionId);
      }
      await this.lecturers.update(id, { title, kind, institutionId });
      await this.audit.record({ action: 'lecturer.edited', subjectType: 'lecturer', subjectId: id, before, after: { title, kind, institutionId } });
      return this.get(id);
    });
  }

  private authorize(actor: Actor, institutionId: number | null): void {
    if (!mayWorkFor(actor, institutionId)) throw new AppError(platformErrors.forbidden);
  }

  private async assertInstitution(id: number | null): Promise<void> {
    if (id !== null && !(await this.places.isInstitution(id, this.clock.today()))) throw new AppError(classesErrors.institution_unknown);
  }
}

const presentLecturer = (row: LecturerRow): Lecturer => ({
  id: row.id, personId: row.person_id, fullName: row.full_name, title: row.title, kind: z.enum(lecturerKinds).parse(row.kind),
  institution: row.institution_id === null ? null : { id: row.institution_id, nameVi: row.institution_vi ?? '', nameEn: row.institution_en ?? '' },
});
