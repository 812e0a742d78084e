import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { classifications, materialsErrors, uploadDeclaration, type UploadDeclaration, type UploadReceipt, type UploadTerms } from '@halong/materials/contract';
import { AppError, fillText, platformErrors, type Actor, type ErrorDef, type Language } from '@halong/platform/contract';
import { TrainingClasses } from '@halong/classes/server';
import { Clock, currentRequest, Database, Outbox, safeFileName } from '@halong/platform/server';
import { Documents } from '../document/document.service.ts';
import { kindsTaken } from '../document/format.rules.ts';
import { promisedFormat } from '../document/inspection.ts';
import { limitThatCounts, sizeWords } from './upload-limit.rules.ts';
import { uploadMessages } from './upload.messages.ts';
import { UploadRepository } from './upload.repository.ts';
import { UploadSpool } from './upload-spool.ts';
import type { LimitRow, NewUpload, UploadRow } from './upload.rows.ts';

const dayMs = 86_400_000;
/** One request. A cut costs at most this much again; smaller pieces cost more requests. */
const chunkBytes = 8 * 1024 ** 2;

const metadata = z.object({ ...uploadDeclaration.shape, classId: z.preprocess((value) => (value === '' || value === null ? undefined : value), uploadDeclaration.shape.classId) });

/** One file on its way in: who may send what, how much has arrived, what became of it. */
@Injectable()
export class Uploads {
  constructor(
    private readonly db: Database,
    private readonly uploads: UploadRepository,
    private readonly spool: UploadSpool,
    private readonly classes: TrainingClasses,
    private readonly documents: Documents,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError not_found for a class that the actor does not see */
  async terms(actor: Actor, classId: number | undefined): Promise<UploadTerms> {
    const { maxBytes } = await this.limitOf(actor, classId);
    return { maxBytes, chunkBytes, kinds: kindsTaken(), classifications: [...classifications] };
  }

  private async limitOf(actor: Actor, classId: number | undefined): Promise<LimitRow> {
    if (classId !== undefined && !(await this.classes.isVisible(actor, classId))) throw new AppError(platformErrors.not_found);
    const limit = limitThatCounts(await this.uploads.limits(actor.accountId, classId ?? null));
    if (!limit) throw new Error('There is no limit for everybody');
    return limit;
  }

  /**
   * Decides whether an upload may begin, by what is declared.
   * @param declared tus metadata as it came; @param bytes the length of the file
   * @throws AppError with the reason
   */
  async declare(actor: Actor, token: string, declared: Record<string, string | null>, bytes: number): Promise<NewUpload> {
    const declaration = declarationOf(declared);
    const name = safeFileName(declaration.name);
    const limit = await this.limitOf(actor, declaration.classId);
    promisedFormat(name);
    if (bytes === 0) throw new AppError(materialsErrors.empty_file, { name });
    if (bytes > limit.maxBytes) throw new AppError(materialsErrors.too_big, { name, limit: sizeWords(limit.maxBytes) });
    const open = await this.uploads.openOf(actor.accountId);
    if (open >= limit.openUploads) throw new AppError(materialsErrors.too_many_open, { count: open });
    const { purpose, classification, classId } = declaration;
    return { token, ownerId: actor.accountId, classId: classId ?? null, purpose, classification, name, bytes, createdAt: this.clock.now(), expiresAt: this.aDayFromNow() };
  }

  /**
   * The upload, if it is the actor's.
   * @throws AppError upload_not_found, upload_over
   */
  async own(actor: Actor, token: string): Promise<UploadRow> {
    const row = await this.uploads.byToken(token);
    if (row?.ownerId !== actor.accountId) throw new AppError(materialsErrors.upload_not_found);
    if (row.state === 'RECEIVING' && row.expiresAt <= this.clock.now()) throw new AppError(materialsErrors.upload_over);
    return row;
  }

  /** Whoever goes on with an upload has another day. */
  async touched(token: string): Promise<void> {
    await this.uploads.expiresAt(token, this.aDayFromNow());
  }

  /** All bytes have arrived and lie on the disk: the worker looks at them. Safe to repeat. */
  async finish(row: Pick<UploadRow, 'id' | 'token' | 'bytes'>): Promise<void> {
    const sha256 = await this.spool.settle(row.token, row.bytes);
    await this.db.transaction(async () => {
      if (await this.uploads.received(row.id, sha256, this.clock.now())) await this.outbox.publish(uploadMessages.checkUpload, { uploadId: row.id });
    });
  }

  /** A process that ended between the last byte and its note is caught up here. */
  async finishIfWhole(row: UploadRow): Promise<void> {
    if (row.state === 'RECEIVING' && (await this.spool.has(row.token)) && (await this.spool.size(row.token)) === row.bytes) await this.finish(row);
  }

  async receipt(actor: Actor, token: string): Promise<UploadReceipt> {
    await this.finishIfWhole(await this.own(actor, token));
    const row = await this.own(actor, token);
    const document = row.documentId === null ? undefined : (await this.documents.view([row.documentId])).get(row.documentId);
    return {
      upload: token, name: row.name, state: row.state, bytes: row.bytes, sha256: row.sha256,
      received: row.state === 'RECEIVING' && (await this.spool.has(token)) ? await this.spool.size(token) : row.state === 'RECEIVING' ? 0 : row.bytes,
      receivedAt: row.receivedAt?.toISOString() ?? null,
      expiresAt: row.expiresAt.toISOString(),
      refusal: refusalOf(row, currentRequest()?.language ?? 'vi'),
      document: document ?? null,
    };
  }

  private aDayFromNow(): Date {
    return new Date(this.clock.millis() + dayMs);
  }
}

function declarationOf(declared: Record<string, string | null>): UploadDeclaration {
  const parsed = metadata.safeParse(declared);
  if (parsed.success) return parsed.data;
  const undeclared = parsed.error.issues.some(({ path }) => path[0] === 'classification');
  throw new AppError(undeclared ? materialsErrors.no_classification : materialsErrors.not_tus);
}

function refusalOf(row: UploadRow, language: Language): UploadReceipt['refusal'] {
  const def = Object.values(materialsErrors as Record<string, ErrorDef>).find(({ code }) => code === row.refusal);
  return def ? { code: def.code, text: fillText(def[language], row.refusalParams ?? {}) } : null;
}
