import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  mine: { vi: 'Điểm danh của tôi', en: 'My attendance' },
  absence: { vi: 'Còn được nghỉ {left} tiết', en: '{left} more {left|period|periods} may be missed' },
  absenceBarred: { vi: 'Nghỉ quá mức ở {parts} phần', en: 'Too many absences in {parts} {parts|part|parts}' },
  absenceNone: { vi: 'Lớp chưa có buổi học nào', en: 'The class has no sessions yet' },
  absenceNoneWhy: { vi: 'Số tiết được tính và số tiết đã nghỉ hiện ở đây khi có buổi học.', en: 'Credited and missed periods appear here once there are sessions.' },
  credited: { vi: '{credited}/{held} tiết đã học được tính, cả lớp {total} tiết', en: '{credited} of {held} {held|period|periods} held were credited; {total} in all' },
  partTotal: { vi: 'Nghỉ {absent}/{planned} tiết ({ratio}), được nghỉ đến {limit}', en: 'Missed {absent} of {planned} {planned|period|periods} ({ratio}); up to {limit} allowed' },
  excused: { vi: '{count} có phép', en: '{count} excused' },
  unexcused: { vi: '{count} không phép', en: '{count} unexcused' },
  late: { vi: '{count} lần muộn', en: 'late {count} {count|time|times}' },
  toDecide: { vi: '{count} tiết chờ quyết định', en: '{count} {count|period|periods} to decide' },
  left: { vi: 'còn {count} tiết', en: '{count} left' },
  barred: { vi: 'Không đủ điều kiện dự thi', en: 'May not sit the exam' },
  noPart: { vi: 'Buổi ngoài chương trình', en: 'Sessions outside the programme' },
  trainee: { vi: 'Học viên', en: 'Trainee' },
  periods: { vi: 'Tiết được tính', en: 'Credited' },
  missed: { vi: 'Nghỉ theo phần', en: 'Missed by part' },
  allowed: { vi: 'Còn được nghỉ', en: 'May still miss' },
  review: { vi: 'Cần xem', en: 'To review' },
  summary: { vi: 'Điểm danh cả lớp', en: 'Attendance of the class' },
  table: { vi: 'Tiết được tính và số tiết đã nghỉ của từng học viên', en: 'Credited and missed periods of each trainee' },
  empty: { vi: 'Lớp chưa có học viên', en: 'The class has no trainees yet' },
  emptyWhy: { vi: 'Học viên hiện ở đây khi danh sách cử được duyệt.', en: 'Trainees appear here once the nominations are approved.' },
  search: { vi: 'Tìm học viên', en: 'Find a trainee' },
});
export type Key = Parameters<typeof say>[1];
