import type { Converter, DocumentKind } from '@halong/materials/contract';
import { programPath } from '@halong/platform/server';
import { convertersFor, packagesOf } from './rendition.rules.ts';

/** Whether a converter is in the path of this process. */
export const isThere = async (converter: Converter): Promise<boolean> => (await programPath(converter)) !== undefined;

/** The Debian packages without which a document of this kind stays as it was sent. */
export async function missingPackages(kind: DocumentKind): Promise<string[]> {
  const missing: string[] = [];
  for (const converter of convertersFor(kind)) if (!(await isThere(converter))) missing.push(...packagesOf[converter]);
  return missing;
}
