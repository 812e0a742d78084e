import { fillText, type Language, type TextPair } from '@halong/platform/contract';

/** Why somebody does not get a place, as the unit and the coordinator read it. */
export const screeningReasonTexts = {
  PERSON_NOT_FOUND: { vi: 'Số định danh không có trong danh sách cán bộ. Kiểm tra lại số, hoặc đề nghị cập nhật danh sách cán bộ.', en: 'The personal number is not in the staff list. Check it, or ask for the staff list to be updated.' },
  WRONG_TARGET_GROUP: { vi: 'Không đúng đối tượng của chương trình (chức vụ: {position}).', en: 'Not in the target group of the programme (post: {position}).' },
  UNIT_MISMATCH: { vi: 'Đang công tác ở đơn vị khác: {unitName}.', en: 'Works in another unit: {unitName}.' },
  ALREADY_CERTIFIED: { vi: 'Đã có chứng chỉ của chương trình này (số {registerNumber}).', en: 'Already holds the certificate of this programme (no. {registerNumber}).' },
  ALREADY_ENROLLED: { vi: 'Đã là học viên của lớp này.', en: 'Is a trainee of this class already.' },
  ALREADY_NOMINATED: { vi: 'Đã có trong danh sách cử của {unitName}.', en: 'Is on the list of {unitName} already.' },
  CLASS_CLASH: { vi: 'Trùng lịch với lớp {classCode}.', en: 'Clashes with class {classCode}.' },
  ON_LIST_TWICE: { vi: 'Đã có ở dòng {row} của danh sách này.', en: 'Stands in line {row} of this list already.' },
  OVER_QUOTA: { vi: 'Vượt chỉ tiêu {quota} người của đơn vị.', en: 'Beyond the unit’s quota of {quota}.' },
  CLASS_FULL: { vi: 'Lớp đã hết chỗ.', en: 'The class is full.' },
} as const satisfies Record<string, TextPair>;
export type ScreeningReasonCode = keyof typeof screeningReasonTexts;

/** CLASS_FULL of a list longer than the seats that are left: how many there were for it. */
const fewSeatsText: TextPair = { vi: 'Lớp chỉ còn {freePlaces} chỗ.', en: 'The class has only {freePlaces} {freePlaces|seat|seats} left.' };

/** What a person should look at; none of it refuses anybody. */
export const screeningNoteTexts = {
  NAME_DIFFERS: { vi: 'Họ tên trong tệp khác với hồ sơ.', en: 'The name in the file differs from the record.' },
  BORN_DIFFERS: { vi: 'Ngày sinh trong tệp khác với hồ sơ.', en: 'The date of birth in the file differs from the record.' },
  POSITION_DIFFERS: { vi: 'Chức vụ trong tệp khác với hồ sơ.', en: 'The post in the file differs from the record.' },
  UNIT_PENDING: { vi: 'Đơn vị trong hồ sơ đang chờ xác định.', en: 'The unit in the record is still to be decided.' },
} as const satisfies Record<string, TextPair>;
export type ScreeningNoteCode = keyof typeof screeningNoteTexts;

/** What is not clear in an uploaded list. */
export const nominationFileProblemTexts = {
  FORMULA_CELL: { vi: 'Ô chứa công thức nên không được dùng.', en: 'The cell holds a formula and is not used.' },
  NAME_MISSING: { vi: 'Thiếu họ tên.', en: 'The name is missing.' },
  PIN_MISSING: { vi: 'Thiếu số định danh cá nhân.', en: 'The personal number is missing.' },
  PIN_INVALID: { vi: 'Số định danh không đủ 12 chữ số.', en: 'The personal number does not have 12 digits.' },
  BORN_INVALID: { vi: 'Không hiểu ngày sinh “{text}”.', en: 'The date of birth “{text}” is not clear.' },
  COUNT_DIFFERS: { vi: 'Tệp ghi {stated} người nhưng có {read} dòng.', en: 'The file states {stated} {stated|person|people} but has {read} lines.' },
} as const satisfies Record<string, TextPair>;
export type NominationFileProblemCode = keyof typeof nominationFileProblemTexts;

/** One reason in one language. */
export function screeningReasonText(language: Language, reason: { code: ScreeningReasonCode; params: Record<string, string | number> }): string {
  const few = reason.code === 'CLASS_FULL' && Number(reason.params['freePlaces']) > 0;
  return fillText((few ? fewSeatsText : screeningReasonTexts[reason.code])[language], reason.params);
}

