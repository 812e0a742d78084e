import { describe, expect, it } from 'vitest';
import { freeLogin, loginBase, readLogin } from './login.rules.ts';

describe('logins', () => {
  it.each([
    ['Nguyễn Thị Hồng Thu', 'thunth'],
    ['ĐẶNG QUỲNH', 'quynhd'],
    ['Lê  Văn Ước'.normalize('NFD'), 'uoclv'],
    ['Hà', 'ha'],
    ["H'Hen Niê", 'nieh'],
    ['陳', 'nguoidung'],
    ['', 'nguoidung'],
    ['Trần Văn A2', 'a2tv'],
  ])('of %j: %s', (name, login) => expect(loginBase(name)).toBe(login));

  it('get a number when taken', () => {
    const taken = new Set(['thunth', 'thunth3']);
    expect([freeLogin('thunth', taken), freeLogin('thunth', taken), freeLogin('anhnt', taken)]).toEqual(['thunth2', 'thunth4', 'anhnt']);
  });

  it.each([
    [' ThuNTH ', 'thunth'],
    ['Thu@QuangNinh.example', 'thu@quangninh.example'],
    ['ｔｈｕ', 'thu'],
    ['thú', undefined],
    ['thu nth', undefined],
    ['', undefined],
  ])('%j is read as %j', (typed, login) => expect(readLogin(typed)).toBe(login));
});
