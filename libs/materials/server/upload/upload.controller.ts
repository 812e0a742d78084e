import { Controller, Inject } from '@nestjs/common';
import { materialsErrors, uploadRoutes } from '@halong/materials/contract';
import { AppError } from '@halong/platform/contract';
import { Handle, type Answer, type Input } from '@halong/platform/server';
import { StorageHealth } from './storage-health.service.ts';
import { UploadLimits } from './upload-limits.service.ts';
import { UploadProtocol } from './upload-protocol.ts';
import { Uploads } from './upload.service.ts';

/** Guard and owner are asked first; the protocol itself is the library's. */
@Controller()
export class UploadController {
  constructor(
    @Inject(Uploads) private readonly uploads: Uploads,
    private readonly protocol: UploadProtocol,
  ) {}

  @Handle(uploadRoutes.createUpload)
  async create({ http }: Input<typeof uploadRoutes.createUpload>): Answer<typeof uploadRoutes.createUpload> {
    await this.protocol.assertRoom(0);
    return this.protocol.answer(http);
  }

  @Handle(uploadRoutes.describeUploads)
  async describe({ http }: Input<typeof uploadRoutes.describeUploads>): Answer<typeof uploadRoutes.describeUploads> {
    return this.protocol.answer(http);
  }

  @Handle(uploadRoutes.headUpload)
  async head({ actor, params, http }: Input<typeof uploadRoutes.headUpload>): Answer<typeof uploadRoutes.headUpload> {
    const row = await this.uploads.own(actor, params.id);
    await this.uploads.finishIfWhole(row);
    void http.reply.header('Upload-Expires', row.expiresAt.toUTCString());
    return this.protocol.answer(http);
  }

  @Handle(uploadRoutes.patchUpload)
  async patch({ actor, params, http }: Input<typeof uploadRoutes.patchUpload>): Answer<typeof uploadRoutes.patchUpload> {
    const row = await this.uploads.own(actor, params.id);
    if (row.state !== 'RECEIVING') throw new AppError(materialsErrors.upload_closed);
    await this.protocol.assertRoom(Number(http.request.headers['content-length'] ?? 0));
    await this.uploads.touched(params.id);
    return this.protocol.answer(http);
  }

  @Handle(uploadRoutes.deleteUpload)
  async remove({ actor, params, http }: Input<typeof uploadRoutes.deleteUpload>): Answer<typeof uploadRoutes.deleteUpload> {
    const row = await this.uploads.own(actor, params.id);
    if (row.state !== 'RECEIVING') throw new AppError(materialsErrors.upload_closed);
    return this.protocol.answer(http);
  }

  @Handle(uploadRoutes.getReceipt)
  async receipt({ actor, params }: Input<typeof uploadRoutes.getReceipt>): Answer<typeof uploadRoutes.getReceipt> {
    return this.uploads.receipt(actor, params.id);
  }

  @Handle(uploadRoutes.getUploadTerms)
  async terms({ actor, query }: Input<typeof uploadRoutes.getUploadTerms>): Answer<typeof uploadRoutes.getUploadTerms> {
    return this.uploads.terms(actor, query.classId);
  }
}

/** Limits and the state of the storage, for administrators. */
@Controller()
export class StorageController {
  constructor(
    private readonly limits: UploadLimits,
    private readonly storage: StorageHealth,
  ) {}

  @Handle(uploadRoutes.listUploadLimits)
  async list(): Answer<typeof uploadRoutes.listUploadLimits> {
    return { items: await this.limits.all() };
  }

  @Handle(uploadRoutes.putUploadLimit)
  async put({ body }: Input<typeof uploadRoutes.putUploadLimit>): Answer<typeof uploadRoutes.putUploadLimit> {
    return { items: await this.limits.set(body) };
  }

  @Handle(uploadRoutes.getStorageHealth)
  async health(): Answer<typeof uploadRoutes.getStorageHealth> {
    return this.storage.now();
  }
}
