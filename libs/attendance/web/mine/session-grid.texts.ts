import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  view: { vi: 'Cách xem', en: 'View' },
  sum: { vi: 'Tổng hợp', en: 'Totals' },
  sessions: { vi: 'Từng buổi', en: 'Session by session' },
  grid: { vi: 'Số tiết được tính của từng học viên trong từng buổi', en: 'Credited periods of each trainee in each session' },
  trainee: { vi: 'Học viên', en: 'Trainee' },
  openSession: { vi: 'Mở điểm danh buổi {day} {time}', en: 'Open the attendance of {day} {time}' },
  at: { vi: '{day} {time}: {mark}', en: '{day} {time}: {mark}' },
  ALL: { vi: 'đủ {total} tiết', en: 'all {total} {total|period|periods}' },
  SOME: { vi: '{credited}/{total} tiết', en: '{credited} of {total} {total|period|periods}' },
  NONE: { vi: 'vắng', en: 'absent' },
  EXCUSED: { vi: 'vắng có phép', en: 'excused' },
  TO_DECIDE: { vi: 'cần xem', en: 'to review' },
  COMING: { vi: 'chưa xong', en: 'not over' },
  excusedSign: { vi: 'P', en: 'E' },
  keyAll: { vi: 'đủ tiết', en: 'all periods' },
  keySome: { vi: 'thiếu tiết', en: 'some periods' },
  nothing: { vi: 'Không thiếu buổi nào', en: 'Nothing missed' },
  noSessions: { vi: 'Lớp chưa có buổi học nào', en: 'The class has no sessions yet' },
  noSessionsWhy: { vi: 'Từng buổi hiện ở đây khi lớp có thời khóa biểu.', en: 'Sessions appear here once the class has a timetable.' },
});
