import { describe, expect, it } from 'vitest';
import { atEndOf, dropped, stepped, type Place, type Shelf } from './place.rules.ts';

const shelves: Shelf[] = [{ key: null, ids: [1] }, { key: '10', ids: [2, 3, 4] }, { key: '11', ids: [] }, { key: '12', ids: [5] }];
const put = (topicKey: string | null, before: number | null): Place => ({ topicKey, before });

describe('stepped', () => {
  it.each<[string, number, -1 | 1, Place | undefined]>([
    ['up within a topic', 3, -1, put('10', 2)],
    ['down within a topic', 2, 1, put('10', 4)],
    ['to the end of a topic', 3, 1, put('10', 5)],
    ['up into the shelf above', 2, -1, put(null, 3)],
    ['down into an empty topic', 4, 1, put('11', 5)],
    ['up into an empty topic', 5, -1, put('11', null)],
    ['down from the shelf of all', 1, 1, put('10', 2)],
    ['above the top', 1, -1, undefined],
    ['below the bottom', 5, 1, undefined],
    ['what is not there', 9, 1, undefined],
  ])('%s', (_, id, step, place) => expect(stepped(shelves, id, step)).toEqual(place));
});

describe('dropped', () => {
  it.each<[string, number, number, Place | undefined]>([
    ['further up', 4, 2, put('10', 2)],
    ['further down', 2, 3, put('10', 4)],
    ['on the last of its topic', 2, 4, put('10', 5)],
    ['in another topic', 1, 3, put('10', 3)],
    ['on itself', 3, 3, undefined],
  ])('%s', (_, id, onto, place) => expect(dropped(shelves, id, onto)).toEqual(place));
});

describe('atEndOf', () => {
  it.each<[string | null, Place]>([['11', put('11', 5)], ['12', put('12', null)], [null, put(null, 2)]])('%s', (key, place) => expect(atEndOf(shelves, 1, key)).toEqual(place));
});
