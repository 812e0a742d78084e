import { Controller } from '@nestjs/common';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { timetableImportRoutes as routes } from '@halong/classes/contract';
import { TimetableConfirmation } from './timetable-confirm.service.ts';
import { TimetableImports } from './timetable-import.service.ts';

@Controller()
export class TimetableImportController {
  constructor(
    private readonly imports: TimetableImports,
    private readonly confirmation: TimetableConfirmation,
  ) {}

  @Handle(routes.uploadTimetable)
  async upload({ actor, params, query, stream }: Input<typeof routes.uploadTimetable>): Answer<typeof routes.uploadTimetable> {
    return this.imports.upload(actor, params.id, query.name, stream);
  }

  @Handle(routes.latestTimetableImport)
  async latest({ actor, params }: Input<typeof routes.latestTimetableImport>): Answer<typeof routes.latestTimetableImport> {
    return { waiting: await this.imports.waiting(actor, params.id) };
  }

  @Handle(routes.getTimetableImport)
  async get({ actor, params }: Input<typeof routes.getTimetableImport>): Answer<typeof routes.getTimetableImport> {
    return this.imports.get(actor, params.id);
  }

  @Handle(routes.resolveTimetableImport)
  async resolve({ actor, params, body }: Input<typeof routes.resolveTimetableImport>): Answer<typeof routes.resolveTimetableImport> {
    return this.imports.resolve(actor, params.id, body);
  }

  @Handle(routes.confirmTimetableImport)
  async confirm({ actor, params, body }: Input<typeof routes.confirmTimetableImport>): Answer<typeof routes.confirmTimetableImport> {
    return this.confirmation.confirm(actor, params.id, body.leaveOutErrors);
  }

  @Handle(routes.discardTimetableImport)
  async discard({ actor, params }: Input<typeof routes.discardTimetableImport>): Promise<void> {
    await this.imports.discard(actor, params.id);
  }
}
