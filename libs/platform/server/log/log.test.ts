import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { withoutPersonalData } from './log-text.rules.ts';

describe('what is logged of errors', () => {
  it.each([
    ["Duplicate entry 'Nguyễn Thị 'Hồng' Thu' for key 'UQ_person'", "Duplicate entry '…' for key 'UQ_person'"],
    ["Incorrect string value: '\\xF0\\x9F' for column `full_name` at row 1", "Incorrect string value: '…' for column `full_name` at row 1"],
    ["Truncated incorrect DOUBLE value: 'Trần Đức Minh'", "Truncated incorrect DOUBLE value: '…'"],
    ['550 5.1.1 <thu.nguyen@quangninh.example>: unknown', '550 5.1.1 <…@…>: unknown'],
    ['no person 022188004417 in row 5', 'no person … in row 5'],
    ['request 6f9619ff-8b86-d011-b42d-123456789012 took 1200 ms at file.ts:120:33', 'request 6f9619ff-8b86-d011-b42d-123456789012 took 1200 ms at file.ts:120:33'],
  ])('%s', (text, logged) => expect(withoutPersonalData(text)).toBe(logged));

  it('leaves out values wherever they stand in a line, and secrets altogether', () => {
    let written = '';
    const log = createLog('info', 'test', { write: (line) => (written += line) });
    const error = new Error("Duplicate entry 'thu@quangninh.example' for key 'email'");
    log.error({ stack: error.stack, error: String(error), account: { password: 'đò chiều' }, cookie: 'sid=abc' }, 'mail to thu@quangninh.example failed');
    expect(JSON.parse(written)).toMatchObject({ level: 50, name: 'test', error: "Error: Duplicate entry '…' for key 'email'", msg: 'mail to …@… failed' });
    expect(written).not.toMatch(/thu@|đò chiều|sid=abc/);
    expect(written).toContain('log.test.ts');
  });
});
