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
});
