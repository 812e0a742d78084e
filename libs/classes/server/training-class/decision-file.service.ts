import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Download, FileStore } from '@halong/platform/server';
import { classesErrors } from '@halong/classes/contract';
import { decisionFileType } from './decision-file.rules.ts';
import { TrainingClasses } from './training-class.service.ts';

const maxBytes = 20 * 1_048_576;

/** The signed paper that opens a class. */
@Injectable()
export class DecisionFiles {
  constructor(
    private readonly files: FileStore,
    private readonly access: TrainingClasses,
  ) {}

  /** Looks at the content before it is kept; the name says nothing. @throws AppError decision_file_type, too_large */
  async put(actor: Actor, name: string, stream: Readable) {
    const content = await readAll(stream);
    const mediaType = decisionFileType(content);
    if (!mediaType) throw new AppError(classesErrors.decision_file_type);
    const stored = await this.files.put(Readable.from([content]), { name, mediaType, maxBytes, uploadedBy: actor.accountId });
    return { fileId: stored.id, name: stored.name, bytes: stored.bytes };
  }

  /** @throws AppError not_found when there is no decision or the class is not theirs to see */
  async open(actor: Actor, classId: number): Promise<Download> {
    const { row } = await this.access.accessTo(actor, classId);
    if (row.decision_file_id === null) throw new AppError(platformErrors.not_found);
    const file = await this.files.get(row.decision_file_id);
    return new Download(file.name, file.mediaType, file.open());
  }
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new AppError(platformErrors.too_large, { limit: '20 MB' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
