import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTicket, ticketKeyOf, writeTicket, type Ticket } from './ticket.rules.ts';

const key = ticketKeyOf(Buffer.alloc(32, 1));
const ticket: Ticket = { documentId: 12, accountId: 7, purpose: 'preview', expires: 1_790_000_000 };

describe('a link to a file', () => {
  it('says what was written, until it ends', () => {
    const text = writeTicket(key, ticket);
    expect(readTicket(key, text, 1_789_999_999)).toEqual(ticket);
    expect(readTicket(key, text, 1_790_000_000)).toBeUndefined();
  });

  it('is worth nothing under another key', () => {
    expect(readTicket(ticketKeyOf(Buffer.alloc(32, 2)), writeTicket(key, ticket), 0)).toBeUndefined();
    expect(ticketKeyOf(Buffer.alloc(32, 1))).not.toEqual(Buffer.alloc(32, 1));
  });

  it.each([
    ['another document', { documentId: 13 }], ['another account', { accountId: 8 }], ['another purpose', { purpose: 'download' as const }], ['a longer time', { expires: 1_790_000_001 }],
  ])('cannot be turned into one for %s', (_what, change) => {
    const [signature] = writeTicket(key, ticket).split('.').slice(-1);
    const { documentId, accountId, purpose, expires } = { ...ticket, ...change };
    expect(readTicket(key, `${documentId}.${accountId}.${purpose}.${expires}.${signature}`, 0)).toBeUndefined();
  });

  it('is never made of what somebody thought up', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (text) => readTicket(key, text, 0) === undefined));
  });
});
