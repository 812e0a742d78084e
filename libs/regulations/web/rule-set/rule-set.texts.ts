import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Bộ quy tắc', en: 'Rule sets' },
  headline: { vi: '{count} nhóm chương trình có quy tắc đang hiệu lực', en: 'Rules in force for {count} programme categories' },
  lead: {
    vi: 'Mọi ngưỡng mà hệ thống dùng để quyết định. Lớp đã có quyết định mở giữ bản của ngày quyết định.',
    en: 'Every threshold that decides. A class that has been decided keeps the version of that day.',
  },
  category: { vi: 'Nhóm chương trình', en: 'Category' },
  version: { vi: 'Bản', en: 'Version' },
  versionNo: { vi: 'bản {n}', en: 'version {n}' },
  basis: { vi: 'Căn cứ', en: 'Legal basis' },
  moreBasis: { vi: 'và {n} căn cứ khác', en: 'and {n} more' },
  valid: { vi: 'Hiệu lực', en: 'In force' },
  from: { vi: 'từ {day}', en: 'from {day}' },
  span: { vi: '{from} – {to}', en: '{from} – {to}' },
  state: { vi: 'Tình trạng', en: 'State' },
  inForce: { vi: 'Đang hiệu lực', en: 'In force' },
  notInForce: { vi: 'Không hiệu lực', en: 'Not in force' },
  all: { vi: 'Mọi bản', en: 'All versions' },
  current: { vi: 'Đang hiệu lực', en: 'In force' },
  which: { vi: 'Bản nào', en: 'Which versions' },
  empty: { vi: 'Chưa có bộ quy tắc', en: 'No rule set yet' },
  emptyWhy: { vi: 'Bộ quy tắc ban đầu được tạo khi cài đặt. Báo quản trị hệ thống.', en: 'The first rule sets come with the installation. Tell the administrator.' },
  unconfirmed: { vi: 'chưa xác nhận', en: 'not confirmed' },
  unconfirmedCount: { vi: '{count} trong {total} giá trị chưa xác nhận.', en: '{count} of {total} values are not confirmed.' },
  unconfirmedWhy: {
    vi: 'Đó là đề xuất hoặc thông lệ, chưa có căn cứ pháp lý được cơ quan xác nhận.',
    en: 'They are proposals or custom without a legal basis that the office has confirmed.',
  },
  confirmed: { vi: 'đã xác nhận', en: 'confirmed' },
  values: { vi: 'Giá trị', en: 'Values' },
});
