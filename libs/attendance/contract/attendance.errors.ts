import { defineErrors } from '@halong/platform/contract';

/** Every expected refusal of this domain: the fact, the reason, the next step. Times are HH:mm:ss or HH:mm, days dd/MM/yyyy. */
export const attendanceErrors = defineErrors('attendance', {
  code_expired: {
    kind: 'conflict',
    vi: 'Mã {code} đã hết hạn lúc {at}. Nhập mã đang hiện trên màn chiếu.',
    en: 'Code {code} expired at {at}. Enter the code that the screen shows now.',
  },
  qr_expired: {
    kind: 'conflict',
    vi: 'Mã QR vừa quét đã hết hạn lúc {at}. Quét lại mã đang hiện trên màn chiếu hoặc nhập mã 6 số.',
    en: 'The QR code you scanned expired at {at}. Scan the one on the screen again or enter the six digits.',
  },
  code_wrong: {
    kind: 'conflict',
    vi: 'Mã {code} không đúng. Còn {left} lần nhập trước khi phải chờ. Xem lại mã đang hiện trên màn chiếu.',
    en: 'Code {code} is not right. {left} more tries before you have to wait. Look at the code on the screen again.',
  },
  code_paused: {
    kind: 'limit',
    vi: 'Đã nhập sai nhiều lần. Chờ {seconds} giây rồi nhập mã đang hiện trên màn chiếu.',
    en: 'Too many wrong codes. Wait {seconds} seconds, then enter the code that the screen shows.',
  },
  qr_unknown: {
    kind: 'invalid',
    vi: 'Mã QR này không phải mã điểm danh của Halong. Quét mã đang hiện trên màn chiếu hoặc nhập mã 6 số.',
    en: 'This QR code is not an attendance code of Halong. Scan the one on the screen or enter the six digits.',
  },
  not_enrolled: {
    kind: 'conflict',
    vi: 'Anh chị không có trong danh sách lớp của buổi học này. Kiểm tra lại phòng học hoặc hỏi giáo vụ.',
    en: 'You are not on the list of this class. Check the room, or ask the class coordinator.',
  },
  no_session_now: {
    kind: 'conflict',
    vi: 'Lúc này anh chị không có buổi học nào đang mở điểm danh. Xem lại lịch học.',
    en: 'None of your sessions takes attendance now. Look at your timetable.',
  },
  not_open_yet: {
    kind: 'conflict',
    vi: 'Điểm danh buổi này mở lúc {opensAt} ngày {day}. Quay lại khi đến giờ.',
    en: 'Attendance of this session opens at {opensAt} on {day}. Come back then.',
  },
  session_over: {
    kind: 'conflict',
    vi: 'Buổi học đã kết thúc lúc {endedAt} ngày {day} nên không điểm danh được nữa. Báo giảng viên hoặc giáo vụ nếu anh chị đã có mặt.',
    en: 'The session ended at {endedAt} on {day}, so attendance is closed. Tell the lecturer or coordinator if you were there.',
  },
  session_cancelled: {
    kind: 'conflict',
    vi: 'Buổi học này đã hủy nên không điểm danh. Xem lại lịch học.',
    en: 'This session was cancelled, so there is no attendance. Look at your timetable.',
  },
  online_only: {
    kind: 'conflict',
    vi: 'Buổi này chỉ học trực tuyến. Bấm “Vào lớp” để được ghi nhận có mặt.',
    en: 'This session is online only. Press “Join” to be recorded as present.',
  },
  room_only: {
    kind: 'conflict',
    vi: 'Buổi này không có phần trực tuyến. Điểm danh bằng mã trên màn chiếu tại phòng.',
    en: 'This session has no online part. Check in with the code on the screen in the room.',
  },
  connection_gone: {
    kind: 'gone',
    vi: 'Kết nối điểm danh đã đóng. Trang tự vào lại lớp.',
    en: 'The attendance connection was closed. The page joins again by itself.',
  },
  prompt_closed: {
    kind: 'conflict',
    vi: 'Lần kiểm tra hiện diện này đã hết giờ trả lời. Chờ lần sau; buổi học được xem lại chứ không bị tính vắng.',
    en: 'The time for this presence prompt is over. Wait for the next one; the session is reviewed, not counted as absent.',
  },
  locked: {
    kind: 'conflict',
    vi: 'Điểm danh đã khóa lúc {at}. Chỉ giáo vụ của lớp sửa được, kèm lý do.',
    en: 'Attendance was locked at {at}. Only the class coordinator can change it, with a reason.',
  },
  reason_missing: { kind: 'invalid', vi: 'Việc này cần ghi rõ lý do.', en: 'This needs a reason.' },
  document_missing: {
    kind: 'invalid',
    vi: 'Vắng có phép cần văn bản kèm theo. Tải văn bản lên trước.',
    en: 'An excused absence needs its document. Upload the document first.',
  },
  document_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy văn bản vừa chọn, hoặc văn bản do người khác tải lên. Tải văn bản lên lần nữa.',
    en: 'The chosen document was not found or was uploaded by somebody else. Upload it again.',
  },
  document_type: {
    kind: 'invalid',
    vi: 'Văn bản phải là tệp PDF, JPG, PNG hoặc .docx. Chọn tệp khác.',
    en: 'The document must be a PDF, JPG, PNG or .docx file. Choose another file.',
  },
  period_unknown: { kind: 'invalid', vi: 'Buổi học không có tiết {period}. Tải lại trang.', en: 'The session has no period {period}. Reload the page.' },
  trainee_unknown: {
    kind: 'invalid',
    vi: 'Có người đã chọn không thuộc lớp này. Tải lại danh sách rồi chọn lại.',
    en: 'Somebody chosen is not in this class. Reload the list and choose again.',
  },
  not_begun: {
    kind: 'conflict',
    vi: 'Buổi học chưa bắt đầu nên chưa ghi được. Bắt đầu lúc {startsAt} ngày {day}.',
    en: 'The session has not begun, so nothing can be entered yet. It begins at {startsAt} on {day}.',
  },
  not_ended: {
    kind: 'conflict',
    vi: 'Buổi học đến {endsAt} mới kết thúc. Chốt điểm danh sau giờ đó.',
    en: 'The session ends at {endsAt}. Close the attendance after that.',
  },
  still_to_review: {
    kind: 'conflict',
    vi: 'Còn {count} người cần xem. Xem từng người, hoặc chốt kèm các trường hợp còn mở.',
    en: '{count} {count|person is|people are} still to review. Look at each, or close with the open cases.',
  },
  already_locked: { kind: 'conflict', vi: 'Điểm danh đã chốt lúc {at}.', en: 'Attendance was closed at {at}.' },
});
