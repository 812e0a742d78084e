import { describe, expect, it } from 'vitest';
import { neighboursOf } from './attendance-view.ts';

describe('neighboursOf', () => {
  it.each([
    ['in the middle', [4, 7, 9], 7, { previous: 4, next: 9 }],
    ['first', [4, 7, 9], 4, { previous: undefined, next: 7 }],
    ['last', [4, 7, 9], 9, { previous: 7, next: undefined }],
    ['gone from the list', [4, 7, 9], 5, { previous: undefined, next: 4 }],
    ['of an empty list', [], 5, { previous: undefined, next: undefined }],
  ])('%s', (_name, ids, openId, neighbours) => {
    expect(neighboursOf(ids, openId)).toEqual(neighbours);
  });
});
