import { Controller } from '@nestjs/common';
import { progressRoutes as routes } from '@halong/materials/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { Progress } from './progress.service.ts';
import { Readers } from './readers.service.ts';

@Controller()
export class ProgressController {
  constructor(
    private readonly progress: Progress,
    private readonly readers: Readers,
  ) {}

  @Handle(routes.reportProgress)
  report({ actor, params, body }: Input<typeof routes.reportProgress>): Answer<typeof routes.reportProgress> {
    return this.progress.report(actor, params.id, body);
  }

  @Handle(routes.visitContent)
  async visit({ actor, params }: Input<typeof routes.visitContent>): Answer<typeof routes.visitContent> {
    return { newSince: (await this.progress.visit(actor, params.id))?.toISOString() ?? null };
  }

  @Handle(routes.listReaders)
  list({ actor, params, query }: Input<typeof routes.listReaders>): Answer<typeof routes.listReaders> {
    return this.readers.list(actor, params.id, query);
  }

  @Handle(routes.listMyAccesses)
  mine({ actor, params }: Input<typeof routes.listMyAccesses>): Answer<typeof routes.listMyAccesses> {
    return this.readers.mine(actor, params.id);
  }
}
