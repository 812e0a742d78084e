import { defineErrors } from '@halong/platform/contract';

/** Every expected refusal of this domain. */
export const enrolmentErrors = defineErrors('enrolment', {
  nomination_closed: {
    kind: 'conflict',
    vi: 'Lớp {classCode} không nhận danh sách cử nữa (hạn {deadline}). Liên hệ giáo vụ nếu cần bổ sung.',
    en: 'Class {classCode} takes no nominations any more (deadline {deadline}). Contact the class coordinator to add somebody.',
  },
  no_quota: {
    kind: 'conflict',
    vi: 'Đơn vị chưa được giao chỉ tiêu của lớp {classCode}. Đề nghị cơ quan tổ chức lớp giao chỉ tiêu trước.',
    en: 'The unit has no quota for class {classCode}. Ask the organising agency for one first.',
  },
  list_empty: {
    kind: 'conflict',
    vi: 'Danh sách chưa có ai. Chọn người hoặc tải tệp lên rồi gửi.',
    en: 'There is nobody on the list. Pick people or upload a file, then submit.',
  },
  person_unknown: {
    kind: 'invalid',
    vi: 'Có người trong danh sách không thuộc đơn vị này. Chọn lại từ danh sách người của đơn vị.',
    en: 'Somebody on the list is not of this unit. Choose again from the people of the unit.',
  },
  file_unreadable: {
    kind: 'invalid',
    vi: 'Không đọc được tệp ({problem}). Lưu lại thành .xlsx không đặt mật khẩu rồi tải lên lần nữa.',
    en: 'The file cannot be read ({problem}). Save it as .xlsx without a password and upload it again.',
  },
  file_without_heading: {
    kind: 'invalid',
    vi: 'Không tìm thấy dòng tiêu đề có “Họ và tên” và “Số định danh cá nhân”. Dùng mẫu danh sách cử rồi tải lên lại.',
    en: 'There is no heading row with “Họ và tên” and “Số định danh cá nhân”. Use the nomination form and upload it again.',
  },
  file_too_long: {
    kind: 'too_large',
    vi: 'Danh sách dài hơn {limit} dòng. Kiểm tra lại, một lớp chỉ có vài trăm chỗ.',
    en: 'The list is longer than {limit} lines. Check it: a class has a few hundred places at most.',
  },
  file_of_other_class: {
    kind: 'conflict',
    vi: 'Tệp này là danh sách của lớp {found}, không phải {classCode}. Chọn đúng lớp hoặc đúng tệp.',
    en: 'This file is a list for class {found}, not {classCode}. Choose the right class or the right file.',
  },
  already_decided: {
    kind: 'conflict',
    vi: 'Đề cử này đã được xử lý. Tải lại danh sách để xem kết quả.',
    en: 'This nomination has been decided already. Reload the list to see the result.',
  },
  class_full: {
    kind: 'conflict',
    vi: 'Lớp {classCode} đã đủ {capacity} chỗ. Chờ có người rút hoặc tăng sĩ số của lớp.',
    en: 'All {capacity} {capacity|seat|seats} of class {classCode} are taken. Wait until somebody leaves or enlarge the class.',
  },
  over_quota: {
    kind: 'conflict',
    vi: 'Người này vượt chỉ tiêu của đơn vị. Nếu vẫn nhận, ghi rõ lý do.',
    en: 'This person is beyond the quota of the unit. To admit anyway, state the reason.',
  },
  not_admissible: {
    kind: 'conflict',
    vi: 'Không nhận được người này: {reason}. Từ chối có lý do hoặc sửa hồ sơ rồi duyệt lại.',
    en: 'This person cannot be admitted: {reason}. Reject with a reason, or correct the records and try again.',
  },
  left_after_opening: {
    kind: 'conflict',
    vi: 'Lớp đã khai giảng nên đơn vị không tự rút người được nữa. Đề nghị giáo vụ của lớp.',
    en: 'The class has opened, so the unit can no longer withdraw anybody. Ask the class coordinator.',
  },
  state_not_reachable: {
    kind: 'conflict',
    vi: 'Không chuyển được từ “{from}” sang “{to}”. Tải lại để xem trạng thái hiện tại.',
    en: 'The state cannot change from “{from}” to “{to}”. Reload to see the present state.',
  },
  left_class: {
    kind: 'conflict',
    vi: '{name} không còn học trong lớp nên không ghi nhận vi phạm được. Tiếp nhận lại học viên trước, nếu cần.',
    en: '{name} no longer studies in this class, so nothing can be noted. Take the trainee back first, if needed.',
  },
  reason_missing: {
    kind: 'invalid',
    vi: 'Việc này cần ghi rõ lý do.',
    en: 'This needs a reason.',
  },
});
