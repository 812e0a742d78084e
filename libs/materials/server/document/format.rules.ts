import type { DocumentKind } from '@halong/materials/contract';

/** How the content of a format is told from others. */
export type Evidence =
  | { by: 'magic'; detected: readonly string[] }
  | { by: 'ooxml'; mainPart: string }
  | { by: 'odf'; mimetype: string }
  | { by: 'archive' }
  | { by: 'text'; begins?: string };

/** One kind of file that is taken. Whatever is not in this list is refused. */
export interface Format {
  kind: DocumentKind;
  extensions: readonly string[];
  /** As it is served, whatever the sender said. */
  mediaType: string;
  evidence: Evidence;
}

const magic = (...detected: string[]): Evidence => ({ by: 'magic', detected });
const ooxml = (kind: DocumentKind, extension: string, part: string): Format => ({
  kind, extensions: [extension], mediaType: `application/vnd.openxmlformats-officedocument.${part}`, evidence: { by: 'ooxml', mainPart: `${part}.main+xml` },
});
const odf = (kind: DocumentKind, extension: string, name: string): Format => {
  const mimetype = `application/vnd.oasis.opendocument.${name}`;
  return { kind, extensions: [extension], mediaType: mimetype, evidence: { by: 'odf', mimetype } };
};
const text = (kind: DocumentKind, extensions: string[], mediaType: string, begins?: string): Format => ({
  kind, extensions, mediaType: `${mediaType}; charset=utf-8`, evidence: { by: 'text', ...(begins ? { begins } : {}) },
});

export const formats: readonly Format[] = [
  { kind: 'PDF', extensions: ['pdf'], mediaType: 'application/pdf', evidence: magic('pdf') },
  ooxml('WORD', 'docx', 'wordprocessingml.document'),
  odf('WORD', 'odt', 'text'),
  ooxml('SLIDES', 'pptx', 'presentationml.presentation'),
  odf('SLIDES', 'odp', 'presentation'),
  ooxml('SHEET', 'xlsx', 'spreadsheetml.sheet'),
  odf('SHEET', 'ods', 'spreadsheet'),
  { kind: 'IMAGE', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', evidence: magic('jpg') },
  { kind: 'IMAGE', extensions: ['png'], mediaType: 'image/png', evidence: magic('png') },
  { kind: 'IMAGE', extensions: ['webp'], mediaType: 'image/webp', evidence: magic('webp') },
  { kind: 'IMAGE', extensions: ['gif'], mediaType: 'image/gif', evidence: magic('gif') },
  { kind: 'VIDEO', extensions: ['mp4', 'm4v'], mediaType: 'video/mp4', evidence: magic('mp4', 'm4v') },
  { kind: 'VIDEO', extensions: ['mov'], mediaType: 'video/quicktime', evidence: magic('mov') },
  { kind: 'VIDEO', extensions: ['webm'], mediaType: 'video/webm', evidence: magic('webm') },
  { kind: 'AUDIO', extensions: ['mp3'], mediaType: 'audio/mpeg', evidence: magic('mp3') },
  { kind: 'AUDIO', extensions: ['m4a'], mediaType: 'audio/mp4', evidence: magic('m4a') },
  { kind: 'AUDIO', extensions: ['wav'], mediaType: 'audio/wav', evidence: magic('wav') },
  text('TEXT', ['txt', 'md', 'csv'], 'text/plain'),
  text('CAPTIONS', ['vtt'], 'text/vtt', 'WEBVTT'),
  { kind: 'ARCHIVE', extensions: ['zip'], mediaType: 'application/zip', evidence: { by: 'archive' } },
];

/** `Bài giảng.PDF` → `pdf`; empty when there is none. */
export const extensionOf = (name: string): string => /\.([^.\s]+)\s*$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** The format that a name promises, or undefined when such files are not taken. */
export const formatOfName = (name: string): Format | undefined => formats.find(({ extensions }) => extensions.includes(extensionOf(name)));

/** Every extension that is taken, for people. */
export const allExtensions = formats.flatMap(({ extensions }) => extensions);

/** The kinds with their extensions, in the order of the list. */
export function kindsTaken(): { kind: DocumentKind; extensions: string[] }[] {
  const kinds = [...new Set(formats.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, extensions: formats.filter((one) => one.kind === kind).flatMap(({ extensions }) => extensions) }));
}
