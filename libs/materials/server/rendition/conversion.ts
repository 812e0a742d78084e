import type { RenditionReason } from '@halong/materials/contract';
import type { DocumentRow } from '../document/document.rows.ts';
import { RunFailed } from './bounded-run.ts';
import type { PageText } from './rendition.rows.ts';

/** The document cannot be converted, and why. */
export class ConversionRefused extends Error {
  constructor(readonly reason: RenditionReason, detail = '') {
    super(`${reason} ${detail}`);
  }
}

export interface MadeFile {
  name: string;
  mediaType: string;
  /** Where it lies in the folder of the work; it is moved away. */
  path: string;
  width?: number;
  height?: number;
}

/** One document on its way into its forms. */
export interface Conversion {
  document: DocumentRow;
  /** The document as a file of this machine; read only. */
  source: string;
  /** Empty, and gone afterwards. */
  folder: string;
  signal: AbortSignal;
  /** Files that an earlier try has kept. */
  has(name: string): boolean;
  keep(file: MadeFile): Promise<void>;
  progress(percent: number): Promise<void>;
  measured(measure: { pages?: number; durationMs?: number }): Promise<void>;
  texts(part: 'TEXT' | 'NOTES', pages: readonly PageText[]): Promise<void>;
  /** What is kept under this name, as a file of this machine. */
  local(name: string): Promise<string>;
  /** How large what is kept under this name is. */
  bytesOf(name: string): number;
}

/** How a converter ends: over its limits is one reason, its refusal another. */
export const refusedAs = (reason: RenditionReason) => (error: unknown): never => {
  if (error instanceof RunFailed) throw new ConversionRefused(reason, error.message);
  throw error;
};
