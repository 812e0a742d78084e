import { expect, it } from 'vitest';
import { roomName } from './room-name.ts';

it.each([
  ['Phòng 502', 'Room 502'],
  ['phòng A2.03', 'Room A2.03'],
  ['Hội trường A', 'Hall A'],
  ['Hội trường', 'Hall'],
  ['Phòng máy tính 1', 'Computer room 1'],
  ['Phòng họp 2', 'Meeting room 2'],
  ['Hội trường Bạch Đằng', 'Hội trường Bạch Đằng'],
  ['Phòng truyền thống', 'Phòng truyền thống'],
  ['A2.03', 'A2.03'],
])('"%s" is "%s" in English and keeps its name in Vietnamese', (name, english) => {
  expect(roomName(name, 'en')).toBe(english);
  expect(roomName(name, 'vi')).toBe(name);
});
