import { describe, expect, it } from 'vitest';
import { convertersFor, heightsFor, masterPlaylist, renditionOf } from './rendition.rules.ts';

describe('heights of a stream', () => {
  it.each([
    { height: 144, heights: [144] }, { height: 240, heights: [240] }, { height: 360, heights: [240, 360] }, { height: 361, heights: [240, 360] },
    { height: 480, heights: [240, 480] }, { height: 576, heights: [240, 480, 576] }, { height: 720, heights: [240, 480, 720] }, { height: 2_160, heights: [240, 480, 720] },
  ])('$height → $heights', ({ height, heights }) => expect(heightsFor(height)).toEqual(heights));
});

it('every kind has its forms and its programs', () => {
  expect((['PDF', 'WORD', 'VIDEO', 'IMAGE', 'TEXT', 'ARCHIVE'] as const).map((kind) => [kind, renditionOf(kind), convertersFor(kind)])).toEqual([
    ['PDF', 'PAGES', ['pdftocairo']], ['WORD', 'PAGES', ['soffice', 'pdftocairo']], ['VIDEO', 'STREAM', ['ffmpeg']], ['IMAGE', 'PICTURE', []], ['TEXT', 'WORDS', []], ['ARCHIVE', undefined, []],
  ]);
});

it('a playlist names every quality beside itself', () => {
  expect(masterPlaylist([{ name: 'v240.m3u8', width: 426, height: 240, bytes: 1_000_000 }], 80_000))
    .toBe('#EXTM3U\n#EXT-X-VERSION:4\n#EXT-X-STREAM-INF:BANDWIDTH=120000,RESOLUTION=426x240\nv240.m3u8\n');
});
