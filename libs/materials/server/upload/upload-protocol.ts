import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Server, type Upload } from '@tus/server';
import { materialsErrors } from '@halong/materials/contract';
import { AppError, platformErrors, statusOfKind, type ErrorDef } from '@halong/platform/contract';
import { CONFIG, currentRequest, Database, LOG, problemOf, takeOver, toAppError, type Config, type HttpExchange, type Log } from '@halong/platform/server';
import { UploadLocks } from './upload-lock.ts';
import { UploadRepository } from './upload.repository.ts';
import { Uploads } from './upload.service.ts';
import { UploadSpool } from './upload-spool.ts';

const byStatus: Record<number, ErrorDef> = {
  400: materialsErrors.not_tus,
  403: materialsErrors.not_tus,
  404: materialsErrors.upload_not_found,
  409: materialsErrors.wrong_offset,
  410: materialsErrors.upload_over,
  413: platformErrors.too_large,
  501: materialsErrors.not_tus,
};

/** tus 1.0.0 behind our guard: session, owner and limits are decided before a byte is read. */
@Injectable()
export class UploadProtocol {
  private readonly server: Server;

  constructor(
    db: Database,
    private readonly uploads: Uploads,
    private readonly repository: UploadRepository,
    private readonly spool: UploadSpool,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
  ) {
    this.server = new Server({
      path: '/api/uploads',
      relativeLocation: true,
      datastore: spool,
      locker: new UploadLocks(db),
      lockDrainTimeout: 500,
      allowedOrigins: [config.PUBLIC_URL],
      namingFunction: () => randomBytes(16).toString('hex'),
      onUploadCreate: (_request, upload) => this.begin(upload),
      onUploadFinish: (_request, upload) => this.finish(upload),
      onResponseError: (_request, error) => this.inOurWords(error),
    });
  }

  /** Answers the request by the protocol, refusals as problems in the person's language. @throws AppError not_tus */
  async answer(http: HttpExchange): Promise<void> {
    const { method, headers } = http.request.raw;
    const spoken = method === 'OPTIONS' || headers['tus-resumable'] === '1.0.0';
    if (!spoken || (method === 'PATCH' && headers['content-type'] !== 'application/offset+octet-stream')) throw new AppError(materialsErrors.not_tus);
    const { request, response } = takeOver(http);
    await this.server.handle(request, response);
  }

  /** @throws AppError no_space when what is announced would fill the disk for everybody */
  async assertRoom(bytes: number): Promise<void> {
    if ((await this.spool.freeBytes()) - bytes < this.config.STORAGE_RESERVE_MB * 1024 ** 2) throw new AppError(platformErrors.no_space);
  }

  private async begin(upload: Upload): Promise<object> {
    const actor = currentRequest()?.actor;
    if (!actor) throw new AppError(platformErrors.not_signed_in);
    if (upload.size === undefined) throw new AppError(materialsErrors.not_tus);
    await this.repository.insert(await this.uploads.declare(actor, upload.id, upload.metadata ?? {}, upload.size));
    return {};
  }

  private async finish(upload: Upload): Promise<object> {
    const row = await this.repository.byToken(upload.id);
    if (row) await this.uploads.finish(row);
    return {};
  }

  private inOurWords(error: unknown): { status_code: number; body: string } {
    const status = (error as { status_code?: number }).status_code;
    const known = status === undefined ? undefined : byStatus[status];
    const expected = known ? new AppError(known, { limit: '2 GB' }) : toAppError(error);
    const { requestId, language } = currentRequest() ?? { requestId: '', language: 'vi' as const };
    if (expected.def.kind === 'unexpected') this.log.error({ requestId, error: String((error as Error).stack ?? error) }, 'upload failed');
    return { status_code: statusOfKind[expected.def.kind], body: JSON.stringify(problemOf(expected, language, requestId)) };
  }
}
