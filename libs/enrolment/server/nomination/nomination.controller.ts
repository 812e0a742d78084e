import { Controller } from '@nestjs/common';
import { nominationRoutes as routes } from '@halong/enrolment/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Admissions } from '../admission/admissions.service.ts';
import { ListEditor } from './list-editor.service.ts';
import { ListReader } from './list-reader.service.ts';
import { NominationUploads } from './nomination-uploads.service.ts';
import { Withdrawals } from './withdrawals.service.ts';

@Controller()
export class NominationController {
  constructor(
    private readonly reader: ListReader,
    private readonly editor: ListEditor,
    private readonly uploads: NominationUploads,
    private readonly withdrawals: Withdrawals,
    private readonly admissions: Admissions,
  ) {}

  @Handle(routes.listCalls)
  listCalls({ actor, query }: Input<typeof routes.listCalls>): Answer<typeof routes.listCalls> {
    return this.reader.listCalls(actor, query);
  }

  @Handle(routes.getList)
  getList({ actor, params }: Input<typeof routes.getList>): Answer<typeof routes.getList> {
    return this.reader.getList(actor, params.classId, params.unitId);
  }

  @Handle(routes.listCandidates)
  listCandidates({ actor, params, query }: Input<typeof routes.listCandidates>): Answer<typeof routes.listCandidates> {
    return this.reader.listCandidates(actor, params.classId, params.unitId, query);
  }

  @Handle(routes.saveDraft)
  saveDraft({ actor, params, body }: Input<typeof routes.saveDraft>): Answer<typeof routes.saveDraft> {
    return this.editor.save(actor, params.classId, params.unitId, body);
  }

  @Handle(routes.uploadList)
  uploadList({ actor, params, query, stream }: Input<typeof routes.uploadList>): Answer<typeof routes.uploadList> {
    return this.uploads.upload(actor, params.classId, params.unitId, stream, query.name);
  }

  @Handle(routes.submitList)
  submitList({ actor, params, body }: Input<typeof routes.submitList>): Answer<typeof routes.submitList> {
    return this.editor.submit(actor, params.classId, params.unitId, body);
  }

  @Handle(routes.withdraw)
  withdraw({ actor, params, body }: Input<typeof routes.withdraw>): Answer<typeof routes.withdraw> {
    return this.withdrawals.withdraw(actor, params.id, body.reason);
  }

  @Handle(routes.listNominations)
  listNominations({ actor, params, query }: Input<typeof routes.listNominations>): Answer<typeof routes.listNominations> {
    return this.admissions.list(actor, params.classId, query);
  }

  @Handle(routes.admit)
  admit({ actor, params, body }: Input<typeof routes.admit>): Answer<typeof routes.admit> {
    return this.admissions.admit(actor, params.classId, body);
  }

  @Handle(routes.reject)
  reject({ actor, params, body }: Input<typeof routes.reject>): Answer<typeof routes.reject> {
    return this.admissions.reject(actor, params.classId, body);
  }
}
