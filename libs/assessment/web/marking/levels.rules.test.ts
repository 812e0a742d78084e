import { describe, expect, it } from 'vitest';
import { levelOf, pointsOf, readPoints, stepped } from './levels.rules.ts';

const levels = [{ title: 'Đạt', note: '', from: 0, to: 6.75 }, { title: 'Khá', note: '', from: 7, to: 8.25 }, { title: 'Giỏi', note: '', from: 8.5, to: 10 }];

describe('levels', () => {
  it.each([[undefined, -1], [0, 0], [6.9, 0], [7, 1], [10, 2]])('%s lies in %i', (points, at) => expect(levelOf({ levels }, points)).toBe(at));
  it('a level gives its middle, then a step more, then begins again', () => {
    expect([pointsOf(levels[1]!, undefined, 0.25), pointsOf(levels[1]!, 7.75, 0.25), pointsOf(levels[1]!, 8.25, 0.25), pointsOf(levels[1]!, 9, 0.25)]).toEqual([7.75, 8, 7, 7.75]);
  });
  it('a fixed level gives its points', () => expect([pointsOf({ from: 5, to: 5 }, undefined, 0.25), pointsOf({ from: 5, to: 5 }, 5, 0.25)]).toEqual([5, 5]));
  it('steps stay within the scale', () => expect([stepped(10, 0.25, 10), stepped(0, -0.25, 10), stepped(7, 0.25, 10), stepped(undefined, 1, 10)]).toEqual([10, 0, 7.25, undefined]));
  it.each([['7,5', 7.5], ['7.5', 7.5], ['', undefined], ['11', undefined], ['x', undefined], ['0', 0]])('%s is %s', (text, value) => expect(readPoints(text, 10)).toBe(value));
});
