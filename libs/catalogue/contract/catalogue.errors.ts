import { defineErrors } from '@halong/platform/contract';

export const catalogueErrors = defineErrors('catalogue', {
  code_taken: {
    kind: 'conflict',
    vi: 'Mã chương trình “{code}” đã có. Mở chương trình đó và thêm phiên bản mới, hoặc chọn mã khác.',
    en: 'The programme code “{code}” is taken. Open that programme and add a version, or choose another code.',
  },
  version_dates: {
    kind: 'invalid',
    vi: 'Phiên bản mới phải có hiệu lực sau ngày {day} là ngày bắt đầu của phiên bản trước. Chọn ngày muộn hơn.',
    en: 'The new version must start after {day}, the first day of the version before it. Choose a later day.',
  },
  weights_not_whole: {
    kind: 'invalid',
    vi: 'Trọng số các thành phần cộng lại phải bằng 1, hiện là {sum}. Sửa lại trọng số.',
    en: 'The weights of the components must add up to 1; they add up to {sum}. Correct them.',
  },
  topic_in_use: {
    kind: 'conflict',
    vi: 'Chuyên đề “{title}” đang được dùng trong thời khóa biểu nên không bỏ được. Giữ chuyên đề đó lại.',
    en: 'The topic “{title}” is used in a timetable and cannot be removed. Keep it in the list.',
  },
  topics_too_long: {
    kind: 'invalid',
    vi: 'Các chuyên đề cộng lại {sum} tiết, nhiều hơn {periods} tiết của chương trình. Sửa số tiết.',
    en: 'The topics add up to {sum} {sum|period|periods}, more than the {periods} of the programme. Correct the periods.',
  },
  file_not_readable: {
    kind: 'invalid',
    vi: 'Không đọc được tệp này ({problem}). Lưu lại dạng .xlsx hoặc .csv (UTF-8) rồi gửi lại.',
    en: 'This file cannot be read ({problem}). Save it as .xlsx or .csv (UTF-8) and send it again.',
  },
  file_has_no_programme: {
    kind: 'conflict',
    vi: 'Tệp không có dòng chương trình nào dùng được. Sửa các dòng có lỗi trong tệp rồi gửi lại.',
    en: 'The file has no usable programme row. Correct the rows with problems and send it again.',
  },
});
