import { z } from 'zod';
import type { RenditionKind } from '@halong/materials/contract';
import { event, job } from '@halong/platform/server';

const payload = z.object({ renditionId: z.number().int() });

export const renditionMessages = {
  /** The words of a document have been read out of it. */
  documentRead: event('materials.document_read', z.object({ documentId: z.number().int() })),
  /** Turns a document into forms that a page can show. Goes on after what an earlier try has kept. */
  convertDocument: job('materials.convert_document', payload, { ownTransaction: true, heavy: true }),
  /** The same for what takes a moment: nobody waits for a picture behind somebody's video. */
  convertSmall: job('materials.convert_small', payload, { ownTransaction: true }),
  /** Asks again for what waited for a program that has come since. */
  findUnconverted: job('materials.find_unconverted', z.object({})),
};

export const conversionOf = (kind: RenditionKind) => (kind === 'PICTURE' || kind === 'WORDS' ? renditionMessages.convertSmall : renditionMessages.convertDocument);
