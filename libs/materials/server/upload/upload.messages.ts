import { z } from 'zod';
import { job } from '@halong/platform/server';

export const uploadMessages = {
  /** A whole file has arrived: hash, door, scanner, store. */
  checkUpload: job('materials.check_upload', z.object({ uploadId: z.number().int() }), { ownTransaction: true }),
  /** Uploads that nobody went on with, and what lies in the spool without a row. */
  collectUploads: job('materials.collect_uploads', z.object({}), { ownTransaction: true }),
};
