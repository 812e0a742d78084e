import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Thêm buổi học', en: 'Add a session' },
  lead: { vi: 'Lớp {code}. Phòng, giảng viên và học viên được kiểm tra trước khi ghi.', en: 'Class {code}. Room, lecturers and trainees are checked first.' },
  add: { vi: 'Thêm buổi học', en: 'Add the session' },
  added: { vi: 'Đã thêm buổi học.', en: 'Session added.' },
  keep: { vi: 'Không thêm', en: 'Do not add it' },
  unit: { vi: 'Chuyên đề của chương trình', en: 'Topic of the programme' },
  noUnit: { vi: 'Không theo chuyên đề', en: 'None of them' },
});
