import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { linkPurposes, type LinkPurpose } from '@halong/materials/contract';

/** FORM: all files of the forms of one document, each by its name behind the ticket. */
export type TicketPurpose = LinkPurpose | 'form';

/** What a link lets one account do for a short time. `expires` in seconds since 1970. */
export interface Ticket {
  documentId: number;
  accountId: number;
  purpose: TicketPurpose;
  expires: number;
}

/** A key for links alone, made of a secret that lies outside the database. */
export function ticketKeyOf(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'halong materials links', 32));
}

const signatureOf = (key: Buffer, claim: string) => createHmac('sha256', key).update(claim).digest('base64url');

/** `12.7.preview.1790000000.<signature>`: nobody without the key can make one. */
export function writeTicket(key: Buffer, { documentId, accountId, purpose, expires }: Ticket): string {
  const claim = `${documentId}.${accountId}.${purpose}.${expires}`;
  return `${claim}.${signatureOf(key, claim)}`;
}

const form = /^(\d{1,10})\.(\d{1,10})\.([a-z]+)\.(\d{1,12})\.([\w-]{43})$/;

/** The ticket, or undefined when it was not written with this key or is over at `seconds`. */
export function readTicket(key: Buffer, text: string, seconds: number): Ticket | undefined {
  const [, documentId, accountId, purpose, expires, signature] = form.exec(text) ?? [];
  if (!signature || ![...linkPurposes, 'form'].some((one) => one === purpose)) return undefined;
  const wanted = Buffer.from(signatureOf(key, text.slice(0, text.lastIndexOf('.'))));
  if (!timingSafeEqual(wanted, Buffer.from(signature)) || Number(expires) <= seconds) return undefined;
  return { documentId: Number(documentId), accountId: Number(accountId), purpose: purpose as TicketPurpose, expires: Number(expires) };
}
