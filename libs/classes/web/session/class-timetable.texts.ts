import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  headline: { vi: '{sessions} buổi, {periods} tiết', en: '{sessions} {sessions|session|sessions}, {periods} {periods|period|periods}' },
  headlineOf: { vi: '{sessions} buổi, {periods}/{all} tiết của chương trình', en: '{sessions} {sessions|session|sessions}, {periods} of {all} {all|period|periods}' },
  none: { vi: 'Chưa có thời khóa biểu', en: 'No timetable yet' },
  noneWhy: { vi: 'Nhập tệp thời khóa biểu hoặc thêm từng buổi. Phòng, giảng viên và học viên được kiểm tra trùng trước khi ghi.', en: 'Import a timetable file or add sessions one by one. Rooms, lecturers and trainees are checked for clashes first.' },
  noneYet: { vi: 'Lịch học sẽ hiện ở đây khi giáo vụ xếp xong.', en: 'The sessions will be here once the coordinator has planned them.' },
  import: { vi: 'Nhập thời khóa biểu', en: 'Import a timetable' },
  add: { vi: 'Thêm buổi học', en: 'Add a session' },
  week: { vi: 'Tuần {range}', en: 'Week of {range}' },
  weekSum: { vi: '{sessions} buổi, {periods} tiết', en: '{sessions} {sessions|session|sessions}, {periods} {periods|period|periods}' },
  previous: { vi: 'Buổi trước', en: 'Previous session' },
  next: { vi: 'Buổi sau', en: 'Next session' },
});
