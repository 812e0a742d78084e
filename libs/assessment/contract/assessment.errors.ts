import { defineErrors } from '@halong/platform/contract';

/** Every expected refusal of this domain. */
export const assessmentErrors = defineErrors('assessment', {
  not_open: {
    kind: 'conflict',
    vi: 'Bảng điểm không còn mở để nhập. Đề nghị giáo vụ trả lại bảng điểm kèm lý do nếu cần sửa.',
    en: 'The grade sheet is no longer open for entry. Ask the class coordinator to send it back with a reason.',
  },
  no_rules: {
    kind: 'conflict',
    vi: 'Lớp chưa có quyết định mở lớp nên chưa có quy tắc chấm điểm. Ban hành quyết định mở lớp trước.',
    en: 'The class has no opening decision, so no marking rules are frozen yet. Decide the class first.',
  },
  unknown_cell: {
    kind: 'invalid',
    vi: 'Bảng điểm không có ô này. Tải lại bảng điểm rồi nhập lại.',
    en: 'The grade sheet has no such cell. Reload the sheet and enter it again.',
  },
  bad_score: {
    kind: 'invalid',
    vi: 'Điểm {value} chưa đúng. Nhập từ 0 đến {scale}, theo bước {step}.',
    en: 'The score {value} is not right. Enter 0 to {scale} in steps of {step}.',
  },
  unknown_transition: {
    kind: 'conflict',
    vi: 'Bảng điểm không chuyển được sang bước này. Tải lại để xem trạng thái hiện tại.',
    en: 'The grade sheet cannot take this step now. Reload to see its present state.',
  },
  step_not_yours: {
    kind: 'forbidden',
    vi: 'Bước này không thuộc quyền của tài khoản này. Giảng viên nộp; giáo vụ kiểm tra và khóa; giáo vụ hoặc quản lý đào tạo công bố.',
    en: 'This account may not take this step. The lecturer submits; the coordinator checks and locks; the coordinator or the training manager publishes.',
  },
  reason_missing: {
    kind: 'invalid',
    vi: 'Ghi lý do trả lại bảng điểm.',
    en: 'Give the reason for sending the grade sheet back.',
  },
  blank_marks: {
    kind: 'conflict',
    vi: 'Còn {count} ô chưa có điểm. Nhập điểm hoặc ghi miễn cho từng ô rồi nộp.',
    en: '{count} cells are still blank. Enter a score or excuse each of them, then submit.',
  },
  not_published: {
    kind: 'conflict',
    vi: 'Bảng điểm chưa được công bố. Công bố bảng điểm rồi ghi quyết định công nhận kết quả.',
    en: 'The grade sheet is not published. Publish it, then record the decision that recognises the results.',
  },
  class_not_grading: {
    kind: 'conflict',
    vi: 'Chỉ công nhận kết quả khi lớp ở bước chấm điểm. Chuyển lớp sang bước chấm điểm trước.',
    en: 'Results are recognised while the class is being graded. Take the class to that step first.',
  },
  already_recognised: {
    kind: 'conflict',
    vi: 'Lớp đã có quyết định công nhận kết quả số {decisionNo}.',
    en: 'The results of this class are recognised already by decision {decisionNo}.',
  },
  decision_file_unknown: {
    kind: 'invalid',
    vi: 'Không tìm thấy tệp quyết định vừa tải lên. Tải tệp lên lại.',
    en: 'The file of the decision was not found. Upload it again.',
  },
  decision_date: {
    kind: 'invalid',
    vi: 'Ngày quyết định không được sau hôm nay.',
    en: 'The decision cannot be dated after today.',
  },
  weights_not_whole: {
    kind: 'invalid',
    vi: 'Tổng tỷ trọng là {sum}, phải bằng 1. Sửa tỷ trọng cho đủ.',
    en: 'The weights add up to {sum}; they must add up to 1. Correct them.',
  },
  plan_wrong: {
    kind: 'invalid',
    vi: 'Cột “{name}” chưa hợp lệ: mã cột phải khác nhau và nhóm của cột phải có trong danh sách. Sửa cột này.',
    en: 'Component “{name}” is not right: keys must differ and its category must be in the list. Correct it.',
  },
  category_wrong: {
    kind: 'invalid',
    vi: 'Nhóm “{name}” bỏ điểm thấp nhất thì phải có nhiều cột hơn số điểm bỏ, tỷ trọng bằng nhau và không có cột bắt buộc. Sửa nhóm này.',
    en: 'Category “{name}” drops its lowest scores: it needs more components than it drops, equal weights and none that must be passed by itself. Correct it.',
  },
  component_marked: {
    kind: 'conflict',
    vi: 'Cột “{name}” đã có điểm nên không bỏ được. Giữ cột này hoặc xóa điểm trong cột trước.',
    en: 'Component “{name}” has marks and cannot be left out. Keep it, or clear its marks first.',
  },
  bands_wrong: {
    kind: 'invalid',
    vi: 'Các mức xếp loại phải nối tiếp nhau từ 0 đến thang điểm. Sửa các mức.',
    en: 'The bands must follow each other from 0 to the scale. Correct them.',
  },
  nothing_changed: {
    kind: 'invalid',
    vi: 'Cách tính chưa có gì khác. Sửa tỷ trọng, nhóm, mức đạt hoặc xếp loại rồi lưu.',
    en: 'Nothing is different. Change a weight, category, pass mark or band, then save.',
  },
  undo_too_late: {
    kind: 'conflict',
    vi: 'Chỉ hoàn tác được trong 24 giờ sau khi lưu. Lập một lần thay đổi mới nếu vẫn cần sửa.',
    en: 'A change can be undone for 24 hours only. Make a new change if it still has to be corrected.',
  },
  undo_later_change: {
    kind: 'conflict',
    vi: 'Không hoàn tác được vì sau đó đã có lần thay đổi khác. Hoàn tác lần mới nhất trước, hoặc lập một lần thay đổi mới.',
    en: 'It cannot be undone because another change has followed. Undo the newest one first, or make a new change.',
  },
  undo_moved: {
    kind: 'conflict',
    vi: 'Không hoàn tác được vì bảng điểm đã sang bước khác từ lúc thay đổi. Lập một lần thay đổi mới nếu vẫn cần sửa.',
    en: 'It cannot be undone because the sheet has taken another step since. Make a new change if it still has to be corrected.',
  },
  undo_marked: {
    kind: 'conflict',
    vi: 'Không hoàn tác được vì cột “{name}” đã có điểm. Xóa điểm trong cột đó trước, hoặc lập một lần thay đổi mới.',
    en: 'It cannot be undone because component “{name}” has marks now. Clear them first, or make a new change.',
  },
  undo_recognised: {
    kind: 'conflict',
    vi: 'Không hoàn tác được vì kết quả đã được công nhận hoặc chứng chỉ đã được cấp từ lúc thay đổi. Lập một lần thay đổi mới nếu vẫn cần sửa.',
    en: 'It cannot be undone because results were recognised or certificates issued since. Make a new change if it still has to be corrected.',
  },
  sheet_locked: {
    kind: 'conflict',
    vi: 'Bảng điểm đã khóa. Từ đây điểm chỉ thay đổi qua đơn phúc khảo.',
    en: 'The grade sheet is locked. From here on marks change through a regrade request only.',
  },
  results_recognised: {
    kind: 'conflict',
    vi: 'Kết quả đã được công nhận theo quyết định {decisionNo}. Từ đây điểm chỉ thay đổi qua đơn phúc khảo.',
    en: 'The results are recognised by decision {decisionNo}. From here on marks change through a regrade request only.',
  },
  resit_not_needed: {
    kind: 'conflict',
    vi: 'Chỉ ghi điểm thi lại cho cột có điểm dưới mức đạt. Tải lại bảng điểm để xem điểm hiện tại.',
    en: 'A resit is entered for a component that is scored below the pass mark. Reload the sheet to see the present score.',
  },
  resit_used: {
    kind: 'conflict',
    vi: 'Học viên đã thi lại {max} lần ở cột này, hết số lần quy tắc cho phép. Sắp xếp học lại phần này.',
    en: 'The trainee has used the {max} resits that the rules allow here. Arrange for the part to be repeated.',
  },
  table_not_readable: {
    kind: 'invalid',
    vi: 'Không đọc được tệp: {why}. Lưu lại thành .xlsx rồi tải lên.',
    en: 'The file cannot be read: {why}. Save it as .xlsx again and upload it.',
  },
  table_without_marks: {
    kind: 'invalid',
    vi: 'Không nhận ra cột họ tên và cột điểm. Dùng tệp tải về từ bảng điểm này, giữ nguyên dòng tiêu đề.',
    en: 'No column of names and of marks was recognised. Use the file downloaded from this sheet and keep its head.',
  },
});
