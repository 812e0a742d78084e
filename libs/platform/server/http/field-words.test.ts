import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, id, instant, inWords, type Language } from '@halong/platform/contract';
import { fieldWords } from './field-words.ts';

const said = (schema: z.ZodType, value: unknown, language: Language) => schema.safeParse(value, { error: fieldWords(language) }).error?.issues.map(({ message }) => message);
const english = /\b(string|number|object|expected|received|invalid|must|not|needed|than|value|characters|items|date|the)\b/i;

describe('what is wrong with a field', () => {
  it.each<[string, z.ZodType, unknown, string, string]>([
    ['missing', z.string(), undefined, 'Ô này còn trống. Điền vào rồi gửi lại.', 'This is empty. Fill it in and send again.'],
    ['empty', z.string().trim().min(1), ' ', 'Ô này còn trống. Điền vào rồi gửi lại.', 'This is empty. Fill it in and send again.'],
    ['short', z.string().min(3), 'ab', 'Cần ít nhất 3 ký tự.', 'At least 3 characters are needed.'],
    ['long', z.string().max(2), 'abc', 'Dài quá 2 ký tự. Rút ngắn lại.', 'Longer than 2 characters. Shorten it.'],
    ['no number', id, 'x', 'Giá trị này không dùng được ở đây. Nhập lại.', 'This value cannot be used here. Enter it again.'],
    ['not positive', id, 0, 'Phải lớn hơn 0.', 'More than 0 is needed.'],
    ['too much', z.number().max(10), 11, 'Không được lớn hơn 10.', 'Not more than 10.'],
    ['too many', z.array(z.number()).max(1), [1, 2], 'Nhiều hơn 1 mục. Bớt lại.', 'More than 1 items. Use fewer.'],
    ['none', z.array(z.number()).min(1), [], 'Cần ít nhất 1 mục.', 'At least 1 items are needed.'],
    ['no day', day, '31/12/2026', 'Ngày chưa đúng. Chọn lại ngày.', 'Not a date. Choose the day again.'],
    ['no instant', instant, 'mai', 'Thời điểm chưa đúng. Chọn lại ngày và giờ.', 'Not a point in time. Choose day and time again.'],
    ['no address', z.email(), 'thu', 'Địa chỉ thư chưa đúng dạng, ví dụ ten@quangninh.gov.vn.', 'Not an e-mail address, like name@example.org.'],
    ['another form', z.string().regex(/^a/), 'b', 'Chưa đúng dạng yêu cầu của ô này. Xem hướng dẫn rồi nhập lại.', 'Not in the form that this field asks for. See its hint and enter it again.'],
    ['not in the list', z.enum(['A', 'B']), 'C', 'Chọn một trong những giá trị có sẵn.', 'Choose one of the given values.'],
    ['not asked for', z.strictObject({}), { role: 1 }, 'Có mục không được nhận ở đây: role.', 'Not accepted here: role.'],
    ['against a rule of ours', z.string().refine(() => false, inWords({ vi: 'Sai rồi.', en: 'Wrong.' })), 'x', 'Sai rồi.', 'Wrong.'],
    ['against a rule without words', z.string().refine(() => false), 'x', 'Giá trị này không dùng được ở đây. Nhập lại.', 'This value cannot be used here. Enter it again.'],
  ])('%s', (_, schema, value, vi, en) => {
    expect([said(schema, value, 'vi'), said(schema, value, 'en')]).toEqual([[vi], [en]]);
    expect(vi).not.toMatch(english);
  });

  it('marks the field that the rule names', () => {
    const schema = z.object({ a: z.string() }).refine(() => false, inWords({ vi: 'Sai.', en: 'Wrong.' }, 'a', 'b'));
    expect(schema.safeParse({ a: 'x' }).error?.issues[0]?.path).toEqual(['a', 'b']);
  });
});
