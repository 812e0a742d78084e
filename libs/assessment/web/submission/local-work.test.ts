import { describe, expect, it } from 'vitest';
import { afterStored, restoredWork, shownWork, wordCount, type LocalWork } from './local-work.ts';

const work = (text: string, version: number, dirty = false): LocalWork => ({ text, documents: [], version, dirty });

describe('work kept on the device', () => {
  it.each([null, '', '{', '{}', '{"text":1,"documents":[],"version":1}', '{"text":"a","documents":{},"version":1}'])('%j is nothing', (kept) => expect(restoredWork(kept)).toBeUndefined());
  it('comes back as something that waits', () => expect(restoredWork(JSON.stringify(work('Dở dang', 3)))).toEqual(work('Dở dang', 3, true)));
});

describe('what is shown', () => {
  it.each<[string, LocalWork | undefined, LocalWork, string]>([
    ['the stored draft at first', undefined, work('đã lưu', 2), 'đã lưu'],
    ['what waits here, also when the stored one is newer', work('ở đây', 1, true), work('nơi khác', 2), 'ở đây'],
    ['what another device stored, when nothing waits', work('cũ', 1), work('nơi khác', 2), 'nơi khác'],
    ['what was stored from here', work('vừa lưu', 3), work('cũ', 2), 'vừa lưu'],
  ])('is %s', (_, mine, stored, text) => expect(shownWork(mine, stored).text).toBe(text));
});

it('what was typed while it was sent still waits', () => {
  expect(afterStored(work('ab', 1, true), work('a', 1, true), 2)).toEqual(work('ab', 2, true));
  expect(afterStored(work('a', 1, true), work('a', 1, true), 2)).toEqual(work('a', 2, false));
});

it('counts words as people do', () => expect(['', '  ', 'một', 'một hai\n\nba '].map(wordCount)).toEqual([0, 0, 1, 3]));
