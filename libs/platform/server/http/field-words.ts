import type { Language, TextPair } from '@halong/platform/contract';
import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const empty: TextPair = { vi: 'Ô này còn trống. Điền vào rồi gửi lại.', en: 'This is empty. Fill it in and send again.' };
const wrong: TextPair = { vi: 'Giá trị này không dùng được ở đây. Nhập lại.', en: 'This value cannot be used here. Enter it again.' };
const notListed: TextPair = { vi: 'Chọn một trong những giá trị có sẵn.', en: 'Choose one of the given values.' };

const formats: Record<string, TextPair> = {
  email: { vi: 'Địa chỉ thư chưa đúng dạng, ví dụ ten@quangninh.gov.vn.', en: 'Not an e-mail address, like name@example.org.' },
  url: { vi: 'Địa chỉ liên kết chưa đúng dạng, ví dụ https://quangninh.gov.vn.', en: 'Not a link, like https://example.org.' },
  date: { vi: 'Ngày chưa đúng. Chọn lại ngày.', en: 'Not a date. Choose the day again.' },
  datetime: { vi: 'Thời điểm chưa đúng. Chọn lại ngày và giờ.', en: 'Not a point in time. Choose day and time again.' },
  time: { vi: 'Giờ chưa đúng, ví dụ 07:30.', en: 'Not a time, like 07:30.' },
};
const otherFormat: TextPair = { vi: 'Chưa đúng dạng yêu cầu của ô này. Xem hướng dẫn rồi nhập lại.', en: 'Not in the form that this field asks for. See its hint and enter it again.' };

const isText = (origin: string) => origin === 'string';
const isList = (origin: string) => ['array', 'set', 'map', 'object', 'file'].includes(origin);

function tooSmall(origin: string, least: string, inclusive: boolean): TextPair {
  if (isText(origin)) return least === '1' ? empty : { vi: `Cần ít nhất ${least} ký tự.`, en: `At least ${least} characters are needed.` };
  if (isList(origin)) return { vi: `Cần ít nhất ${least} mục.`, en: `At least ${least} items are needed.` };
  return inclusive ? { vi: `Không được nhỏ hơn ${least}.`, en: `Not less than ${least}.` } : { vi: `Phải lớn hơn ${least}.`, en: `More than ${least} is needed.` };
}

function tooBig(origin: string, most: string, inclusive: boolean): TextPair {
  if (isText(origin)) return { vi: `Dài quá ${most} ký tự. Rút ngắn lại.`, en: `Longer than ${most} characters. Shorten it.` };
  if (isList(origin)) return { vi: `Nhiều hơn ${most} mục. Bớt lại.`, en: `More than ${most} items. Use fewer.` };
  return inclusive ? { vi: `Không được lớn hơn ${most}.`, en: `Not more than ${most}.` } : { vi: `Phải nhỏ hơn ${most}.`, en: `Less than ${most} is needed.` };
}

/** The words of a rule of our own (`inWords` in a contract). */
function ownWords(params: Record<string, unknown> | undefined): TextPair {
  return typeof params?.['vi'] === 'string' && typeof params['en'] === 'string' ? { vi: params['vi'], en: params['en'] } : wrong;
}

function pairOf(issue: Issue): TextPair {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === '' ? empty : wrong;
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum), issue.inclusive !== false);
    case 'invalid_format':
      return formats[issue.format] ?? otherFormat;
    case 'not_multiple_of':
      return { vi: `Phải là bội số của ${issue.divisor}.`, en: `A multiple of ${issue.divisor} is needed.` };
    case 'unrecognized_keys':
      return { vi: `Có mục không được nhận ở đây: ${issue.keys.join(', ')}.`, en: `Not accepted here: ${issue.keys.join(', ')}.` };
    case 'invalid_value':
    case 'invalid_union':
      return notListed;
    case 'custom':
      return ownWords(issue.params);
    default:
      return wrong;
  }
}

/** What is wrong with one field, in the language of the person: for `safeParse(value, { error })`. */
export const fieldWords = (language: Language) => (issue: Issue): string => pairOf(issue)[language];
