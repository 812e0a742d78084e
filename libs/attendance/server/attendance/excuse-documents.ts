import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { attendanceErrors as errors } from '@halong/attendance/contract';
import { AppError, hasRole, platformErrors, type Actor } from '@halong/platform/contract';
import { Database, Download, FileStore } from '@halong/platform/server';
import { documentTypeOf } from './document-type.rules.ts';
import { EvidenceRepository } from './evidence.repository.ts';

const headBytes = 16_384;

/** The papers of excused absences: kept as they came, given out as attachments only. */
@Injectable()
export class ExcuseDocuments {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** @throws AppError forbidden unless the actor coordinates a class; document_type, told by the content; too_large */
  async upload(actor: Actor, stream: Readable, name: string, maxBytes: number): Promise<{ fileId: number; name: string; bytes: number }> {
    if (!(await this.coordinates(actor))) throw new AppError(platformErrors.forbidden);
    const { head, whole } = await beginningOf(stream);
    const mediaType = documentTypeOf(head);
    if (!mediaType) {
      await readAway(whole, maxBytes);
      throw new AppError(errors.document_type);
    }
    const file = await this.files.put(whole, { name, mediaType, maxBytes, uploadedBy: actor.accountId });
    return { fileId: file.id, name: file.name, bytes: file.bytes };
  }

  /** The name of a document that this person uploaded. @throws AppError document_unknown */
  async nameOf(actor: Actor, fileId: number): Promise<string> {
    const row = await this.db.row<{ name: string }>('SELECT name FROM platform_file WHERE id = ? AND uploaded_by = ?', [fileId, actor.accountId]);
    if (!row) throw new AppError(errors.document_unknown);
    return row.name;
  }

  /** By a role, or named as the coordinator of some class; which excuses they may enter is asked when they do. */
  private async coordinates(actor: Actor): Promise<boolean> {
    if (hasRole(actor, 'CLASS_COORDINATOR')) return true;
    return (await this.db.row("SELECT 1 FROM classes_staff WHERE person_id = ? AND role = 'COORDINATOR' LIMIT 1", [actor.personId])) !== undefined;
  }

  /** @throws AppError platform.not_found unless this very evidence names the file */
  async download(sessionId: number, enrolmentId: number, fileId: number): Promise<Download> {
    if (!(await this.evidence.has(sessionId, enrolmentId, fileId))) throw new AppError(platformErrors.not_found);
    const file = await this.files.get(fileId);
    return new Download(file.name, file.mediaType, file.open());
  }
}

/** Reads until the type can be told; `whole` is the stream from its first byte again. */
async function beginningOf(stream: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const chunks: Buffer[] = [];
  let length = 0;
  const reader = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  while (length < headBytes) {
    const { value, done } = await reader.next();
    if (done) break;
    chunks.push(value);
    length += value.length;
  }
  const head = Buffer.concat(chunks);
  async function* again() {
    yield head;
    for (let next = await reader.next(); !next.done; next = await reader.next()) yield next.value;
  }
  return { head, whole: Readable.from(again()) };
}

/** A sender that is still sending would not read the refusal. */
async function readAway(stream: Readable, maxBytes: number): Promise<void> {
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return;
  }
}
