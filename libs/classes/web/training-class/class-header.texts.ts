import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  classes: { vi: 'Lớp học', en: 'Classes' },
  class: { vi: 'Lớp', en: 'Class' },
  parts: { vi: 'Các phần của lớp', en: 'Parts of the class' },
  overview: { vi: 'Tổng quan', en: 'Overview' },
  content: { vi: 'Nội dung', en: 'Content' },
  timetable: { vi: 'Thời khóa biểu', en: 'Timetable' },
  nominations: { vi: 'Danh sách cử', en: 'Nominations' },
  trainees: { vi: 'Học viên', en: 'Trainees' },
  attendance: { vi: 'Điểm danh', en: 'Attendance' },
  assignments: { vi: 'Bài tập', en: 'Assignments' },
  grades: { vi: 'Bảng điểm', en: 'Grade sheet' },
  completion: { vi: 'Hoàn thành', en: 'Completion' },
  certificates: { vi: 'Chứng chỉ', en: 'Certificates' },
});
