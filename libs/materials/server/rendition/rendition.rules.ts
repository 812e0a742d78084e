import type { Converter, DocumentKind, RenditionKind } from '@halong/materials/contract';

const kinds: Partial<Record<DocumentKind, RenditionKind>> = {
  PDF: 'PAGES', WORD: 'PAGES', SLIDES: 'PAGES', SHEET: 'PAGES', VIDEO: 'STREAM', AUDIO: 'STREAM', IMAGE: 'PICTURE', TEXT: 'WORDS', CAPTIONS: 'WORDS',
};

/** Into what a document is turned; undefined when it stays as it is. */
export const renditionOf = (kind: DocumentKind): RenditionKind | undefined => kinds[kind];

const needs: Partial<Record<DocumentKind, readonly Converter[]>> = {
  PDF: ['pdftocairo'], WORD: ['soffice', 'pdftocairo'], SLIDES: ['soffice', 'pdftocairo'], SHEET: ['soffice', 'pdftocairo'], VIDEO: ['ffmpeg'], AUDIO: ['ffmpeg'],
};

/** The programs without which nothing can be made of it. A picture is cleaned without any. */
export const convertersFor = (kind: DocumentKind): readonly Converter[] => needs[kind] ?? [];

/** The Debian packages that bring a program. */
export const packagesOf: Record<Converter, readonly string[]> = {
  soffice: ['libreoffice-writer-nogui', 'libreoffice-impress-nogui', 'libreoffice-calc-nogui'],
  ffmpeg: ['ffmpeg'],
  pdftocairo: ['poppler-utils'],
};

/** The qualities that are offered, by height. */
const ladder = [240, 480, 720] as const;

/** 240, 480 and 720 lines, never more than the recording has; a recording between two of them keeps its own height too. */
export function heightsFor(height: number): number[] {
  const even = height - (height % 2);
  const below = ladder.filter((one) => one <= even);
  return even < 720 && !below.includes(even as 240) ? [...below, even] : below;
}

/** What a picture costs the line at most, in bits a second. */
export const rateOf = (height: number): number => (height <= 240 ? 300_000 : height <= 480 ? 900_000 : 2_000_000);

/** How long one recording may keep the worker busy. */
export const streamSeconds = (durationMs: number): number => Math.ceil(900 + (durationMs / 1_000) * 6);

/** After so many beginnings without an end nobody tries any more by himself. */
export const mostAttempts = 4;
export const mostPages = 1_000;
/** Pixels across a page picture: sharp on a phone, readable on a desk. */
export const pageWidth = 1_200;

/** The list of qualities for a player. */
export function masterPlaylist(qualities: readonly { name: string; width: number; height: number; bytes: number }[], durationMs: number): string {
  const lines = qualities.map(({ name, width, height, bytes }) => {
    const bandwidth = Math.ceil((bytes * 8) / Math.max(1, durationMs / 1_000) * 1.2);
    return `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height}\n${name}`;
  });
  return `#EXTM3U\n#EXT-X-VERSION:4\n${lines.join('\n')}\n`;
}
