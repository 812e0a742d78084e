import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Thông báo', en: 'News' },
  headline: { vi: '{unread} thông báo chưa đọc', en: '{unread} unread' },
  headlineNone: { vi: 'Đã đọc hết thông báo', en: 'Everything is read' },
  readAll: { vi: 'Đánh dấu đã đọc {count} thông báo', en: 'Mark {count} {count|item|items} as read' },
  show: { vi: 'Lọc thông báo', en: 'Filter' },
  all: { vi: 'Tất cả', en: 'All' },
  unread: { vi: 'Chưa đọc', en: 'Unread' },
  empty: { vi: 'Chưa có thông báo nào', en: 'Nothing yet' },
  emptyUnread: { vi: 'Không còn thông báo chưa đọc', en: 'Nothing is unread' },
  emptyWhy: { vi: 'Duyệt danh sách, đổi lịch, công bố điểm và chứng chỉ sẽ báo ở đây.', en: 'Admissions, moved sessions, results and certificates are told here.' },
  newer: { vi: 'Thông báo thuộc bản Halong mới hơn. Tải lại trang để đọc.', en: 'This belongs to a newer Halong. Reload the page to read it.' },
  isUnread: { vi: 'Chưa đọc', en: 'Unread' },
});
