import { expect, it } from 'vitest';
import { arranged, evenly, everybodyOf } from './arrangement.ts';

const seat = (enrolmentId: number) => ({ enrolmentId, fullName: `Người ${enrolmentId}` });
const list = { version: 1, groups: [{ id: 7, name: 'Nhóm A', members: [seat(1), seat(2)] }], rest: [seat(3), seat(4), seat(5)], can: { edit: true } };
const name = (at: number) => `Nhóm ${at + 1}`;

it('keeps who is where', () => expect(arranged(list)).toEqual({ groups: [{ id: 7, name: 'Nhóm A' }], of: { 1: 0, 2: 0 } }));

it.each([[1, [5]], [2, [3, 2]], [3, [2, 2, 1]], [9, [1, 1, 1, 1, 1]]])('splits five people into %d: %j', (parts, sizes) => {
  const { groups, of } = evenly(arranged(list), everybodyOf(list), parts, name);
  expect(groups.map((_, at) => Object.values(of).filter((one) => one === at).length)).toEqual(sizes);
  expect(groups[0]).toEqual({ id: 7, name: 'Nhóm A' });
});
