import { z } from 'zod';
import { event, job } from '@halong/platform/server';

const certificateId = z.number().int();

export const certificationMessages = {
  issued: event('certification.issued', z.object({ certificateId })),
  revoked: event('certification.revoked', z.object({ certificateId })),
  /** Makes the papers of a batch one after another; repeating it makes only those that are missing. */
  makePapers: job('certification.make_papers', z.object({ batchId: z.number().int() }), { ownTransaction: true, unhurried: true }),
};
