import { defineErrors } from '@halong/platform/contract';

/** What a person reads when marking, reconciling or releasing is refused. */
export const markingErrors = defineErrors('assessment', {
  not_marking_now: {
    kind: 'conflict',
    vi: 'Bài này không còn ở bước chấm nên không sửa phiếu được. Tải lại để xem trạng thái; nếu cần chấm lại, đề nghị giáo vụ.',
    en: 'This work is no longer being marked, so the rubric cannot be changed. Reload to see its state; ask the coordinator if it has to be marked again.',
  },
  bad_points: {
    kind: 'invalid',
    vi: 'Có điểm không thuộc phiếu chấm này hoặc vượt thang {scale}. Tải lại phiếu rồi chấm lại tiêu chí đó.',
    en: 'Some points do not belong to this rubric or leave its scale of {scale}. Reload it and judge that criterion again.',
  },
  bad_mark: {
    kind: 'invalid',
    vi: 'Điểm phải từ 0 đến {scale}, theo bước {step}. Sửa lại điểm.',
    en: 'A mark goes from 0 to {scale} in steps of {step}. Correct it.',
  },
  override_reason: {
    kind: 'invalid',
    vi: 'Điểm tổng khác điểm tính từ phiếu chấm. Ghi lý do.',
    en: 'The total differs from what the rubric makes. Give the reason.',
  },
  not_all_judged: {
    kind: 'conflict',
    vi: 'Còn {count} tiêu chí chưa chọn mức. Chọn mức cho từng tiêu chí rồi lưu.',
    en: '{count} {count|criterion has|criteria have} no level yet. Choose one for each, then save.',
  },
  no_total: {
    kind: 'conflict',
    vi: 'Bài chưa có điểm. Nhập điểm rồi lưu.',
    en: 'The work has no mark yet. Enter one, then save.',
  },
  marker_unknown: {
    kind: 'invalid',
    vi: 'Có người trong danh sách không phải giảng viên của lớp. Chọn lại người chấm.',
    en: 'Somebody in the list does not teach this class. Choose the markers again.',
  },
  too_few_markers: {
    kind: 'invalid',
    vi: 'Mỗi bài cần {count} người chấm khác nhau. Chọn ít nhất {count} người.',
    en: 'Every script needs {count} different markers. Choose at least {count} people.',
  },
  marker_twice: {
    kind: 'conflict',
    vi: 'Người này đã chấm bài {code}. Chọn một người khác để chấm lần ba.',
    en: 'This person has marked script {code} already. Choose somebody else as third marker.',
  },
  no_third_needed: {
    kind: 'conflict',
    vi: 'Bài {code} chưa cần người chấm thứ ba. Chỉ giao khi hai điểm lệch quá ngưỡng.',
    en: 'Script {code} needs no third marker. One is named only when the two marks lie too far apart.',
  },
  not_ready_to_agree: {
    kind: 'conflict',
    vi: 'Bài {code} chưa đủ lượt chấm nên chưa thống nhất điểm được. Chờ chấm xong.',
    en: 'Script {code} has not been marked by everybody yet, so no mark can be agreed. Wait for the markers.',
  },
  nothing_to_release: {
    kind: 'conflict',
    vi: 'Chưa có bài nào đủ điểm để công bố. Chấm xong hoặc thống nhất điểm trước.',
    en: 'No work is ready to be released. Finish marking or agree on the marks first.',
  },
  sheet_closed: {
    kind: 'conflict',
    vi: 'Bảng điểm của lớp đã nộp nên điểm không vào được. Đề nghị giáo vụ trả lại bảng điểm rồi công bố.',
    en: 'The grade sheet of the class has been submitted, so the marks cannot go into it. Ask the coordinator to send it back, then release.',
  },
  sheet_moved: {
    kind: 'conflict',
    vi: 'Bảng điểm vừa được sửa ở nơi khác. Công bố lại để ghi điểm vào bản mới nhất.',
    en: 'The grade sheet was changed elsewhere just now. Release again, so that the marks go into its newest version.',
  },
  feedback_file: {
    kind: 'invalid',
    vi: 'Không tìm thấy tệp phản hồi vừa tải lên. Tải tệp lên lại.',
    en: 'The feedback file was not found. Upload it again.',
  },
});
