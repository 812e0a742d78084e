import { describe, expect, it } from 'vitest';
import { lecturerNameKey, namesSeveral, proposeLecturer, proposeRoom, splitLecturer } from './timetable-resolve.rules.ts';

describe('titles before a name', () => {
  it.each([
    ['TS. Trần Đức Minh', 'TS.', 'Trần Đức Minh'],
    ['PGS.TS. Nguyễn Thanh Vân', 'PGS.TS.', 'Nguyễn Thanh Vân'],
    ['PGS. TS Nguyễn Thanh Vân', 'PGS. TS', 'Nguyễn Thanh Vân'],
    ['ThS. Lê Thị Bích Oanh', 'ThS.', 'Lê Thị Bích Oanh'],
    ['Th.S Lê  Thị Bích Oanh', 'Th.S', 'Lê Thị Bích Oanh'],
    ['ThS.GVC. Vũ Quang Toàn', 'ThS.GVC.', 'Vũ Quang Toàn'],
    ['Đồng chí Bùi Hải Phong', 'Đồng chí', 'Bùi Hải Phong'],
    ['Bùi Hải Phong', null, 'Bùi Hải Phong'],
    ['Bàng Thị Hoa', null, 'Bàng Thị Hoa'],
    ['Tsần Văn A', null, 'Tsần Văn A'],
    ['TS.', null, 'TS.'],
  ])('%j', (text, title, name) => {
    expect(splitLecturer(text)).toEqual({ title, name });
    expect(splitLecturer(text.normalize('NFD'))).toEqual({ title, name });
  });

  it.each([
    ['TS. Trần Đức Minh', false],
    ['Đ/c Bùi Hải Phong', false],
    ['TS. Trần Đức Minh, ThS. Vũ Quang Toàn', true],
    ['Trần Đức Minh và Vũ Quang Toàn', true],
    ['Trần Đức Minh\nVũ Quang Toàn', true],
    ['Trần Đức Minh; Vũ Quang Toàn', true],
  ])('%j names several: %s', (text, several) => {
    expect(namesSeveral(text)).toBe(several);
  });

  it('is not held up by endless commas', () => {
    const endless = [','.repeat(32_000), ',a'.repeat(16_000), `,${' '.repeat(32_000)}a`];
    expect(Array.from({ length: 20 }, () => endless).flat().some(namesSeveral)).toBe(false);
  });
});

describe('the key of a name', () => {
  it.each([
    ['TS. TRẦN ĐỨC  MINH', 'Trần Đức Minh'],
    ['Hòa', 'Hoà'],
    ['Nguyễn Thùy Ngân', 'Nguyễn Thuỳ Ngân'],
  ])('%j and %j are one name', (one, other) => {
    expect(lecturerNameKey(one)).toBe(lecturerNameKey(other));
  });

  it.each([
    ['Nguyễn Thanh Vân', 'Nguyễn Thanh Văn'],
    ['Lê Hoàn', 'Lê Hòan'],
  ])('%j and %j are two', (one, other) => {
    expect(lecturerNameKey(one)).not.toBe(lecturerNameKey(other));
  });
});

describe('proposals', () => {
  const minh = { personId: 'p1', name: 'Trần Đức Minh' };
  const van = { personId: 'p2', name: 'Nguyễn Thanh Vân' };
  const otherMinh = { personId: 'p3', name: 'TRẦN ĐỨC MINH' };

  it.each([
    ['TS. Trần Đức Minh', [minh, van], { match: 'EXACT_NAME_IN_HOST', candidate: minh }],
    ['TS. Trần Đức Minh', [minh, otherMinh], { match: 'SEVERAL', candidates: [minh, otherMinh] }],
    ['TS. Nguyễn Thanh Văn', [minh, van], { match: 'NONE' }],
    ['TS. Trần Đức Minh', [], { match: 'NONE' }],
  ])('for %j', (text, candidates, proposal) => {
    expect(proposeLecturer(lecturerNameKey(text), candidates)).toEqual(proposal);
  });

  it('finds rooms without accents and never two at once', () => {
    const rooms = [{ roomId: 'r1', name: 'Phòng 305' }, { roomId: 'r2', name: 'Hội trường A2' }];
    expect(proposeRoom(' phong  305', rooms)).toEqual({ match: 'EXACT', candidate: rooms[0] });
    expect(proposeRoom('Phòng 306', rooms)).toEqual({ match: 'NONE' });
    const twice = [...rooms, { roomId: 'r3', name: 'PHÒNG 305' }];
    expect(proposeRoom('Phòng 305', twice)).toEqual({ match: 'SEVERAL', candidates: [rooms[0], twice[2]] });
  });
});
