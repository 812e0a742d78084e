import { defineErrors } from '@halong/platform/contract';

/** Every expected refusal of this domain. A wrong sign-in says the same whether the account exists or not. */
export const identityErrors = defineErrors('identity', {
  wrong_sign_in: {
    kind: 'unauthenticated',
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra lại; nếu quên mật khẩu, xin mã kích hoạt mới từ quản trị hệ thống.',
    en: 'The login or the password is not right. Check both; if you forgot the password, ask the administrator for a new activation code.',
  },
  account_disabled: {
    kind: 'forbidden',
    vi: 'Tài khoản này đang bị khóa. Liên hệ quản trị hệ thống để biết lý do và mở lại.',
    en: 'This account is disabled. Ask the system administrator why and to enable it again.',
  },
  sign_in_busy: {
    kind: 'unavailable',
    vi: 'Đang có rất nhiều người đăng nhập cùng lúc. Thử lại sau ít giây.',
    en: 'Very many people are signing in at once. Try again in a few seconds.',
  },
  code_unknown: {
    kind: 'invalid',
    vi: 'Không có mã kích hoạt này. So lại từng nhóm chữ với phiếu, rồi nhập lại.',
    en: 'There is no such activation code. Compare each group with the slip and enter it again.',
  },
  code_expired: {
    kind: 'gone',
    vi: 'Mã này đã hết hạn hoặc đã được thay bằng mã mới hơn. Xin mã mới từ quản trị hệ thống.',
    en: 'This code has expired or was replaced by a newer one. Ask the system administrator for a new code.',
  },
  code_used: {
    kind: 'gone',
    vi: 'Mã này đã được dùng. Đăng nhập bằng mật khẩu đã đặt, hoặc xin mã mới từ quản trị hệ thống.',
    en: 'This code has been used. Sign in with the password chosen then, or ask the administrator for a new code.',
  },
  password_short: {
    kind: 'invalid',
    vi: 'Mật khẩu cần ít nhất {min} ký tự. Một câu ngắn dễ nhớ là tốt nhất.',
    en: 'A password needs at least {min} characters. A short sentence that you remember is best.',
  },
  password_common: {
    kind: 'invalid',
    vi: 'Mật khẩu này quá phổ biến nên rất dễ bị đoán. Chọn mật khẩu khác, ví dụ ba từ không liên quan.',
    en: 'This password is so common that it is guessed at once. Choose another, three unrelated words for example.',
  },
  password_is_name: {
    kind: 'invalid',
    vi: 'Mật khẩu trùng với tên đăng nhập, thư điện tử hoặc họ tên. Chọn mật khẩu khác.',
    en: 'The password is the login, the e-mail address or the name. Choose another.',
  },
  wrong_password: {
    kind: 'invalid',
    vi: 'Mật khẩu hiện tại chưa đúng. Nhập lại.',
    en: 'The current password is not right. Enter it again.',
  },
  login_taken: {
    kind: 'conflict',
    vi: 'Tên đăng nhập “{login}” đã có người dùng. Chọn tên khác hoặc để trống để hệ thống tự đặt.',
    en: 'The login “{login}” is taken. Choose another, or leave it empty to have one made.',
  },
  person_has_account: {
    kind: 'conflict',
    vi: 'Người này đã có tài khoản “{login}”. Mở tài khoản đó để cấp quyền hoặc cấp mã.',
    en: 'This person already has the account “{login}”. Open it to grant a role or issue a code.',
  },
  email_taken: {
    kind: 'conflict',
    vi: 'Địa chỉ thư {email} đã thuộc về tài khoản khác. Kiểm tra lại địa chỉ.',
    en: 'The address {email} belongs to another account. Check the address.',
  },
  person_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy hồ sơ của người này. Chọn lại từ danh sách nhân sự.',
    en: 'This person has no record. Choose again from the list of people.',
  },
  grant_scope: {
    kind: 'invalid',
    vi: 'Vai trò này không dùng với phạm vi đã chọn. Chọn phạm vi khác.',
    en: 'This role does not go with the chosen scope. Choose another scope.',
  },
  grant_unit_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy đơn vị đã chọn làm phạm vi. Chọn lại đơn vị.',
    en: 'The unit chosen as the scope was not found. Choose the unit again.',
  },
  grant_class_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy lớp đã chọn làm phạm vi. Chọn lại lớp.',
    en: 'The class chosen as the scope was not found. Choose the class again.',
  },
  grant_dates: {
    kind: 'invalid',
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi và chưa qua. Sửa lại ngày.',
    en: 'The last day must not be before the first day nor in the past. Correct the dates.',
  },
  grant_held: {
    kind: 'conflict',
    vi: 'Tài khoản đã có vai trò này với phạm vi đó trong thời gian đã chọn. Thu hồi vai trò cũ trước khi cấp lại.',
    en: 'The account already holds this role with this scope in that time. Withdraw the old one first.',
  },
  own_account: {
    kind: 'conflict',
    vi: 'Không thể tự khóa tài khoản hoặc tự bỏ quyền quản trị của mình. Nhờ một quản trị viên khác.',
    en: 'You cannot disable your own account or withdraw your own administration. Ask another administrator.',
  },
  last_administrator: {
    kind: 'conflict',
    vi: 'Đây là quản trị hệ thống cuối cùng còn hoạt động. Cấp quyền quản trị cho người khác trước.',
    en: 'This is the last active system administrator. Make somebody else administrator first.',
  },
  disabled_gets_no_code: {
    kind: 'conflict',
    vi: 'Tài khoản đang bị khóa nên không cấp mã. Mở khóa trước rồi cấp mã.',
    en: 'The account is disabled, so no code is issued. Enable it first.',
  },
  nobody_waits: {
    kind: 'conflict',
    vi: 'Mọi người trong đơn vị này đã kích hoạt tài khoản. Không còn phiếu nào để in hoặc gửi.',
    en: 'Everybody in this unit has activated their account. There is nothing to print or send.',
  },
  too_many_slips: {
    kind: 'invalid',
    vi: 'Có {people} người chờ kích hoạt, mỗi lần làm được tối đa {limit}. Chọn đơn vị nhỏ hơn.',
    en: '{people} {people|person waits|people wait} for activation; at most {limit} go at once. Choose a smaller unit.',
  },
});
