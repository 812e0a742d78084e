import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { lecturerRoutes as routes } from '@halong/classes/contract';
import { Lecturers } from './lecturer.service.ts';

@Controller()
export class LecturerController {
  constructor(private readonly lecturers: Lecturers) {}

  @Handle(routes.listLecturers)
  async list({ query }: Input<typeof routes.listLecturers>): Answer<typeof routes.listLecturers> {
    return this.lecturers.list(query);
  }

  @Handle(routes.createLecturer)
  async create({ actor, body }: Input<typeof routes.createLecturer>): Answer<typeof routes.createLecturer> {
    return this.lecturers.create(actor, body);
  }

  @Handle(routes.editLecturer)
  async edit({ actor, params, body }: Input<typeof routes.editLecturer>): Answer<typeof routes.editLecturer> {
    return this.lecturers.edit(actor, params.id, body);
  }
}
