import { defineErrors } from '@halong/platform/contract';

export const classesErrors = defineErrors('classes', {
  code_taken: {
    kind: 'conflict',
    vi: 'Đã có lớp {code}. Chọn số khóa khác.',
    en: 'The class {code} exists already. Choose another intake number.',
  },
  institution_unknown: {
    kind: 'invalid',
    vi: 'Đơn vị đã chọn không phải là cơ sở đào tạo hoặc không còn hoạt động. Chọn lại.',
    en: 'The chosen unit is not an active training institution. Choose again.',
  },
  unit_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy đơn vị đã chọn hoặc đơn vị không còn hoạt động. Chọn lại đơn vị.',
    en: 'The chosen unit was not found or no longer exists. Choose the unit again.',
  },
  person_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy hồ sơ của người đã chọn. Chọn lại từ danh sách.',
    en: 'The chosen person has no record. Choose again from the list.',
  },
  programme_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy phiên bản chương trình hoặc chuyên đề đã chọn. Chọn lại.',
    en: 'The chosen programme version or topic was not found. Choose again.',
  },
  online_share: {
    kind: 'conflict',
    vi: 'Quy tắc của lớp cho học trực tuyến nhiều nhất {allowed}/{planned} tiết ({percent}%), thay đổi này thành {online} tiết. Xếp buổi tại phòng, hoặc tại phòng và trực tuyến.',
    en: 'The rules of the class allow {allowed} of {planned} {planned|period|periods} online ({percent}%); this change makes it {online}. Plan the session in the room, or in the room and online.',
  },
  online_not_allowed: {
    kind: 'conflict',
    vi: 'Quy tắc của lớp không cho buổi chỉ học trực tuyến. Xếp buổi tại phòng, hoặc tại phòng và trực tuyến.',
    en: 'The rules of the class allow no session that is online only. Plan the session in the room, or in the room and online.',
  },
  class_fixed: {
    kind: 'conflict',
    vi: 'Lớp đã có quyết định mở hoặc đã kết thúc nên mục này không đổi được nữa. Hoãn lớp trước nếu cần sửa.',
    en: 'The class has been decided or has ended, so this is fixed. Postpone the class first if it must change.',
  },
  quotas_exceed_capacity: {
    kind: 'invalid',
    vi: 'Tổng chỉ tiêu {seats} vượt sĩ số {capacity} của lớp. Giảm chỉ tiêu hoặc tăng sĩ số.',
    en: 'The quotas add up to {seats}, more than the {capacity} places of the class. Lower them or raise the capacity.',
  },
  unknown_transition: {
    kind: 'conflict',
    vi: 'Lớp đang ở bước “{from}”, không chuyển sang “{to}” được. Tải lại để xem bước tiếp theo.',
    en: 'The class is at “{from}” and cannot go to “{to}”. Reload to see the next steps.',
  },
  step_not_yours: {
    kind: 'forbidden',
    vi: 'Bước này do vai trò khác thực hiện. Liên hệ người phụ trách để chuyển lớp.',
    en: 'Another role takes this step. Ask the person responsible.',
  },
  facts_missing: {
    kind: 'conflict',
    vi: 'Chưa chuyển được, còn thiếu: {missing}. Bổ sung rồi làm lại.',
    en: 'Not yet: {missing} is missing. Add it and try again.',
  },
  decision_file_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy tệp quyết định vừa gửi. Chọn tệp đã ký và gửi lại.',
    en: 'The decision file was not found. Choose the signed file and send it again.',
  },
  decision_date: {
    kind: 'invalid',
    vi: 'Ngày quyết định không được sau hôm nay. Sửa lại ngày.',
    en: 'The date of the decision cannot be in the future. Correct it.',
  },
  decision_file_type: {
    kind: 'invalid',
    vi: 'Quyết định phải là tệp PDF, Word (.docx) hoặc ảnh JPG, PNG. Chọn tệp khác.',
    en: 'The decision must be a PDF, a Word file (.docx), or a JPG or PNG picture. Choose another file.',
  },
  timetable_empty: {
    kind: 'conflict',
    vi: 'Lớp chưa có buổi học nào. Lập thời khóa biểu trước khi ra quyết định.',
    en: 'The class has no session yet. Make the timetable before the decision.',
  },
  no_bells: {
    kind: 'invalid',
    vi: 'Giờ học của cơ sở chưa có tiết {periods}. Bổ sung giờ học ở trang Phòng, giờ học, ngày nghỉ.',
    en: 'The bells of the institution have no period {periods}. Add it on the page of rooms, bells and holidays.',
  },
  periods_not_a_run: {
    kind: 'invalid',
    vi: 'Các tiết của một buổi phải liền nhau. Chọn lại tiết.',
    en: 'The periods of one session must follow each other. Choose them again.',
  },
  in_the_past: {
    kind: 'conflict',
    vi: 'Buổi học phải bắt đầu sau thời điểm hiện tại. Chọn ngày và tiết khác.',
    en: 'The session must start in the future. Choose another day or period.',
  },
  holiday: {
    kind: 'conflict',
    vi: 'Ngày {day} là ngày nghỉ ({name}). Chọn ngày khác, hoặc xác nhận vẫn học ngày nghỉ.',
    en: '{day} is a holiday ({name}). Choose another day, or confirm that the class meets on the holiday.',
  },
  room_needed: {
    kind: 'invalid',
    vi: 'Buổi học tại phòng hoặc kết hợp cần có phòng. Chọn phòng.',
    en: 'A session in the room or in both modes needs a room. Choose one.',
  },
  place_needed: {
    kind: 'invalid',
    vi: 'Buổi đi thực tế cần có địa điểm. Nhập tên địa điểm.',
    en: 'A field study needs a place. Enter its name.',
  },
  room_unknown: {
    kind: 'invalid',
    vi: 'Phòng đã chọn không có hoặc đã ngừng dùng. Chọn phòng khác.',
    en: 'The chosen room does not exist or is out of use. Choose another.',
  },
  lecturer_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy giảng viên đã chọn. Chọn lại.',
    en: 'The chosen lecturer was not found. Choose again.',
  },
  room_clash: {
    kind: 'conflict',
    vi: '{name} đã có lớp {other} từ {from} đến {to} ngày {day}. Chọn phòng hoặc giờ khác.',
    en: '{name} is taken by class {other} from {from} to {to} on {day}. Choose another room or time.',
  },
  lecturer_clash: {
    kind: 'conflict',
    vi: 'Giảng viên {name} đang dạy lớp {other} từ {from} đến {to} ngày {day}. Chọn người hoặc giờ khác.',
    en: 'Lecturer {name} teaches class {other} from {from} to {to} on {day}. Choose another person or time.',
  },
  trainee_clash: {
    kind: 'conflict',
    vi: 'Học viên {name} học lớp {other} từ {from} đến {to} ngày {day}. Chọn giờ khác.',
    en: 'Trainee {name} attends class {other} from {from} to {to} on {day}. Choose another time.',
  },
  class_clash: {
    kind: 'conflict',
    vi: 'Lớp {other} đã có buổi học từ {from} đến {to} ngày {day}. Chọn giờ khác.',
    en: 'Class {other} has a session from {from} to {to} on {day}. Choose another time.',
  },
  session_begun: {
    kind: 'conflict',
    vi: 'Buổi học đã bắt đầu, đã kết thúc hoặc đã hủy nên không đổi được nữa.',
    en: 'The session has begun, has ended or was cancelled, so it can no longer be changed.',
  },
  room_taken: {
    kind: 'conflict',
    vi: 'Cơ sở đã có phòng “{name}”. Dùng phòng đó hoặc đặt tên khác.',
    en: 'The institution has a room “{name}” already. Use that one or choose another name.',
  },
  bells_overlap: {
    kind: 'invalid',
    vi: 'Tiết {period} bắt đầu trước khi tiết liền trước kết thúc. Sửa lại giờ.',
    en: 'Period {period} begins before the one before it ends. Correct the times.',
  },
  holidays_unknown: {
    kind: 'conflict',
    vi: 'Chưa có lịch nghỉ lễ của năm {year}. Thêm từng ngày khi có thông báo.',
    en: 'The public holidays of {year} are not known here. Add the days one by one when they are announced.',
  },
  holiday_taken: {
    kind: 'conflict',
    vi: 'Ngày {day} đã có trong danh sách ngày nghỉ.',
    en: '{day} is in the list of holidays already.',
  },
  lecturer_taken: {
    kind: 'conflict',
    vi: 'Người này đã có trong danh sách giảng viên. Mở mục đó để sửa.',
    en: 'This person is in the list of lecturers already. Open that entry to edit it.',
  },
  file_not_readable: {
    kind: 'invalid',
    vi: 'Không đọc được tệp này ({problem}). Lưu lại dạng .xlsx hoặc .csv (UTF-8) rồi gửi lại.',
    en: 'This file cannot be read ({problem}). Save it as .xlsx or .csv (UTF-8) and send it again.',
  },
  import_closed: {
    kind: 'conflict',
    vi: 'Bản thời khóa biểu này đã được bỏ hoặc thay bằng tệp mới hơn. Mở bản mới nhất.',
    en: 'This timetable file was discarded or replaced by a newer one. Open the newest.',
  },
  import_not_ready: {
    kind: 'conflict',
    vi: 'Còn {open} giảng viên hoặc phòng chưa chọn. Chọn hết rồi xác nhận.',
    en: '{open} {open|lecturer or room is|lecturers or rooms are} not chosen yet. Choose them all, then confirm.',
  },
  import_empty: {
    kind: 'conflict',
    vi: 'Tệp không có buổi học nào dùng được. Sửa các dòng có lỗi rồi gửi lại.',
    en: 'The file has no usable session. Correct the rows with problems and send it again.',
  },
  import_has_errors: {
    kind: 'conflict',
    vi: 'Tệp còn {errors} dòng có lỗi. Sửa tệp rồi gửi lại, hoặc xác nhận bỏ qua các dòng đó.',
    en: '{errors} {errors|row of the file has|rows of the file have} errors. Correct the file, or confirm that these rows are left out.',
  },
  import_other_class: {
    kind: 'conflict',
    vi: 'Tệp ghi là của lớp {inFile}, không phải lớp {code}. Chọn đúng tệp.',
    en: 'The file says that it belongs to class {inFile}, not {code}. Choose the right file.',
  },
  timetable_running: {
    kind: 'conflict',
    vi: 'Lớp đã bắt đầu học nên không thay cả thời khóa biểu được. Sửa từng buổi.',
    en: 'The class has started, so the whole timetable cannot be replaced. Change single sessions.',
  },
});
