import { Inject, Injectable } from '@nestjs/common';
import { materialsErrors, type DocumentView, type FileLink, type LinkPurpose } from '@halong/materials/contract';
import { AppError, type Actor } from '@halong/platform/contract';
import { Clock, CONFIG, currentRequest, Database, Outbox, type Config } from '@halong/platform/server';
import { conversionOf } from '../rendition/rendition.messages.ts';
import { RenditionRepository } from '../rendition/rendition.repository.ts';
import { renditionOf } from '../rendition/rendition.rules.ts';
import { documentViewOf, isShownAsSent } from './document.presenter.ts';
import { DocumentRepository } from './document.repository.ts';
import type { DocumentRow, NewDocument } from './document.rows.ts';
import { DocumentUses } from './document-uses.ts';
import { readTicket, ticketKeyOf, writeTicket } from './ticket.rules.ts';

/** How long a link works when nobody says otherwise: long enough to begin a download, or to watch a lesson. */
const secondsOf: Record<LinkPurpose, number> = { download: 300, preview: 7_200 };

/** How long the addresses of forms work, at least: a lesson and a break. */
const formHours = 4;

/** The files that people have sent, and who may open them. */
@Injectable()
export class Documents {
  private readonly key: Buffer;

  constructor(
    private readonly documents: DocumentRepository,
    private readonly uses: DocumentUses,
    private readonly renditions: RenditionRepository,
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = ticketKeyOf(config.secrets.auditKey);
  }

  /** By id, whatever the actor may: whoever lists documents has decided that already. What does not exist is left out. */
  async view(ids: readonly number[]): Promise<Map<number, DocumentView>> {
    const { actor, language = 'vi' } = currentRequest() ?? {};
    return new Map((await this.documents.findMany(ids)).map((row) => [row.id, documentViewOf(row, actor?.accountId ?? null, language)]));
  }

  /** As the actor sees it, who may open it. */
  async viewTo(actor: Actor, row: DocumentRow): Promise<DocumentView> {
    const view = documentViewOf(row, actor.accountId, currentRequest()?.language ?? 'vi');
    return { ...view, can: { ...view.can, download: await this.mayOpen(actor, row, 'download') } };
  }

  /**
   * The document that somebody wants to put to use.
   * @throws AppError document_not_found when it is not there or, with `ownedBy`, not sent by that account
   */
  async requireReady(id: number, { ownedBy }: { ownedBy?: number } = {}): Promise<DocumentRow> {
    const row = await this.documents.find(id);
    if (!row || (ownedBy !== undefined && row.ownerId !== ownedBy)) throw new AppError(materialsErrors.document_not_found);
    return row;
  }

  /** Its owner, and everybody to whom a use of it is shown. */
  async mayOpen(actor: Actor, row: Pick<DocumentRow, 'id' | 'ownerId'>, purpose: LinkPurpose = 'preview'): Promise<boolean> {
    return row.ownerId === actor.accountId || this.uses.mayOpen(actor, row.id, purpose);
  }

  /** @throws AppError document_not_found when it is missing or not the actor's to open; no_download when it may be looked at and not taken */
  async requireOpen(actor: Actor, id: number, purpose: LinkPurpose = 'preview'): Promise<DocumentRow> {
    const row = await this.documents.find(id);
    if (row && (await this.mayOpen(actor, row, purpose))) return this.shown(actor, row);
    throw new AppError(row && purpose === 'download' && (await this.mayOpen(actor, row)) ? materialsErrors.no_download : materialsErrors.document_not_found);
  }

  /** Without what tells whose it is, when the use that opens it hides that from the actor. */
  private async shown(actor: Actor, row: DocumentRow): Promise<DocumentRow> {
    const name = row.ownerId === actor.accountId ? null : await this.uses.shownAs(actor, row.id);
    return name === null ? row : { ...row, name, title: name, altText: null, sha256: '', createdAt: new Date(0) };
  }

  /**
   * An address of the file for this account, this purpose and this many seconds.
   * @throws AppError document_not_found, no_download, no_preview
   */
  async link(documentId: number, purpose: LinkPurpose, actor: Actor, seconds = secondsOf[purpose]): Promise<FileLink> {
    const row = await this.requireOpen(actor, documentId, purpose);
    if (purpose === 'preview' && !isShownAsSent(row.kind)) throw new AppError(materialsErrors.no_preview);
    await this.uses.opened(actor, documentId, purpose);
    const expires = Math.floor(this.clock.millis() / 1_000) + seconds;
    const ticket = writeTicket(this.key, { documentId, accountId: actor.accountId, purpose, expires });
    return { url: `/api/files/${ticket}`, expiresAt: new Date(expires * 1_000).toISOString() };
  }

  /** The document behind a link, asked again whether it may be opened: a right that was taken away ends the link too. @throws AppError link_over, document_not_found, no_download */
  async behindLink(actor: Actor, text: string): Promise<{ row: DocumentRow; purpose: LinkPurpose }> {
    const ticket = readTicket(this.key, text, this.clock.millis() / 1_000);
    if (!ticket || ticket.purpose === 'form' || ticket.accountId !== actor.accountId) throw new AppError(materialsErrors.link_over);
    return { row: await this.requireOpen(actor, ticket.documentId, ticket.purpose), purpose: ticket.purpose };
  }

  /**
   * The address below which the forms of a document lie. Within an hour it stays the same, so that a page that asks again does not
   * fetch its pictures again.
   */
  formLink(documentId: number, { accountId }: Actor): string {
    const hours = Math.floor(this.clock.millis() / 3_600_000) + formHours;
    return `/api/document-forms/${writeTicket(this.key, { documentId, accountId, purpose: 'form', expires: hours * 3_600 })}`;
  }

  /** @throws AppError link_over, document_not_found */
  async behindFormLink(actor: Actor, text: string): Promise<DocumentRow> {
    const ticket = readTicket(this.key, text, this.clock.millis() / 1_000);
    if (!ticket || ticket.purpose !== 'form' || ticket.accountId !== actor.accountId) throw new AppError(materialsErrors.link_over);
    return this.requireOpen(actor, ticket.documentId);
  }

  /** Which file stands for each document: a picture is given to others only without its place and camera, and left out until then. */
  async filesOf(actor: Actor, documentIds: readonly number[]): Promise<Map<number, { fileId: number; bytes: number }>> {
    const rows = await this.documents.findMany(documentIds);
    const cleaned = rows.filter(({ kind, ownerId }) => kind === 'IMAGE' && ownerId !== actor.accountId);
    const pictures = await this.renditions.pictures(cleaned.map(({ id }) => id));
    return new Map(rows.filter((row) => !cleaned.includes(row) || pictures.has(row.id)).map((row) => [row.id, pictures.get(row.id) ?? row]));
  }

  /** @throws AppError picture_not_clean */
  async fileOf(actor: Actor, { id }: Pick<DocumentRow, 'id'>): Promise<number> {
    const given = (await this.filesOf(actor, [id])).get(id);
    if (!given) throw new AppError(materialsErrors.picture_not_clean);
    return given.fileId;
  }

  /** Keeps a file that has passed the door, and asks for its other forms. Runs in the caller's transaction. */
  async add(document: NewDocument): Promise<number> {
    return this.db.transaction(async () => {
      const id = await this.documents.insert(document, this.clock.now());
      const form = renditionOf(document.kind);
      if (form) await this.outbox.publish(conversionOf(form), { renditionId: await this.renditions.insert(id, form) });
      return id;
    });
  }

  /** Title and alternative text, by the owner. @throws AppError document_not_found */
  async describe(actor: Actor, id: number, change: { title?: string; altText?: string | null }): Promise<DocumentView> {
    await this.requireReady(id, { ownedBy: actor.accountId });
    await this.documents.describe(id, change);
    return (await this.view([id])).get(id)!;
  }
}
