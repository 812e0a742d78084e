import { describe, expect, it } from 'vitest';
import type { ContentItem, ContentTopic } from '@halong/materials/contract';
import { firstOpen, shareOf, topicStateOf } from './topic-state.rules.ts';

const item = (state: 'UNOPENED' | 'STARTED' | 'DONE' | null) => ({ progress: state && { state, percent: 0, place: 0 } }) as ContentItem;
const topic = (key: string, sessions: number[], ...items: ContentItem[]) => ({ key, sessions, items }) as ContentTopic;
const session = (no: number, endsAt: string, state = 'SCHEDULED') => ({ id: no, no, startsAt: endsAt, endsAt, title: '', state });
const now = Date.parse('2026-11-22T02:00:00Z');

describe('topicStateOf', () => {
  it.each([
    [[item('DONE'), item(null)], { done: true, left: 0 }],
    [[item('DONE'), item('STARTED'), item('UNOPENED')], { done: false, left: 2 }],
    [[item(null)], { done: false, left: 0 }],
    [[], { done: false, left: 0 }],
  ])('%#', (items, state) => expect(topicStateOf(topic('1', [], ...items))).toEqual(state));
});

describe('shareOf', () => {
  const topics = [topic('1', [], item('DONE'), item('STARTED'))];
  it.each([
    [{ mandatory: { needed: 3, done: 1 }, loose: [], topics }, { needed: 3, done: 1, must: true }],
    [{ mandatory: { needed: 0, done: 0 }, loose: [item('DONE')], topics }, { needed: 3, done: 2, must: false }],
    [{ mandatory: null, loose: [], topics }, null],
  ])('%#', (content, share) => expect(shareOf(content)).toEqual(share));
});

describe('firstOpen', () => {
  const topics = [topic('1', [1], item('DONE')), topic('2', [2], item('UNOPENED')), topic('3', [3], item('UNOPENED')), topic('4', [4])];
  it.each([
    ['the topic of the session that runs', [session(1, '2026-11-21T04:00:00Z'), session(3, '2026-11-22T04:00:00Z')], '3'],
    ['not that of a cancelled one', [session(3, '2026-11-22T04:00:00Z', 'CANCELLED')], '2'],
    ['the first that is not done, when the coming one has nothing', [session(4, '2026-11-23T04:00:00Z')], '2'],
    ['the first that is not done, when all sessions are over', [session(3, '2026-11-21T04:00:00Z')], '2'],
  ])('%s', (_, sessions, key) => expect(firstOpen({ topics, sessions }, now)).toBe(key));
  it('nothing, when there is nothing', () => expect(firstOpen({ topics: [topic('4', [])], sessions: [] }, now)).toBeUndefined());
});
