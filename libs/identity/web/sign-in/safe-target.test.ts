import { expect, it } from 'vitest';
import { safeTarget } from './safe-target.ts';

it.each([
  ['/classes/12?tab=2#x', '/classes/12?tab=2#x'],
  ['/tim-kiem?q=Thư', '/tim-kiem?q=Th%C6%B0'],
  [null, '/'],
  ['', '/'],
  ['classes', '/'],
  ['//evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/\n/evil.example/x', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['//[', '/'],
])('%j leads to %j', (asked, target) => expect(safeTarget(asked, 'https://halong.example')).toBe(target));
