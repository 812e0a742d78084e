import { Injectable } from '@nestjs/common';
import { converters, materialsErrors, type conversionHealth, type DocumentForms } from '@halong/materials/contract';
import { AppError, type Actor, type Language } from '@halong/platform/contract';
import { currentRequest, Database, Outbox } from '@halong/platform/server';
import type { z } from 'zod';
import { DocumentRepository } from '../document/document.repository.ts';
import { Documents } from '../document/document.service.ts';
import { isIsolated } from './bounded-run.ts';
import { isThere, missingPackages } from './converters.ts';
import { conversionOf } from './rendition.messages.ts';
import { mayReadNotes, mayRetry } from './rendition.policy.ts';
import { renditionViewOf } from './rendition.presenter.ts';
import { RenditionRepository } from './rendition.repository.ts';
import type { RenditionFileRow } from './rendition.rows.ts';
import { packagesOf } from './rendition.rules.ts';

const language = (): Language => currentRequest()?.language ?? 'vi';

/** The forms of a document that a page can show. */
@Injectable()
export class Renditions {
  constructor(
    private readonly outbox: Outbox,
    private readonly renditions: RenditionRepository,
    private readonly rows: DocumentRepository,
    private readonly documents: Documents,
    private readonly db: Database,
  ) {}

  /** @throws AppError document_not_found */
  async forms(actor: Actor, documentId: number): Promise<DocumentForms> {
    const document = await this.documents.requireOpen(actor, documentId);
    const rendition = await this.renditions.ofDocument(documentId);
    const files = rendition ? await this.renditions.files(rendition.id) : [];
    const link = this.documents.formLink(documentId, actor);
    const url = (name: string) => `${link}/${name}`;
    const waits = rendition?.state === 'QUEUED' || rendition?.state === 'CONVERTING';
    const retry = rendition?.state === 'FAILED' && mayRetry(actor, document);
    return {
      rendition: rendition ? renditionViewOf(rendition, language()) : null,
      missingPackages: waits ? await missingPackages(document.kind) : [],
      ...shapesOf(files, url),
      captions: document.kind === 'VIDEO' || document.kind === 'AUDIO' ? await this.captions(documentId, url) : [],
      notes: mayReadNotes(actor, document) && document.kind === 'SLIDES' ? await this.renditions.notes(documentId) : [],
      can: { retry },
    };
  }

  private async captions(videoId: number, url: (name: string) => string): Promise<DocumentForms['captions']> {
    return (await this.renditions.captionsOf(videoId)).map(({ captionsId, language: spoken }) => ({ documentId: captionsId, language: spoken, url: url(`captions-${spoken}.vtt`) }));
  }

  /** The words of each of these documents, as far as they have been read. Who may see them is the caller's to decide. */
  texts(documentIds: readonly number[]): Promise<Map<number, string>> {
    return this.renditions.texts(documentIds);
  }

  /** One file of the forms, behind a link. @throws AppError link_over, document_not_found */
  async file(actor: Actor, ticket: string, name: string): Promise<{ name: string; fileId: number; mediaType: string }> {
    const document = await this.documents.behindFormLink(actor, ticket);
    const captions = /^captions-(vi|en)\.vtt$/.exec(name)?.[1];
    if (captions) return this.captionFile(document.id, captions);
    const file = await this.renditions.file(document.id, name);
    if (!file) throw new AppError(materialsErrors.document_not_found);
    return { name: file.name, fileId: file.fileId, mediaType: file.mediaType };
  }

  private async captionFile(videoId: number, spoken: string): Promise<{ name: string; fileId: number; mediaType: string }> {
    const found = (await this.renditions.captionsOf(videoId)).find((one) => one.language === spoken);
    const row = found && (await this.rows.find(found.captionsId));
    if (!row) throw new AppError(materialsErrors.document_not_found);
    return { name: row.name, fileId: row.fileId, mediaType: row.mediaType };
  }

  /** @throws AppError document_not_found, no_retry */
  async retry(actor: Actor, documentId: number): Promise<void> {
    await this.db.transaction(async () => {
      const document = await this.documents.requireOpen(actor, documentId);
      const rendition = await this.renditions.ofDocument(documentId);
      if (!rendition || !mayRetry(actor, document) || !(await this.renditions.again(rendition.id))) throw new AppError(materialsErrors.no_retry);
      await this.outbox.publish(conversionOf(rendition.kind), { renditionId: rendition.id });
    });
  }

  /** @throws AppError document_not_found when one of them is not the actor's, not_captions */
  async putCaptions(actor: Actor, videoId: number, spoken: 'vi' | 'en', captionsId: number | null): Promise<void> {
    await this.db.transaction(async () => {
      const video = await this.documents.requireReady(videoId, { ownedBy: actor.accountId });
      const captions = captionsId === null ? undefined : await this.documents.requireReady(captionsId, { ownedBy: actor.accountId });
      if ((video.kind !== 'VIDEO' && video.kind !== 'AUDIO') || (captions && captions.kind !== 'CAPTIONS')) throw new AppError(materialsErrors.not_captions);
      await this.renditions.putCaptions(videoId, spoken, captionsId);
    });
  }

  async health(): Promise<z.input<typeof conversionHealth>> {
    const counts = await this.renditions.counts();
    const tools = await Promise.all(converters.map(async (program) => ({ program, package: packagesOf[program].join(' '), there: await isThere(program) })));
    return { tools, isolated: await isIsolated(), queued: counts.get('QUEUED') ?? 0, converting: counts.get('CONVERTING') ?? 0, failed: counts.get('FAILED') ?? 0 };
  }
}

function shapesOf(files: readonly RenditionFileRow[], url: (name: string) => string): Pick<DocumentForms, 'pages' | 'pdfUrl' | 'stream' | 'picture'> {
  const has = (name: string) => (files.some((file) => file.name === name) ? url(name) : null);
  const pages = files.flatMap(({ name, width, height }) => {
    const number = Number(/^page-(\d+)\.jpg$/.exec(name)?.[1] ?? 0);
    return number > 0 && width && height ? [{ number, width, height, url: url(name) }] : [];
  });
  const picture = files.find(({ name }) => name.startsWith('picture.'));
  const heights = files.flatMap(({ name, height }) => (/^v\d+\.m3u8$/.test(name) && height ? [height] : []));
  const stream = { url: has('master.m3u8'), audioUrl: has('sound.m4a'), posterUrl: has('poster.jpg'), heights };
  return {
    pages: pages.sort((a, b) => a.number - b.number),
    pdfUrl: has('document.pdf'),
    stream: stream.url || stream.audioUrl ? stream : null,
    picture: picture?.width && picture.height ? { url: url(picture.name), width: picture.width, height: picture.height } : null,
  };
}

