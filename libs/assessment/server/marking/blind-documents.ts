import type { DocumentView } from '@halong/materials/contract';

/** What a file is called where nobody may know whose it is. */
export const blindName = (code: string, at: number, name: string): string => `Bài làm ${code}${at === 0 ? '' : ` (${at + 1})`}${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;

/** A file of a script without what tells of its writer: name, title, description, time, hash. */
export function blindDocument(view: DocumentView, code: string, at: number, time: Date): DocumentView {
  const name = blindName(code, at, view.name);
  return { ...view, name, title: name, altText: null, uploadedAt: time.toISOString(), sha256: '', can: { ...view.can, download: false, edit: false } };
}
