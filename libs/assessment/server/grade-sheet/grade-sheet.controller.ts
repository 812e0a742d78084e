import { Controller, Injectable } from '@nestjs/common';
import { assessmentRoutes as routes, gradeSheetTopic } from '@halong/assessment/contract';
import type { Actor } from '@halong/platform/contract';
import { Handle, Watch, type Answer, type Input } from '@halong/platform/server';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { gradeSheetFile } from './grade-sheet-file.ts';
import { GradeSheets } from './grade-sheet.service.ts';
import { MyResults } from './my-results.service.ts';
import { RecognitionFiles } from './recognition-file.service.ts';
import { Recognitions } from './recognition.service.ts';

@Controller()
export class GradeSheetController {
  constructor(
    private readonly sheets: GradeSheets,
    private readonly recognitions: Recognitions,
    private readonly recognitionFiles: RecognitionFiles,
    private readonly results: MyResults,
  ) {}

  @Handle(routes.getGradeSheet)
  get({ actor, params }: Input<typeof routes.getGradeSheet>): Answer<typeof routes.getGradeSheet> {
    return this.sheets.get(actor, params.id);
  }

  @Handle(routes.getGradeSheetFile)
  async download({ actor, params, query }: Input<typeof routes.getGradeSheetFile>): Answer<typeof routes.getGradeSheetFile> {
    return gradeSheetFile(await this.sheets.get(actor, params.id), query.language);
  }

  @Handle(routes.putMarks)
  putMarks({ actor, params, body }: Input<typeof routes.putMarks>): Answer<typeof routes.putMarks> {
    return this.sheets.putMarks(actor, params.id, body.changes, { way: body.way });
  }

  @Handle(routes.transition)
  transition({ actor, params, body }: Input<typeof routes.transition>): Answer<typeof routes.transition> {
    return this.sheets.transition(actor, params.id, body);
  }

  @Handle(routes.recognise)
  recognise({ actor, params, body }: Input<typeof routes.recognise>): Answer<typeof routes.recognise> {
    return this.recognitions.recognise(actor, params.id, body);
  }

  @Handle(routes.getRecognitionFile)
  file({ actor, params }: Input<typeof routes.getRecognitionFile>): Answer<typeof routes.getRecognitionFile> {
    return this.recognitionFiles.get(actor, params.id);
  }

  @Handle(routes.listMyResults)
  mine({ actor, query }: Input<typeof routes.listMyResults>): Answer<typeof routes.listMyResults> {
    return this.results.list(actor, query.classId);
  }
}

@Injectable()
export class GradeSheetWatch {
  constructor(private readonly access: ClassAccess) {}

  /** Staff of the class. */
  @Watch(gradeSheetTopic)
  async mayWatch(actor: Actor, classId: number): Promise<boolean> {
    return (await this.access.roles(actor, classId)).length > 0;
  }
}
