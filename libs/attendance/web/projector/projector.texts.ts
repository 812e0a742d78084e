import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  title: { vi: 'Màn chiếu điểm danh', en: 'Check-in screen' },
  sub: { vi: '{name}, {code} · Buổi {no}', en: '{name}, {code} · Session {no}' },
  scan: { vi: 'Quét mã bằng máy ảnh điện thoại, hoặc nhập mã', en: 'Scan with the phone’s camera, or enter the code' },
  qr: { vi: 'Mã QR điểm danh', en: 'QR code for check-in' },
  left: { vi: 'Mã mới sau', en: 'New code in' },
  seconds: { vi: 'giây. Ảnh chụp lại không dùng được.', en: 'seconds. A photo of it cannot be used.' },
  turning: { vi: 'Đang lấy mã mới.', en: 'Getting the new code.' },
  stale: { vi: 'Mất mạng.', en: 'No network.' },
  staleWhy: { vi: 'Mã cũ không dùng được nữa. Màn chiếu tự có mã mới khi có mạng.', en: 'The old code cannot be used any more. A new one appears by itself when the network is back.' },
  inRoom: { vi: 'tại phòng', en: 'in the room' },
  online: { vi: 'trực tuyến', en: 'online' },
  pending: { vi: 'chưa vào', en: 'not here yet' },
  total: { vi: 'học viên đã vào. Điểm danh đóng lúc', en: 'trainees have come. Check-in closes at' },
  counts: { vi: '{room} tại phòng, {online} trực tuyến, {pending} chưa vào', en: '{room} in the room, {online} online, {pending} not here yet' },
  recent: { vi: 'Vừa vào', en: 'Just in' },
  nobody: { vi: 'Chưa có ai vừa vào', en: 'Nobody just now' },
  noPhone: { vi: 'Không có điện thoại: báo giảng viên', en: 'No phone: tell the lecturer' },
  full: { vi: 'Toàn màn hình', en: 'Full screen' },
  back: { vi: 'Về điểm danh', en: 'Back to attendance' },
  notOpen: { vi: 'Điểm danh mở lúc {at} ngày {day}', en: 'Check-in opens at {at} on {day}' },
  closed: { vi: 'Buổi học đã kết thúc lúc {at}', en: 'The session ended at {at}' },
  cancelled: { vi: 'Buổi học này đã hủy', en: 'This session was cancelled' },
  onlineOnly: { vi: 'Buổi này chỉ học trực tuyến, không có mã tại phòng', en: 'This session is online only; there is no code for the room' },
});
export type Key = Parameters<typeof say>[1];
