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
  /**
   * The name under which this use shows the document to the actor, who may not learn whose it is: its own name, title, description,
   * time and hash stay hidden then. Null: as it is.
   */
  shownAs?(actor: Actor, documentId: number): Promise<string | null>;
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

  /** The hidden name, when one of the uses hides it from the actor. */
  async shownAs(actor: Actor, documentId: number): Promise<string | null> {
    for (const use of this.uses.values()) {
      const name = (await use.shownAs?.(actor, documentId)) ?? null;
      if (name !== null) return name;
    }
    return null;
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
