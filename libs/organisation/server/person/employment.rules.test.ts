import { describe, expect, it } from 'vitest';
import { postChange, type Post } from './employment.rules.ts';

const today = '2026-11-23';
const post: Post = { unitId: 7, unitText: 'Sở Nội vụ', position: 'Chuyên viên', rank: '01.003', validFrom: null };

describe('postChange', () => {
  it.each<[string, Partial<Post>, Partial<Post>, string]>([
    ['nothing', {}, {}, 'NONE'],
    ['another spelling of the unit', {}, { unitText: 'SNV' }, 'NONE'],
    ['another unit', {}, { unitId: 8 }, 'MOVE'],
    ['another position', {}, { position: 'Phó trưởng phòng' }, 'MOVE'],
    ['another rank', {}, { rank: '01.002' }, 'CORRECT'],
    ['a first position', { position: null }, {}, 'CORRECT'],
    ['a pending unit found', { unitId: null }, {}, 'CORRECT'],
    ['another unit on the day it began', { validFrom: today }, { unitId: 8 }, 'CORRECT'],
    ['another unit of an older post', { validFrom: '2026-01-01' }, { unitId: 8 }, 'MOVE'],
  ])('%s', (_, current, next, kind) => {
    expect(postChange({ ...post, ...current }, { ...post, ...next }, today)).toBe(kind);
  });
});
