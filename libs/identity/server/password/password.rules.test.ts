import { describe, expect, it } from 'vitest';
import { passwordFault } from './password.rules.ts';

const owner = { login: 'thunth', email: 'thu.nguyen@quangninh.example', displayName: 'Nguyễn Thị Hồng Thu' };

describe('passwords', () => {
  it.each([
    ['ngắn', 'password_short'],
    ['1234567', 'password_short'],
    ['12345678', 'password_common'],
    ['matkhau123', 'password_common'],
    ['Mật Khẩu 2026', 'password_common'],
    ['P@ssw0rd', 'password_common'],
    ['AnhYeuEm!!', 'password_common'],
    ['quangninh2026', 'password_common'],
    ['23456789', 'password_common'],
    ['hgfedcba', 'password_common'],
    ['aaaaaaaaaa', 'password_common'],
    ['20262026', 'password_common'],
    ['thunth', 'password_short'],
    ['thu.nguyen@quangninh.example', 'password_is_name'],
    ['Thu.Nguyen', 'password_is_name'],
    ['nguyen thi hong thu', 'password_is_name'],
  ])('%j is refused: %s', (password, fault) => expect(passwordFault(password, owner)?.code).toBe(`identity.${fault}`));

  it.each([['đò chiều Bãi Cháy'], ['tàu-lá-than-7'], ['correct horse battery'], ['x'.repeat(3) + ' ky tu dai '.repeat(7)], ['🦭🦭🛶⛰️🌊🦀🐚🪸']])(
    '%j is fine', (password) => expect(passwordFault(password, owner)).toBeUndefined(),
  );

  it('counts characters, not their pieces', () => expect(passwordFault('ữữữữ'.normalize('NFD'), owner)?.code).toBe('identity.password_short'));
});
