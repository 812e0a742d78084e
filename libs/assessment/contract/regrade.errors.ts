import { defineErrors } from '@halong/platform/contract';

export const regradeErrors = defineErrors('assessment', {
  regrade_window: {
    kind: 'conflict',
    vi: 'Chỉ nhận đơn phúc khảo trong {days} ngày sau khi công bố điểm. Hạn nộp đơn của lớp này đã qua hoặc điểm chưa công bố.',
    en: 'Regrade requests are taken for {days} days after the marks are published. For this class that time is over, or has not begun.',
  },
  regrade_once: {
    kind: 'conflict',
    vi: 'Cột điểm này đã có đơn phúc khảo. Mỗi cột điểm chỉ phúc khảo một lần.',
    en: 'There is a regrade request for this component already. Each component is regraded once.',
  },
  regrade_no_score: {
    kind: 'conflict',
    vi: 'Chỉ phúc khảo cột đã có điểm. Cột này đang trống hoặc được miễn.',
    en: 'Only a component with a score can be regraded. This one is blank or excused.',
  },
  regrade_step: {
    kind: 'conflict',
    vi: 'Đơn phúc khảo không chuyển được sang bước này. Tải lại để xem bước hiện tại.',
    en: 'The request cannot take this step now. Reload to see where it stands.',
  },
  regrade_reason: {
    kind: 'invalid',
    vi: 'Ghi lý do không nhận đơn để học viên biết.',
    en: 'Give the reason for refusing, so that the trainee knows.',
  },
  regrade_markers: {
    kind: 'invalid',
    vi: 'Chọn từ 1 đến 3 giảng viên của lớp chưa chấm bài này lần đầu.',
    en: 'Choose one to three lecturers of the class who did not mark this the first time.',
  },
  regrade_not_marked: {
    kind: 'conflict',
    vi: 'Còn {count} người chấm lại chưa ghi điểm. Chờ đủ điểm rồi kết luận.',
    en: '{count} of the new markers have not entered a score. Wait for all of them, then conclude.',
  },
  regrade_third: {
    kind: 'conflict',
    vi: 'Hai điểm chấm lại lệch nhau quá {threshold} điểm. Thêm người chấm thứ ba rồi kết luận.',
    en: 'The two new scores differ by more than {threshold}. Add a third marker, then conclude.',
  },
});
