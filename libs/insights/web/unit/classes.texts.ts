import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Lớp của đơn vị năm {year}', en: 'Classes of the unit in {year}' },
  class: { vi: 'Lớp', en: 'Class' },
  state: { vi: 'Tình trạng', en: 'State' },
  people: { vi: 'Cử, duyệt', en: 'Nominated, admitted' },
  quota: { vi: 'Chỉ tiêu {count}', en: '{count} {count|seat|seats}' },
  nominated: { vi: 'Cử {count}', en: '{count} nominated' },
  admitted: { vi: 'duyệt {count}', en: '{count} admitted' },
  until: { vi: 'hạn {day}', en: 'until {day}' },
  sessions: { vi: 'Buổi học', en: 'Sessions' },
  held: { vi: 'Đã học {held}/{total}', en: '{held}/{total} held' },
  locked: { vi: 'chốt điểm danh {count}', en: '{count} locked' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  completedOf: { vi: '{done}/{total} người', en: '{done}/{total} {total|person|people}' },
  published: { vi: 'đã công bố điểm', en: 'marks published' },
  certificates: { vi: 'Chứng chỉ', en: 'Certificates' },
  valid: { vi: 'Còn hiệu lực {count}', en: '{count} valid' },
  revoked: { vi: 'thu hồi {count}', en: '{count} revoked' },
  empty: { vi: 'Năm {year} chưa có lớp nào gọi đơn vị cử người', en: 'No class of {year} asks the unit for people yet' },
  emptyWhy: { vi: 'Lớp hiện ở đây khi cơ sở đào tạo giao chỉ tiêu và mở nhận danh sách cử.', en: 'A class appears here once it has seats for the unit and takes nominations.' },
});
