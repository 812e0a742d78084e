import { z } from 'zod';
import { job } from '@halong/platform/server';

const ofImport = z.object({ importId: z.number().int() });
const options = { ownTransaction: true } as const;

export const readImport = job('organisation.read-import', ofImport, options);
export const checkImport = job('organisation.check-import', ofImport.extend({ version: z.number().int() }), options);
export const writeImport = job('organisation.write-import', ofImport, options);
export const takeBackImport = job('organisation.take-back-import', ofImport, options);

export const importMessages = { readImport, checkImport, writeImport, takeBackImport };
