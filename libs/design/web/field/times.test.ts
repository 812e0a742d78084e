import { describe, expect, it } from 'vitest';
import { parseTime } from './times.ts';

describe('parseTime', () => {
  it.each([['17:00', '17:00'], [' 7:30 ', '07:30'], ['17h', '17:00'], ['7h05', '07:05'], ['17.30', '17:30'], ['0730', '07:30'], ['00:00', '00:00'], ['23:59', '23:59']])('reads %j', (typed, time) => expect(parseTime(typed)).toBe(time));
  it.each(['', '24:00', '17:60', '17', '7:5', '5:00 PM', '170', '17:000', 'trưa'])('refuses %j', (typed) => expect(parseTime(typed)).toBeUndefined());
});
