import { Injectable } from '@nestjs/common';
import type { LinkPurpose } from '@halong/materials/contract';
import type { Actor } from '@halong/platform/contract';

/** Whoever makes use of documents says who may open them through that use: the items of a class, a submission, a feedback file. */
export interface DocumentUse {
  /** For the log and the tests: `content`, `submission`. */
  name: string;
  /**
   * Whether this use shows the document to the actor: `preview` is looking at it on the page, `download` having the file itself.
   * False for documents that it does not use.
   */
  mayOpen(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<boolean>;
  /** Somebody was given a link for this purpose: for uses that keep a log of it. */
  opened?(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<void>;
}

/** Registered by downstream domains when they start (`onModuleInit`). Without any use a document is its owner's alone. */
@Injectable()
export class DocumentUses {
  private readonly uses = new Map<string, DocumentUse>();

  /** @throws Error when the name is taken */
  register(use: DocumentUse): void {
    if (this.uses.has(use.name)) throw new Error(`Two document uses are called ${use.name}`);
    this.uses.set(use.name, use);
  }

  /** Deny by default: somebody has to say yes. */
  async mayOpen(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<boolean> {
    for (const use of this.uses.values()) if (await use.mayOpen(actor, documentId, purpose)) return true;
    return false;
  }

  async opened(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<void> {
    for (const use of this.uses.values()) await use.opened?.(actor, documentId, purpose);
  }
}
