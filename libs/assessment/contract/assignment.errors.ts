import { defineErrors } from '@halong/platform/contract';

/** What a person reads when an assignment or the work for it is refused. */
export const assignmentErrors = defineErrors('assessment', {
  assignment_published: {
    kind: 'conflict',
    vi: 'Bài tập đã giao và đã có bài nộp nên không đổi được loại bài, hình thức nhóm hoặc xóa. Sửa phần khác, hoặc giao một bài mới.',
    en: 'The assignment has been given out and has submissions, so its kind and group work cannot change and it cannot be removed. Change something else, or give a new one.',
  },
  component_unknown: {
    kind: 'invalid',
    vi: 'Bảng điểm của lớp không có đầu điểm này. Chọn một đầu điểm trong danh sách.',
    en: 'The grade sheet of the class has no such component. Choose one of the list.',
  },
  class_not_teaching: {
    kind: 'conflict',
    vi: 'Lớp chưa mở hoặc đã kết thúc nên không giao bài được. Xem trạng thái lớp, hoặc chọn lớp khác.',
    en: 'The class has not opened or is over, so nothing can be given out. Look at the state of the class, or choose another one.',
  },
  override_target: {
    kind: 'invalid',
    vi: 'Không có học viên hoặc nhóm này trong lớp. Với bài làm theo nhóm, chọn một nhóm.',
    en: 'The class has no such trainee or group. Choose a group for group work.',
  },
  override_empty: {
    kind: 'invalid',
    vi: 'Chưa có thay đổi nào. Ghi hạn mới, số lần nộp thêm hoặc miễn trừ điểm nộp trễ.',
    en: 'Nothing is changed. Give a new date, more attempts, or waive the deduction.',
  },
  override_order: {
    kind: 'invalid',
    vi: 'Thời điểm mở phải trước hạn nộp, hạn nộp không sau hạn chót. Xem lại các thời điểm.',
    en: 'It opens before it is due, and is due no later than the cut-off. Check the times.',
  },
  group_member_twice: {
    kind: 'invalid',
    vi: 'Có học viên được xếp vào hai nhóm. Mỗi học viên chỉ ở một nhóm.',
    en: 'Somebody stands in two groups. Everybody is in one group at most.',
  },
  group_member_unknown: {
    kind: 'invalid',
    vi: 'Có người không thuộc lớp này trong danh sách nhóm. Tải lại danh sách rồi xếp lại.',
    en: 'A group has somebody who is not in this class. Reload the list and arrange the groups again.',
  },
  group_in_use: {
    kind: 'conflict',
    vi: 'Nhóm {name} đã có bài làm nên không bỏ được. Giữ nhóm và chỉ sửa thành viên.',
    en: 'Group {name} has work already and cannot be removed. Keep it and change its members only.',
  },
  no_group: {
    kind: 'conflict',
    vi: 'Bài này làm theo nhóm và anh chị chưa ở nhóm nào. Liên hệ giảng viên hoặc giáo vụ để được xếp nhóm.',
    en: 'This is group work and you are in no group yet. Ask the lecturer or the coordinator for one.',
  },
  not_open_yet: {
    kind: 'conflict',
    vi: 'Bài chưa mở. Bài mở lúc {time} ngày {day}.',
    en: 'The work has not opened yet. It opens on {day} at {time}.',
  },
  after_cutoff: {
    kind: 'conflict',
    vi: 'Đã quá hạn chót {time} ngày {day} nên không nhận bài nữa. Bản nháp vẫn được giữ; nếu có lý do, đề nghị giảng viên gia hạn.',
    en: 'The cut-off was on {day} at {time}; nothing is taken after it. Your draft is kept; with a reason, ask the lecturer for an extension.',
  },
  no_attempts_left: {
    kind: 'conflict',
    vi: 'Anh chị đã nộp đủ {count} lần được phép. Bài đã nộp không đổi được; nếu cần nộp lại, đề nghị giảng viên cho thêm lần nộp.',
    en: 'All {count} {count|attempt|attempts} are used. What was submitted cannot change; to submit again, ask the lecturer for another attempt.',
  },
  declaration_missing: {
    kind: 'invalid',
    vi: 'Chưa đánh dấu lời cam đoan. Đọc và đánh dấu rồi nộp.',
    en: 'The declaration is not ticked. Read it, tick it, then submit.',
  },
  nothing_to_submit: {
    kind: 'invalid',
    vi: 'Bài chưa có nội dung. Viết bài hoặc thêm tệp rồi nộp.',
    en: 'There is nothing in the work yet. Write it or add a file, then submit.',
  },
  not_taken_here: {
    kind: 'invalid',
    vi: 'Bài này không nhận phần vừa gửi: có bài chỉ viết trên trang, có bài chỉ nộp tệp. Xem yêu cầu của bài rồi gửi lại.',
    en: 'This assignment does not take what was sent: some take text in the page only, some files only. Read what is asked, then send it again.',
  },
  class_over: {
    kind: 'conflict',
    vi: 'Lớp đã kết thúc hoặc anh chị không còn học lớp này nên không nộp bài được. Liên hệ giáo vụ nếu chưa đúng.',
    en: 'The class is over or you do not attend it any more, so nothing can be submitted. Contact the coordinator if this is wrong.',
  },
});
